import type { Command, Help } from 'commander'
import { cli } from '../messages/en/cli.ts'

/** How commander is to write our help: commands in full, groups by what they hold, and our word for options. */
export const helpStyle: Partial<Help> = {
  visibleCommands(command) {
    return command.commands.flatMap(child =>
      child.commands.length > 0 ? child.commands : [child],
    ) as Command[]
  },
  subcommandTerm(command) {
    const parent = command.parent?.parent == null ? '' : `${command.parent.name()} `
    return [parent + command.name(), ...command.registeredArguments.map(argumentTerm)].join(' ')
  },
  commandUsage(command) {
    const words: string[] = []
    for (let at: Command | null = command; at !== null; at = at.parent) words.unshift(at.name())
    return `${words.join(' ')} ${command.usage()}`
  },
}

/** The usage of a command, after its name: `<api> [params] [flags]`. */
export function usageOf(args: readonly string[]): string {
  return [...args, cli.usage.flags].join(' ')
}

function argumentTerm(argument: {
  readonly required: boolean
  readonly variadic: boolean
  name(): string
}): string {
  const name = argument.name() + (argument.variadic ? '...' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}
