import { CommanderError } from 'commander'
import { WxauthError } from '../../faults.ts'
import { nearest } from '../../text/nearest.ts'
import type { CommandData } from './command-data.ts'
import { commonFlagsOf, type Flags, optionOf } from './flags.ts'
import { hoistFlags, singleFlags, wordsAfter } from './hoist-flags.ts'
import { Parser } from './parser.ts'

/** What the arguments ask for: a command with its arguments and flags, the help of a command or group, or the version. */
export type Parsed<Row> =
  | {
      readonly kind: 'run'
      readonly row: Row
      readonly args: readonly string[]
      readonly flags: Flags
    }
  | { readonly kind: 'help'; readonly path: string }
  | { readonly kind: 'version' }

/** @throws WxauthError ERR_UNKNOWN_COMMAND, ERR_UNKNOWN_FLAG, ERR_*_ARGUMENT, ERR_FLAG_VALUE */
export function parse<Row extends CommandData>(argv: readonly string[], rows: readonly Row[]): Parsed<Row> {
  const single = argv.some(word => /^-[A-Za-z]{2}/.test(word)) ? singleFlags(argv) : argv
  const words = rowOf(single, rows) === undefined ? inOrder(single, rows) : single
  const row = rowOf(words, rows)
  const path = row?.name ?? groupIn(words, rows)
  const root = new Parser('wxauth')
  // The help and the version are ours.
  root
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: () => undefined })
  const command = commandAt(root, path)
  for (const argument of row?.arguments ?? []) command.argument(argument)
  for (const flag of [...commonFlagsOf(row), ...(row?.flags ?? [])]) command.addOption(optionOf(flag))
  // Without a command, the help is the answer.
  let parsed: Parsed<Row> = { kind: 'help', path }
  command.action(() => {
    if (row !== undefined) parsed = { kind: 'run', row, args: command.args, flags: command.opts<Flags>() }
  })
  try {
    root.parse(words, { from: 'user' })
  } catch (error) {
    // After the help or the version, commander ends the parsing by throwing an error of its own.
    if (!(error instanceof CommanderError)) throw error
    if (error.code === 'commander.version') return { kind: 'version' }
  }
  return parsed
}

/** The command that the arguments begin with. */
function rowOf<Row extends CommandData>(argv: readonly string[], rows: readonly Row[]): Row | undefined {
  return rows.find(({ name }) => startsWith(argv, name))
}

function startsWith(argv: readonly string[], name: string): boolean {
  return argv.slice(0, name.split(' ').length).join(' ') === name
}

/** The command first, by its name instead of its alias, then its flags. `wxauth help call` is `wxauth call --help`. */
function inOrder(argv: readonly string[], rows: readonly CommandData[]): readonly string[] {
  const aliases = rows.flatMap(row => (row.alias === undefined ? [] : [{ ...row, name: row.alias }]))
  const hoisted = hoistFlags(argv, [...rows, ...aliases])
  const words = hoisted[0] === 'help' ? [...hoisted.slice(1), '--help'] : hoisted
  const aliased = rows.find(({ alias }) => alias !== undefined && startsWith(words, alias))
  if (aliased?.alias === undefined) return words
  return [...aliased.name.split(' '), ...words.slice(aliased.alias.split(' ').length)]
}

/**
 * The group that is named without a command, such as `profile`; empty for `wxauth` alone.
 * @throws WxauthError ERR_UNKNOWN_COMMAND
 */
function groupIn([first, second = '-']: readonly string[], rows: readonly CommandData[]): string {
  if (first === undefined || first.startsWith('-')) return ''
  const inGroup = wordsAfter([first], rows)
  if (inGroup.length > 0 && second.startsWith('-')) return first
  const command = inGroup.length > 0 ? `${first} ${second}` : first
  const visible = rows.filter(({ isHidden }) => !isHidden)
  const aliases = rows.flatMap(({ alias }) => alias ?? [])
  const names =
    inGroup.length > 0 ? [...inGroup.map(word => `${first} ${word}`), ...aliases] : wordsAfter([], visible)
  throw new WxauthError('ERR_UNKNOWN_COMMAND', { command, near: nearest(command, names) })
}

/** The parser of a command. */
function commandAt(root: Parser, path: string): Parser {
  const words = path === '' ? [] : path.split(' ')
  const command = words.reduce((parent, word) => parent.command(word) as Parser, root)
  command.helpCommand(false).version('', '-V, --version').helpOption('-h, --help')
  return command
}
