import manifest from '../../../package.json' with { type: 'json' }
import { WxauthError } from '../../faults.ts'
import type { Texts } from '../../messages/texts.ts'
import { nearest } from '../../text/nearest.ts'
import type { CommandData } from './command-data.ts'
import { commonFlags, type FlagName, type Flags, optionOf, switchFlags } from './flags.ts'
import { helpStyle } from './help.ts'
import { hoistFlags, wordsAfter } from './hoist-flags.ts'
import { Parser } from './parser.ts'

/** What the arguments ask for: a command with its arguments and flags, or a text such as the help. */
export type Parsed<Row> =
  | {
      readonly kind: 'run'
      readonly row: Row
      readonly args: readonly string[]
      readonly flags: Flags
    }
  | { readonly kind: 'print'; readonly text: string }

interface Around<Row> {
  readonly rows: readonly Row[]
  readonly texts: Texts
  /** Columns that the help may take. */
  readonly width: number
}

/** @throws WxauthError ERR_UNKNOWN_COMMAND, ERR_UNKNOWN_FLAG, ERR_*_ARGUMENT, ERR_FLAG_VALUE */
export function parse<Row extends CommandData>(
  argv: readonly string[],
  { rows, texts, width }: Around<Row>,
): Parsed<Row> {
  const hoisted = hoistFlags(argv, rows)
  // `wxauth help call` is `wxauth call --help`.
  const words = hoisted[0] === 'help' ? [...hoisted.slice(1), '--help'] : hoisted
  const row = rowFor(words, rows)
  let parsed: Parsed<Row> | undefined
  let text = ''
  const root = rootFor(width, texts, output => {
    text += output
  })
  // Without a command, the help lists them all.
  const listed = row === undefined ? rows.filter(({ isHidden }) => !isHidden) : [row]
  if (row === undefined) describeRoot(root, listed, texts)
  for (const row of listed) {
    add(root, row, texts, (args, flags) => {
      parsed = { kind: 'run', row, args, flags }
    })
  }
  try {
    root.parse(words, { from: 'user' })
  } catch (error) {
    // commander ends the parsing by an exception of its own once it has given help or the version.
    if (text === '') throw error
  }
  return parsed ?? { kind: 'print', text }
}

/**
 * The command that the arguments begin with; none where `wxauth` or a group of commands stands alone.
 * @throws WxauthError ERR_UNKNOWN_COMMAND
 */
function rowFor<Row extends CommandData>(argv: readonly string[], rows: readonly Row[]): Row | undefined {
  const row = rows.find(({ name }) => name === argv.slice(0, name.split(' ').length).join(' '))
  const [first, second] = argv
  if (row !== undefined || first === undefined || first.startsWith('-')) return row
  const inGroup = wordsAfter([first], rows)
  const isAlone = second === undefined || second.startsWith('-')
  if (inGroup.length > 0 && isAlone) return undefined
  const command = inGroup.length > 0 ? `${first} ${second}` : first
  const visible = rows.filter(({ isHidden }) => !isHidden)
  const known = inGroup.length > 0 ? inGroup.map(word => `${first} ${word}`) : [...wordsAfter([], visible)]
  throw new WxauthError('ERR_UNKNOWN_COMMAND', { command, near: nearest(command, known) })
}

function rootFor(width: number, texts: Texts, print: (text: string) => void): Parser {
  const root = new Parser('wxauth')
  root
    .exitOverride()
    .enablePositionalOptions()
    .helpCommand(false)
    .configureHelp(helpStyle(texts))
    .configureOutput({ writeOut: print, getOutHelpWidth: () => width, getOutHasColors: () => false })
  return root
}

/** What `wxauth` alone and `wxauth --help` show. */
function describeRoot(root: Parser, rows: readonly CommandData[], texts: Texts): void {
  addFlags(root, [], texts)
  const examples = rows.flatMap(row => row.examples.slice(0, 1))
  root
    .description(texts.cli.about)
    .usage(texts.cli.usage.group)
    .addHelpText('after', examplesText(examples, texts))
    .action(() => root.outputHelp())
}

/** The flags of a command, and those that every command has. */
function addFlags(command: Parser, own: readonly FlagName[], texts: Texts): void {
  for (const name of [...own, ...commonFlags]) {
    command.addOption(optionOf(name, texts).helpGroup(headingOf(name, texts)))
  }
  command
    .version(manifest.version, '-V, --version', texts.cli.flags.version)
    .helpOption('-h, --help', texts.cli.flags.help)
}

function headingOf(name: FlagName, { cli }: Texts): string {
  if ((commonFlags as readonly FlagName[]).includes(name)) return cli.groups.common
  return (switchFlags as readonly FlagName[]).includes(name) ? cli.groups.settings : cli.groups.popup
}

function add(
  root: Parser,
  row: CommandData,
  texts: Texts,
  run: (args: readonly string[], flags: Flags) => void,
): void {
  const words = row.name.split(' ')
  const parent = words.length === 1 ? root : groupOf(root, words[0] ?? '', texts)
  const command = parent.command(words.at(-1) ?? '') as Parser
  addFlags(command, row.flags, texts)
  for (const argument of row.arguments) command.argument(argument, argumentText(argument, texts))
  command
    .usage([...row.arguments, texts.cli.usage.flags].join(' '))
    .description(textOf(row.name, texts))
    .addHelpText('after', examplesText(row.examples, texts))
    .action(() => run(command.args, command.opts<Flags>()))
}

/** `profile`, the parent of `profile list`: by itself it shows what it holds. */
function groupOf(root: Parser, name: string, texts: Texts): Parser {
  const present = root.commands.find(command => command.name() === name)
  if (present !== undefined) return present as Parser
  const group = root.command(name) as Parser
  addFlags(group, [], texts)
  group
    .description(textOf(name, texts))
    .usage(texts.cli.usage.group)
    .helpCommand(false)
    .action(() => group.outputHelp())
  return group
}

const textOf = (name: string, { cli }: Texts): string =>
  (cli.commands as Readonly<Record<string, string>>)[name] ?? ''

function argumentText(argument: string, { cli }: Texts): string {
  const name = argument.replace(/[<>[\].]/g, '')
  return (cli.arguments as Readonly<Record<string, string>>)[name] ?? ''
}

function examplesText(examples: readonly string[], { cli }: Texts): string {
  return `\n${cli.groups.examples}\n${examples.map(example => `  ${example}`).join('\n')}`
}
