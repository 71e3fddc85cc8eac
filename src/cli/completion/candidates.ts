import { type Catalogue, shortName } from '../../catalogue/catalogue.ts'
import { answers, scopeStates } from '../../machine/state.ts'
import type { Texts } from '../../messages/texts.ts'
import { expectations, openTypes } from '../arguments/checked-words.ts'
import type { CommandData } from '../arguments/command-data.ts'
import { commonFlags, type FlagName, longFlag, valuedFlag } from '../arguments/flags.ts'
import { argumentName } from '../arguments/help.ts'
import { wordsAfter } from '../arguments/hoist-flags.ts'
import { shells } from './shells.ts'

/** One way to go on typing. */
export interface Candidate {
  readonly value: string
  readonly description: string
}

/** What candidates are taken from. */
export interface Sources {
  readonly commands: readonly CommandData[]
  readonly catalogue: Catalogue
  readonly texts: Texts
  readonly profiles: () => readonly string[]
}

/**
 * What may stand where the last of the words is being typed; the words come without `wxauth`. Nothing where a file
 * name or free text is wanted. Pure but for `profiles`.
 */
export function candidates(words: readonly string[], sources: Sources): readonly Candidate[] {
  const { texts } = sources
  const rows = sources.commands.filter(({ isHidden }) => !isHidden)
  const typed = words.at(-1) ?? ''
  const { path, operands, waitingFlag } = readAhead(words.slice(0, -1), rows)
  const row = rows.find(({ name }) => name === path.join(' '))
  const offered = () => {
    if (waitingFlag !== undefined) return valuesOf(waitingFlag, sources)
    if (/^--.*=/.test(typed)) return gluedValues(typed, sources)
    if (typed.startsWith('-')) return flagsOf(row, texts)
    if (row !== undefined) return argumentsOf(row, operands, sources, typed)
    return operands.length === 0 ? commandsAfter(path, rows, texts) : []
  }
  return offered().filter(({ value }) => value.startsWith(typed))
}

/** The command words so far, the arguments of the command, and the flag that still waits for its value. */
function readAhead(words: readonly string[], rows: readonly CommandData[]) {
  const path: string[] = []
  const operands: string[] = []
  let waitingFlag: FlagName | undefined
  for (const word of words) {
    if (waitingFlag !== undefined) {
      waitingFlag = undefined
    } else if (word.startsWith('-') && word !== '-') {
      waitingFlag = valuedFlag(word)
    } else if (operands.length === 0 && wordsAfter(path, rows).includes(word)) {
      path.push(word)
    } else {
      operands.push(word)
    }
  }
  return { path, operands, waitingFlag }
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

type Values = (sources: Sources, typed: string) => readonly Candidate[]
const scopes: Values = ({ catalogue }) => plain(catalogue.scopeNames)

/** By the argument's name in the command's own notation. */
const argumentValues: Readonly<Record<string, Values>> = {
  // Both spellings are taken; the short one is offered once it is begun.
  api: ({ catalogue: { guardedApis } }, typed) =>
    plain(typed === '' || typed.startsWith('w') ? guardedApis : guardedApis.map(shortName)),
  scope: scopes,
  'open-type': () => plain(openTypes),
  'scope=state': ({ catalogue }) => pairs([...catalogue.scopeNames, 'all'], scopeStates),
  name: ({ profiles }) => plain(profiles()),
  shell: () => plain(shells),
}

function argumentsOf(
  row: CommandData,
  operands: readonly string[],
  sources: Sources,
  typed: string,
): readonly Candidate[] {
  const last = row.arguments.at(-1)
  const argument = row.arguments[operands.length] ?? (last?.includes('...') ? last : '')
  const values = argumentValues[argumentName(argument)]?.(sources, typed) ?? []
  return values.filter(({ value }) => !operands.includes(value))
}

const flagValues: Partial<Readonly<Record<FlagName, Values>>> = {
  profile: ({ profiles }) => plain(profiles()),
  answer: ({ catalogue }) => pairs(catalogue.scopeNames, answers),
  expect: () => plain(expectations),
  enable: scopes,
  disable: scopes,
}

const valuesOf = (flag: FlagName, sources: Sources): readonly Candidate[] =>
  flagValues[flag]?.(sources, '') ?? []

/** `--expect=po`: the flag and its value in one word. */
function gluedValues(typed: string, sources: Sources): readonly Candidate[] {
  const flag = typed.slice(0, typed.indexOf('='))
  const name = valuedFlag(flag)
  const values = name === undefined ? [] : valuesOf(name, sources)
  return values.map(({ value, description }) => ({ value: `${flag}=${value}`, description }))
}

function flagsOf(row: CommandData | undefined, { cli }: Texts): readonly Candidate[] {
  const names = [...(row?.flags ?? []), ...commonFlags]
  return [
    ...names.map(name => ({ value: longFlag(name), description: cli.flags[name] })),
    { value: '--help', description: cli.flags.help },
    { value: '--version', description: cli.flags.version },
  ]
}
