import manifest from '../../../package.json' with { type: 'json' }
import { WxauthError } from '../../faults.ts'
import type { Texts } from '../../messages/texts.ts'
import { nearest } from '../../text/nearest.ts'
import type { CommandData } from './command-data.ts'
import { commonFlags, type Flags, optionOf } from './flags.ts'
import { helpText } from './help.ts'
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

interface ParseOptions<Row> {
  readonly rows: readonly Row[]
  readonly texts: Texts
  /** Columns that the help may take. */
  readonly width: () => number
}

/** @throws WxauthError ERR_UNKNOWN_COMMAND, ERR_UNKNOWN_FLAG, ERR_*_ARGUMENT, ERR_FLAG_VALUE */
export function parse<Row extends CommandData>(
  argv: readonly string[],
  { rows, texts, width }: ParseOptions<Row>,
): Parsed<Row> {
  const words = rowOf(argv, rows) === undefined ? inOrder(argv, rows) : argv
  const row = rowOf(words, rows)
  let text = ''
  const root = new Parser('wxauth', path => helpText(path, { rows, texts, width: width() }))
  root
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({
      writeOut: output => {
        text += output
      },
    })
  const command = commandAt(root, row?.name ?? groupIn(words, rows))
  for (const argument of row?.arguments ?? []) command.argument(argument)
  for (const flag of row?.flags ?? []) command.addOption(optionOf(flag))
  let parsed: Parsed<Row> | undefined
  command.action(() => {
    // Without a command, the help is the answer.
    if (row === undefined) command.outputHelp()
    else parsed = { kind: 'run', row, args: command.args, flags: command.opts<Flags>() }
  })
  try {
    root.parse(words, { from: 'user' })
  } catch (error) {
    // After help or the version, commander ends the parsing by throwing an error of its own.
    if (text === '') throw error
  }
  return parsed ?? { kind: 'print', text }
}

/** The command that the arguments begin with. */
function rowOf<Row extends CommandData>(argv: readonly string[], rows: readonly Row[]): Row | undefined {
  return rows.find(({ name }) => name === argv.slice(0, name.split(' ').length).join(' '))
}

/** The command first, then its flags. `wxauth help call` is `wxauth call --help`. */
function inOrder(argv: readonly string[], rows: readonly CommandData[]): readonly string[] {
  const words = hoistFlags(argv, rows)
  return words[0] === 'help' ? [...words.slice(1), '--help'] : words
}

/**
 * The group that is named without a command, such as `profile`; empty for `wxauth` alone.
 * @throws WxauthError ERR_UNKNOWN_COMMAND
 */
function groupIn([first = '', second = '-']: readonly string[], rows: readonly CommandData[]): string {
  if (first === '' || first.startsWith('-')) return ''
  const inGroup = wordsAfter([first], rows)
  if (inGroup.length > 0 && second.startsWith('-')) return first
  const command = inGroup.length > 0 ? `${first} ${second}` : first
  const visible = rows.filter(({ isHidden }) => !isHidden)
  const names = inGroup.length > 0 ? inGroup.map(word => `${first} ${word}`) : wordsAfter([], visible)
  throw new WxauthError('ERR_UNKNOWN_COMMAND', { command, near: nearest(command, names) })
}

/** The parser of a command, with the flags that every command has. */
function commandAt(root: Parser, path: string): Parser {
  const words = path === '' ? [] : path.split(' ')
  const command = words.reduce((parent, word) => parent.command(word) as Parser, root)
  for (const flag of commonFlags) command.addOption(optionOf(flag))
  command.helpCommand(false).version(manifest.version, '-V, --version').helpOption('-h, --help')
  return command
}
