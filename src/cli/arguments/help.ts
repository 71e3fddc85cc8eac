import type { Command, Help } from 'commander'
import type { Texts } from '../../messages/texts.ts'

/**
 * How commander is to write our help: the words of our table, commands before flags, sub-commands in full, and
 * the common flags where there is a command to give them to.
 */
export const helpStyle = ({ cli }: Texts): Partial<Help> => ({
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
  formatHelp(command, helper) {
    const width = helper.padWidth(command, helper)
    const section = (heading: string, items: readonly (readonly [string, string])[]) =>
      items.length === 0
        ? []
        : [heading, ...items.map(([term, text]) => helper.formatItem(term, width, text, helper)), '']
    const options = helper.groupItems(
      [...command.options],
      helper.visibleOptions(command),
      option => option.helpGroupHeading ?? cli.groups.common,
    )
    const lines = [
      `${cli.groups.usage} ${helper.commandUsage(command)}`,
      '',
      helper.boxWrap(helper.commandDescription(command), helper.helpWidth ?? 80),
      '',
      ...section(
        cli.groups.arguments,
        command.registeredArguments.map(argument => [
          argumentTerm(argument),
          helper.argumentDescription(argument),
        ]),
      ),
      ...section(
        cli.groups.commands,
        helper
          .visibleCommands(command)
          .map(child => [helper.subcommandTerm(child), helper.subcommandDescription(child)]),
      ),
      ...[...options].flatMap(([heading, group]) =>
        section(
          heading,
          group.map(option => [helper.optionTerm(option), helper.optionDescription(option)]),
        ),
      ),
    ]
    return `${lines.join('\n').trimEnd()}\n`
  },
})

function argumentTerm(argument: {
  readonly required: boolean
  readonly variadic: boolean
  name(): string
}): string {
  const name = argument.name() + (argument.variadic ? '...' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}
