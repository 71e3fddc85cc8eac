import { Command, type Option } from 'commander'
import { nearest } from '../../catalogue/look-ups.ts'
import { WxauthError } from '../../faults.ts'

/**
 * commander, with its complaints turned into our faults: a fault carries the facts, and its text comes from
 * our table in whatever language. The overridden methods are commander 14's own points of complaint.
 */
export class Parser extends Command {
  /** Every flag of this command, made or not, for who mistypes one. */
  flagNames: readonly string[] = []

  override createCommand(name: string): Parser {
    return new Parser(name)
  }

  /** `wxauth profile list`, as a person would type it. */
  path(): string {
    return this.parent === null ? this.name() : `${(this.parent as Parser).path()} ${this.name()}`
  }

  unknownOption(flag: string): never {
    const near = nearest(flag, this.flagNames)
    throw new WxauthError('ERR_UNKNOWN_FLAG', { flag, command: this.path(), near })
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
