import manifest from '../../../package.json' with { type: 'json' }
import { nearest } from '../../catalogue/look-ups.ts'
import { WxauthError } from '../../faults.ts'
import { cli } from '../../messages/en/cli.ts'
import type { CommandSpec } from '../commands/command.ts'
import { commandSpecs, listedCommands } from '../commands/index.ts'
import {
  commonFlags,
  type FlagName,
  type Flags,
  isWritten,
  longFlag,
  optionOf,
  switchFlags,
} from './flags.ts'
import { helpStyle, usageOf } from './help.ts'
import type { CommandTree } from './hoist-flags.ts'
import { Parser } from './parser.ts'

/** What the arguments ask for: a command with its arguments and flags, or a text such as the help. */
export type Parsed =
  | {
      readonly kind: 'run'
      readonly spec: CommandSpec
      readonly args: readonly string[]
      readonly flags: Flags
    }
  | { readonly kind: 'say'; readonly text: string }

/** The words that commands are made of, for whoever has to find them among flags. */
export function commandTree(): CommandTree {
  const tree: { commands: Record<string, { commands: Record<string, CommandTree> }> } = { commands: {} }
  for (const { name } of commandSpecs) {
    const [first = '', second] = name.split(' ')
    tree.commands[first] ??= { commands: {} }
    if (second !== undefined) tree.commands[first].commands[second] = { commands: {} }
  }
  tree.commands.help = { commands: { ...tree.commands } }
  return tree
}

/**
 * Parses arguments, with the command words first.
 * @param width columns that the help may take
 * @throws WxauthError ERR_UNKNOWN_COMMAND, ERR_UNKNOWN_FLAG, ERR_*_ARGUMENT, ERR_FLAG_VALUE
 */
export function parse(given: readonly string[], width: number): Parsed {
  // `wxauth help call` is `wxauth call --help`.
  const argv = given[0] === 'help' ? [...given.slice(1), '--help'] : given
  let parsed: Parsed | undefined
  let said = ''
  const root = new Parser('wxauth')
  root
    .exitOverride()
    .enablePositionalOptions()
    .configureHelp(helpStyle)
    .configureOutput({
      writeOut: text => {
        said += text
      },
      getOutHelpWidth: () => width,
      getOutHasColors: () => false,
    })
  const meant = specFor(argv)
  // Making a command and its flags takes longer than parsing them: only what is written is made, unless help is.
  const written = meant === undefined || asksForHelp(argv) ? undefined : argv
  if (meant === undefined) dressRoot(root)
  for (const spec of meant === undefined ? listedCommands : [meant]) {
    add(root, spec, written, (args, flags) => {
      parsed = { kind: 'run', spec, args, flags }
    })
  }
  try {
    root.parse(argv, { from: 'user' })
  } catch (error) {
    // commander ends the parsing by an exception of its own once it has given help or the version.
    if (said === '') throw error
  }
  return parsed ?? { kind: 'say', text: said }
}

/**
 * The command whose words the arguments begin with; none where `wxauth` or a group of commands stands alone.
 * @throws WxauthError ERR_UNKNOWN_COMMAND
 */
function specFor(argv: readonly string[]): CommandSpec | undefined {
  const spec = commandSpecs.find(({ name }) => name === argv.slice(0, name.split(' ').length).join(' '))
  const flag = argv.findIndex(word => word.startsWith('-'))
  const words = argv.slice(0, flag === -1 ? 2 : Math.min(flag, 2))
  if (spec !== undefined || words.length === 0) return spec
  const group = listedCommands.filter(({ name }) => name.startsWith(`${words[0]} `)).map(({ name }) => name)
  if (group.length > 0 && words.length === 1) return undefined
  const command = group.length > 0 ? words.join(' ') : (words[0] ?? '')
  const known = group.length > 0 ? group : listedCommands.map(({ name }) => name.split(' ')[0] ?? '')
  throw new WxauthError('ERR_UNKNOWN_COMMAND', { command, near: nearest(command, known) })
}

/** `-h`, `-V` and their long forms, also in a bundle such as `-qh`. */
function asksForHelp(argv: readonly string[]): boolean {
  return argv.some(word => word === '--help' || word === '--version' || /^-[A-Za-z]*[hV]/.test(word))
}

/** What `wxauth` alone and `wxauth --help` show. */
function dressRoot(root: Parser): void {
  giveFlags(root, [])
  root
    .description(cli.about)
    .usage(cli.usage.group)
    .helpCommand(false)
    .addHelpText('after', examplesText(listedCommands.flatMap(spec => spec.examples.slice(0, 1))))
    .action(() => root.outputHelp())
}

/** The flags of a command, and those that every command has; of these only the written ones, where that is known. */
function giveFlags(command: Parser, own: readonly FlagName[], written?: readonly string[]): void {
  const names = [...own, ...commonFlags]
  command.flagNames = [...names.map(longFlag), '--help', '--version']
  for (const name of names) {
    if (written === undefined || isWritten(name, written))
      command.addOption(optionOf(name).helpGroup(headingOf(name)))
  }
  if (written !== undefined) return void command.helpOption(false)
  command
    .version(manifest.version, '-V, --version', cli.flags.version)
    .helpOption('-h, --help', cli.flags.help)
}

function headingOf(name: FlagName): string {
  if ((commonFlags as readonly FlagName[]).includes(name)) return cli.groups.common
  return (switchFlags as readonly FlagName[]).includes(name) ? cli.groups.settings : cli.groups.popup
}

function add(
  root: Parser,
  spec: CommandSpec,
  written: readonly string[] | undefined,
  run: (args: readonly string[], flags: Flags) => void,
): void {
  const words = spec.name.split(' ')
  const parent = words.length === 1 ? root : groupOf(root, words[0] ?? '', written)
  const command = parent.command(words.at(-1) ?? '')
  giveFlags(command, spec.flags, written)
  for (const argument of spec.arguments) command.argument(argument, argumentText(argument))
  command.action(() => run(command.args, command.opts<Flags>()))
  if (written !== undefined) return
  command
    .usage(usageOf(spec.arguments))
    .description(textOf(spec.name))
    .addHelpText('after', examplesText(spec.examples))
}

/** `profile`, the parent of `profile list`: by itself it shows what it holds. */
function groupOf(root: Parser, name: string, written: readonly string[] | undefined): Parser {
  const present = root.commands.find(command => command.name() === name)
  if (present !== undefined) return present as Parser
  const group = root.command(name)
  giveFlags(group, [], written)
  return group
    .description(textOf(name))
    .usage(cli.usage.group)
    .helpCommand(false)
    .action(() => group.outputHelp()) as Parser
}

const textOf = (name: string): string => (cli.commands as Readonly<Record<string, string>>)[name] ?? ''

function argumentText(argument: string): string {
  const name = argument.replace(/[<>[\].]/g, '')
  return (cli.arguments as Readonly<Record<string, string>>)[name] ?? ''
}

function examplesText(examples: readonly string[]): string {
  return `\n${cli.groups.examples}\n${examples.map(example => `  ${example}`).join('\n')}`
}
