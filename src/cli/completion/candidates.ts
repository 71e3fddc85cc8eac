import { type Catalogue, shortName } from '../../catalogue/catalogue.ts'
import { editionNames } from '../../catalogue/edition-names.ts'
import { platforms } from '../../catalogue/platforms.ts'
import { ruleNames, severities } from '../../explore/findings/rule.ts'
import { startUsers } from '../../explore/path.ts'
import { layerStates } from '../../machine/layer-states.ts'
import { answers, scopeStates } from '../../machine/state.ts'
import { languageNames } from '../../messages/language-names.ts'
import type { Texts } from '../../messages/texts.ts'
import { expectations, openTypesIn } from '../arguments/checked-words.ts'
import { argumentName, type CommandData, flagWords } from '../arguments/command-data.ts'
import { commonFlagsOf, type FlagName, longFlag, valuedFlag } from '../arguments/flags.ts'
import { wordsAfter } from '../arguments/hoist-flags.ts'
import { shells } from './shells.ts'

/** One possible next word. */
export interface Candidate {
  readonly value: string
  readonly description: string
}

/** What the candidates are made from. */
export interface Sources {
  readonly commands: readonly CommandData[]
  readonly catalogue: Catalogue
  readonly texts: Texts
  readonly profiles: () => readonly string[]
}

/**
 * The candidates for the last word, of which the user has typed a part; `words` come without `wxauth`. None for a file
 * name or free text. Pure except for `profiles`.
 */
export function candidates(words: readonly string[], sources: Sources): readonly Candidate[] {
  const { texts } = sources
  const rows = sources.commands.filter(({ isHidden }) => !isHidden)
  const prefix = words.at(-1) ?? ''
  const { path, operands, openFlag } = readAhead(words.slice(0, -1), rows)
  const row = rows.find(({ name }) => name === path.join(' '))
  const all = () => {
    if (openFlag !== undefined) return valuesOf(openFlag, sources)
    if (/^--.*=/.test(prefix)) return gluedValues(prefix, sources)
    if (prefix.startsWith('-')) return flagsOf(row, texts)
    if (row !== undefined) return argumentsOf(row, operands, sources, prefix)
    return operands.length === 0 ? commandsAfter(path, rows, texts) : []
  }
  return all().filter(({ value }) => value.startsWith(prefix))
}

/** The command words so far, the arguments of the command, and the flag whose value is next. */
function readAhead(words: readonly string[], rows: readonly CommandData[]) {
  const path: string[] = []
  const operands: string[] = []
  let openFlag: FlagName | undefined
  for (const word of words) {
    if (openFlag !== undefined) {
      openFlag = undefined
    } else if (word.startsWith('-') && word !== '-') {
      openFlag = valuedFlag(word)
    } else if (operands.length === 0 && wordsAfter(path, rows).includes(word)) {
      path.push(word)
    } else {
      operands.push(word)
    }
  }
  return { path, operands, openFlag }
}

function commandsAfter(
  path: readonly string[],
  rows: readonly CommandData[],
  { cli }: Texts,
): readonly Candidate[] {
  const descriptions: Readonly<Record<string, string>> = cli.commands
  return wordsAfter(path, rows).map(value => ({
    value,
    description: descriptions[[...path, value].join(' ')] ?? '',
  }))
}

const plain = (values: readonly string[]): readonly Candidate[] =>
  values.map(value => ({ value, description: '' }))
const pairs = (names: readonly string[], values: readonly string[]) =>
  plain(names.flatMap(name => values.map(value => `${name}=${value}`)))

type Values = (sources: Sources, prefix: string) => readonly Candidate[]
const scopes: Values = ({ catalogue }) => plain(catalogue.scopeNames)

const isFull = (prefix: string) => prefix === '' || prefix.startsWith('w')

/** By the name of the argument in the command's notation. */
const argumentValues: Readonly<Record<string, Values>> = {
  // Both spellings work; the short one is offered only after its first letter.
  api: ({ catalogue: { guardedApis } }, prefix) =>
    plain(isFull(prefix) ? guardedApis : guardedApis.map(shortName)),
  'api|scope': ({ catalogue: { guardedApis, scopeNames } }, prefix) =>
    plain([...(isFull(prefix) ? guardedApis : guardedApis.map(shortName)), ...scopeNames]),
  scope: scopes,
  'open-type': ({ catalogue }) => plain(openTypesIn[catalogue.edition]),
  'scope=state': ({ catalogue }) => [
    ...pairs([...catalogue.scopeNames, 'all'], scopeStates),
    ...Object.entries(layerStates).flatMap(([layer, states]) => pairs([layer], states)),
  ],
  name: ({ profiles }) => plain(profiles()),
  shell: () => plain(shells),
}

function argumentsOf(
  row: CommandData,
  operands: readonly string[],
  sources: Sources,
  prefix: string,
): readonly Candidate[] {
  const last = row.arguments.at(-1)
  const argument = row.arguments[operands.length] ?? (last?.includes('...') ? last : '')
  const values = argumentValues[argumentName(argument)]?.(sources, prefix) ?? []
  return values.filter(({ value }) => !operands.includes(value))
}

const flagValues: Partial<Readonly<Record<FlagName, Values>>> = {
  profile: ({ profiles }) => plain(profiles()),
  lang: () => plain(languageNames),
  edition: () => plain(editionNames),
  platform: () => plain(platforms),
  answer: ({ catalogue: { scopeNames, edition } }) =>
    pairs(edition === 'today' ? [...scopeNames, 'privacy'] : scopeNames, answers),
  expect: () => plain(expectations),
  enable: scopes,
  disable: scopes,
  failOn: () => plain([...severities, 'never']),
  ignore: () => plain(ruleNames),
  explain: () => plain(ruleNames),
  start: () => plain(startUsers),
  modal: () => plain(['confirm', 'cancel']),
  sheet: () => plain(['0', 'cancel']),
  pick: () => plain(['ok', 'cancel']),
}

const valuesOf = (flag: FlagName, sources: Sources): readonly Candidate[] =>
  flagValues[flag]?.(sources, '') ?? []

/** `--expect=po`: the flag and its value in one word. */
function gluedValues(prefix: string, sources: Sources): readonly Candidate[] {
  const flag = prefix.slice(0, prefix.indexOf('='))
  const name = valuedFlag(flag)
  const values = name === undefined ? [] : valuesOf(name, sources)
  return values.map(({ value, description }) => ({ value: `${flag}=${value}`, description }))
}

function flagsOf(row: CommandData | undefined, { cli }: Texts): readonly Candidate[] {
  const names = [...(row?.flags ?? []), ...commonFlagsOf(row)]
  const words = flagWords(row, cli)
  return [
    ...names.map(name => ({ value: longFlag(name), description: words[name] })),
    { value: '--help', description: cli.flags.help },
    { value: '--version', description: cli.flags.version },
  ]
}
