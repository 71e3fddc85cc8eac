import { Help } from 'commander'
import type { Texts } from '../../messages/texts.ts'
import type { CommandData } from './command-data.ts'
import { commonFlags, type FlagName, flagTerm, switchFlags } from './flags.ts'

interface HelpOptions {
  readonly rows: readonly CommandData[]
  readonly texts: Texts
  /** Columns that the help may take. */
  readonly width: number
}

/** A term and its meaning, side by side. */
type Item = readonly [term: string, text: string]
type ByName = Readonly<Record<string, string>>
type Section = readonly [heading: string, items: readonly Item[]]

/**
 * What `--help` prints. Pure.
 * @param path the words of a command or of a group of commands (`profile`); empty for all commands
 */
export function helpText(path: string, { rows, texts: { cli }, width }: HelpOptions): string {
  const row = rows.find(({ name }) => name === path)
  const about = path === '' ? cli.about : ((cli.commands as ByName)[path] ?? '')
  const usage = row === undefined ? cli.usage.group : [...row.arguments, cli.usage.flags].join(' ')
  const sections = [
    ...(row === undefined ? [commandSection(path, rows, cli)] : [argumentSection(row, cli)]),
    ...flagSections(row?.flags ?? [], cli),
  ].filter(([, items]) => items.length > 0)
  const examples = examplesOf(path, row, rows)

  const help = Object.assign(new Help(), { helpWidth: width })
  const terms = sections.flatMap(([, items]) => items.map(([term]) => help.displayWidth(term)))
  const termWidth = Math.max(...terms)
  const line = ([term, text]: Item) => help.formatItem(term, termWidth, text, help)
  const blocks = [
    `${cli.groups.usage} ${['wxauth', path, usage].filter(words => words !== '').join(' ')}`,
    help.boxWrap(about, width),
    ...sections.map(([heading, items]) => [heading, ...items.map(line)].join('\n')),
    ...(examples.length === 0
      ? []
      : [[cli.groups.examples, ...examples.map(example => `  ${example}`)].join('\n')]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function argumentSection(row: CommandData, cli: Texts['cli']): Section {
  const textOf = (term: string) => (cli.arguments as ByName)[argumentName(term)] ?? ''
  return [cli.groups.arguments, row.arguments.map(term => [term, textOf(term)])]
}

function commandSection(path: string, rows: readonly CommandData[], cli: Texts['cli']): Section {
  const textOf = (name: string) => (cli.commands as ByName)[name] ?? ''
  const listed = rows.filter(
    ({ name, isHidden }) => !isHidden && `${name} `.startsWith(path === '' ? '' : `${path} `),
  )
  return [
    cli.groups.commands,
    listed.map(({ name, arguments: terms }) => [[name, ...terms].join(' '), textOf(name)]),
  ]
}

function flagSections(own: readonly FlagName[], cli: Texts['cli']): readonly Section[] {
  const isSwitch = (flag: FlagName) => (switchFlags as readonly FlagName[]).includes(flag)
  const item = (flag: FlagName): Item => [flagTerm(flag), cli.flags[flag]]
  return [
    [cli.groups.popup, own.filter(flag => !isSwitch(flag)).map(item)],
    [cli.groups.settings, own.filter(isSwitch).map(item)],
    [
      cli.groups.common,
      [...commonFlags.map(item), ['-V, --version', cli.flags.version], ['-h, --help', cli.flags.help]],
    ],
  ]
}

/** All examples of a command; without a command, the first example of each. */
function examplesOf(
  path: string,
  row: CommandData | undefined,
  rows: readonly CommandData[],
): readonly string[] {
  if (row !== undefined) return row.examples
  return path === '' ? rows.flatMap(({ examples }) => examples.slice(0, 1)) : []
}

/** `scope=state` of `<scope=state...>`. */
export const argumentName = (term: string) => term.replace(/[<>[\].]/g, '')
