import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Texts } from '../../messages/texts.ts'
import { inLines, onOneLine, termsInLines, widest } from '../../text/in-lines.ts'
import { exitCodes } from '../report/exit-codes.ts'
import { argumentName, type CommandData, flagWords } from './command-data.ts'
import {
  callbackFlags,
  commonFlagsOf,
  exploreFlags,
  type FlagName,
  flagTerm,
  pageFlags,
  programFlags,
  switchFlags,
} from './flags.ts'

interface Sources {
  readonly rows: readonly CommandData[]
  readonly catalogue: Catalogue
  readonly texts: Texts
}

/** Terms with their meanings. */
type Terms = readonly (readonly [term: string, text: string])[]
type Section = keyof ReturnType<typeof sectionsOf>
type ByName = Readonly<Record<string, string>>

/** What `--help` shows: the text for people and the document of `--json` are made of it. */
export interface HelpPage {
  readonly usage: string
  readonly about: string
  readonly sections: Readonly<Record<Section, Terms>>
  readonly examples: readonly string[]
}

/**
 * The help of a command, or of a group of commands. Pure.
 * @param path the words of the command or of the group (`profile`); empty for all commands
 */
export function helpPage(path: string, { rows, catalogue, texts }: Sources): HelpPage {
  const { cli } = texts
  const visible = rows.filter(({ isHidden }) => !isHidden)
  const row = rows.find(({ name }) => name === path)
  const terms = row === undefined ? [cli.usage.command] : row.arguments
  return {
    usage: ['wxauth', path, ...terms, cli.usage.flags].filter(word => word !== '').join(' '),
    about: path === '' ? cli.about : ((cli.commands as ByName)[path] ?? ''),
    sections: sectionsOf(path, row, visible, catalogue, texts),
    examples: row?.examples ?? (path === '' ? visible.flatMap(({ examples }) => examples.slice(0, 1)) : []),
  }
}

function sectionsOf(
  path: string,
  row: CommandData | undefined,
  rows: readonly CommandData[],
  catalogue: Catalogue,
  { cli, scopes }: Texts,
) {
  const isIn = (names: readonly FlagName[]) => (flag: FlagName) => names.includes(flag)
  const isOther = isIn([...switchFlags, ...callbackFlags, ...pageFlags, ...programFlags, ...exploreFlags])
  const own = row?.flags ?? []
  const words = flagWords(row, cli)
  const flags = (names: readonly FlagName[]): Terms => names.map(name => [flagTerm(name), words[name]])
  const all = <T>(terms: readonly T[]) => (path === '' ? terms : [])
  return {
    commands: row === undefined ? commandTerms(path, rows, cli) : [],
    arguments: argumentTerms(row, cli),
    apis: row?.lists === 'apis' ? apiTerms(catalogue) : [],
    scopes: row?.lists === 'scopes' ? scopeTerms(catalogue, scopes) : [],
    exploreFlags: flags(own.filter(isIn(exploreFlags))),
    programFlags: flags(own.filter(isIn(programFlags))),
    popupFlags: flags(own.filter(flag => !isOther(flag))),
    switchFlags: flags(own.filter(isIn(switchFlags))),
    callbackFlags: flags(own.filter(isIn(callbackFlags))),
    pageFlags: flags(own.filter(isIn(pageFlags))),
    flags: [
      ...flags(commonFlagsOf(row)),
      ['-V, --version', cli.flags.version],
      ['-h, --help', cli.flags.help],
    ] as Terms,
    environment: all(Object.entries(cli.environment)) as Terms,
    exitCodes: all(
      Object.entries(exitCodes).map(([name, code]) => [String(code), (cli.exitCodes as ByName)[name] ?? '']),
    ) as Terms,
  }
}

function commandTerms(path: string, rows: readonly CommandData[], cli: Texts['cli']): Terms {
  return rows
    .filter(({ name }) => `${name} `.startsWith(path === '' ? '' : `${path} `))
    .map(({ name, alias, arguments: terms }) => {
      const names = [name, alias?.split(' ').at(-1)].filter(word => word !== undefined).join('|')
      return [[names, ...terms].join(' '), (cli.commands as ByName)[name] ?? '']
    })
}

function argumentTerms(row: CommandData | undefined, cli: Texts['cli']): Terms {
  const terms = row?.arguments ?? []
  return terms.map(term => [term, (cli.arguments as ByName)[argumentName(term)] ?? ''])
}

function apiTerms({ guardedApis, apiOf }: Catalogue): Terms {
  return guardedApis.map(api => {
    const { scope, alsoScopes = [] } = apiOf(api)
    return [api, scope === null ? '' : [scope, ...alsoScopes].join(', ')]
  })
}

function scopeTerms({ scopeNames, rowOf }: Catalogue, { name }: Texts['scopes']): Terms {
  return scopeNames.map(scope => [scope, name(scope, rowOf(scope).description)])
}

/** The help for people. */
export function helpText(
  { usage, about, sections, examples }: HelpPage,
  texts: Texts,
  columns: number,
): string {
  const { headings } = texts.cli
  const shown = (Object.entries(sections) as [Section, Terms][]).filter(([, terms]) => terms.length > 0)
  const termWidth = widest(shown.flatMap(([, terms]) => terms.map(([term]) => term)))
  const blocks = [
    [texts.cli.usage.line(usage)],
    inLines(about, columns),
    ...shown.map(([section, terms]) => [
      headings[section],
      ...termsInLines(terms, columns, { indent: '  ', termWidth }),
    ]),
    ...(examples.length === 0 ? [] : [[headings.examples, ...examples.map(example => `  ${example}`)]]),
  ]
  return blocks.map(lines => lines.join('\n')).join('\n\n')
}

/** The document of `--json`: each section maps its terms to their meanings. */
export function helpDocument({ usage, about, sections, examples }: HelpPage) {
  const lists = Object.entries(sections).map(([section, terms]) => [
    section,
    Object.fromEntries(terms.map(([term, text]) => [term, onOneLine(text)])),
  ])
  return { usage, about: onOneLine(about), ...Object.fromEntries(lists), examples }
}
