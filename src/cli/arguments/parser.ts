import { Command, type Option } from 'commander'
import { WxauthError } from '../../faults.ts'
import { nearest } from '../../text/nearest.ts'

/**
 * commander, but its errors are our faults, so that they exist in every language. The methods that report errors are
 * those of commander 14.0.3; they are not documented.
 */
export class Parser extends Command {
  override createCommand(name: string): Parser {
    return new Parser(name)
  }

  /** Ours is made by `helpPage`, in every language. */
  override helpInformation(): string {
    return ''
  }

  /** `wxauth profile list` */
  path(): string {
    return this.parent === null ? this.name() : `${(this.parent as Parser).path()} ${this.name()}`
  }

  unknownOption(flag: string): never {
    const flags = [...this.options.flatMap(({ long }) => long ?? []), '--help', '--version']
    throw new WxauthError('ERR_UNKNOWN_FLAG', { flag, command: this.path(), near: nearest(flag, flags) })
  }

  optionMissingArgument(option: Option): never {
    throw new WxauthError('ERR_FLAG_VALUE', { flag: option.long ?? option.flags, command: this.path() })
  }

  missingArgument(name: string): never {
    throw new WxauthError('ERR_MISSING_ARGUMENT', { argument: name, command: this.path() })
  }

  _excessArguments(received: readonly string[]): never {
    const argument = received[this.registeredArguments.length] ?? ''
    throw new WxauthError('ERR_EXTRA_ARGUMENT', { argument, command: this.path() })
  }
}
