import { guardedApis, scopeNames } from '../../catalogue/look-ups.ts'
import { answers, scopeStates } from '../../machine/state.ts'
import { cli } from '../../messages/en/cli.ts'
import { expectations, openTypes } from '../arguments/checked-words.ts'
import { commonFlags, type FlagName, flagText, longFlag, valuedFlag } from '../arguments/flags.ts'
import type { CommandSpec } from '../commands/command.ts'
import { shells } from './shells.ts'

/** One way to go on typing. */
export interface Candidate {
  readonly value: string
  readonly description: string
}

/** What completion knows beside the command line's own tables. */
export interface Known {
  readonly specs: readonly CommandSpec[]
  readonly profiles: () => readonly string[]
}

/**
 * What may stand where the last of the words is being typed; the words come without `wxauth`. Nothing where a file
 * name or free text is wanted. Pure but for `profiles`.
 */
export function candidates(words: readonly string[], known: Known): readonly Candidate[] {
  const typed = words.at(-1) ?? ''
  const { path, operands, pending } = readAhead(words.slice(0, -1), known.specs)
  const spec = known.specs.find(({ name }) => name === path.join(' '))
  const offered = () => {
    if (pending !== undefined) return valuesOf(pending, known)
    if (/^--.*=/.test(typed)) return gluedValues(typed, known)
    if (typed.startsWith('-')) return flagsOf(spec)
    if (spec !== undefined) return argumentsOf(spec, operands, known, typed)
    return operands.length === 0 ? nextWords(path, known.specs) : []
  }
  return offered().filter(({ value }) => value.startsWith(typed))
}

/** The command words so far, what was given to the command, and the flag that still waits for its value. */
function readAhead(words: readonly string[], specs: readonly CommandSpec[]) {
  const path: string[] = []
  const operands: string[] = []
  let pending: FlagName | undefined
  for (const word of words) {
    if (pending !== undefined) {
      pending = undefined
    } else if (word.startsWith('-') && word !== '-') {
      pending = valuedFlag(word)
    } else if (operands.length === 0 && nextWords(path, specs).some(({ value }) => value === word)) {
      path.push(word)
    } else {
      operands.push(word)
    }
  }
  return { path, operands, pending }
}

/** The words that may follow a path: `profile` → `list`, `path`, `remove`. */
function nextWords(path: readonly string[], specs: readonly CommandSpec[]): readonly Candidate[] {
  const under = specs
    .map(({ name }) => name.split(' '))
    .filter(words => path.every((word, at) => words[at] === word))
  const next = new Set(under.flatMap(words => words[path.length] ?? []))
  const texts: Readonly<Record<string, string>> = cli.commands
  return [...next].map(value => ({ value, description: texts[[...path, value].join(' ')] ?? '' }))
}

const plain = (values: readonly string[]): readonly Candidate[] =>
  values.map(value => ({ value, description: '' }))
const pairs = (names: readonly string[], values: readonly string[]) =>
  plain(names.flatMap(name => values.map(value => `${name}=${value}`)))

/** By the argument's name in the command's own notation. */
const argumentValues: Readonly<Record<string, (known: Known, typed: string) => readonly Candidate[]>> = {
  // Both spellings are taken; the short one is offered once it is begun.
  api: (_, typed) =>
    plain(
      typed === '' || typed.startsWith('w') ? guardedApis : guardedApis.map(api => api.replace(/^wx\./, '')),
    ),
  scope: () => plain(scopeNames),
  'open-type': () => plain(openTypes),
  'scope=state': () => pairs([...scopeNames, 'all'], scopeStates),
  name: ({ profiles }) => plain(profiles()),
  shell: () => plain(shells),
}

function argumentsOf(
  spec: CommandSpec,
  given: readonly string[],
  known: Known,
  typed: string,
): readonly Candidate[] {
  const last = spec.arguments.at(-1)
  const argument = spec.arguments[given.length] ?? (last?.includes('...') ? last : '')
  const values = argumentValues[argument.replace(/[<>[\].]/g, '')]?.(known, typed) ?? []
  return values.filter(({ value }) => !given.includes(value))
}

const flagValues: Partial<Readonly<Record<FlagName, (known: Known) => readonly Candidate[]>>> = {
  profile: ({ profiles }) => plain(profiles()),
  answer: () => pairs(scopeNames, answers),
  expect: () => plain(expectations),
  enable: () => plain(scopeNames),
  disable: () => plain(scopeNames),
}

const valuesOf = (flag: FlagName, known: Known): readonly Candidate[] => flagValues[flag]?.(known) ?? []

/** `--expect=po`: the flag and its value in one word. */
function gluedValues(typed: string, known: Known): readonly Candidate[] {
  const flag = typed.slice(0, typed.indexOf('='))
  const name = valuedFlag(flag)
  const values = name === undefined ? [] : valuesOf(name, known)
  return values.map(({ value, description }) => ({ value: `${flag}=${value}`, description }))
}

function flagsOf(spec: CommandSpec | undefined): readonly Candidate[] {
  const names = [...(spec?.flags ?? []), ...commonFlags]
  const ours = names.map(name => ({ value: longFlag(name), description: flagText(name) }))
  return [
    ...ours,
    { value: '--help', description: cli.flags.help },
    { value: '--version', description: cli.flags.version },
  ]
}
