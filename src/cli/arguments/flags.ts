import { Option } from 'commander'

/** The flags as commander parses them; a command gets only those that it lists. */
export interface Flags {
  readonly profile?: string
  readonly project?: string
  readonly lang?: string
  readonly edition?: string
  readonly platform?: string
  readonly json?: boolean
  readonly color?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly accept?: boolean
  readonly reject?: boolean
  readonly dismiss?: boolean
  readonly answer?: readonly string[]
  /** `false` under `--no-input`. */
  readonly input?: boolean
  readonly expect?: readonly string[]
  readonly reply?: string
  readonly enable?: readonly string[]
  readonly disable?: readonly string[]
  readonly html?: string
  readonly all?: boolean
  readonly sarif?: string
  readonly junit?: string
  readonly failOn?: string
  readonly threshold?: string
  readonly ignore?: readonly string[]
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly replay?: string
  readonly explain?: string
  readonly start?: string
  readonly jobs?: string
  readonly shard?: string
  readonly maxDepth?: string
  readonly maxPaths?: string
  readonly hidden?: boolean
  /** `--tap` and `--input`, in the order in which they are written. */
  readonly steps?: readonly WrittenStep[]
  readonly query?: readonly string[]
  readonly modal?: readonly string[]
  readonly sheet?: readonly string[]
  readonly pick?: readonly string[]
  readonly expectText?: readonly string[]
  readonly expectNoText?: readonly string[]
  readonly expectPage?: readonly string[]
  readonly storage?: readonly string[]
  readonly fixtures?: readonly string[]
}

interface WrittenStep {
  readonly kind: 'tap' | 'input'
  readonly value: string
}

/** One flag: `--profile <name>`, `-q, --quiet`. */
interface FlagRow {
  readonly long: `--${string}`
  readonly short?: `-${string}`
  /** The name of its value in the help. */
  readonly value?: string
  readonly repeatable?: true
  /** Its values are steps. */
  readonly step?: WrittenStep['kind']
}

const rows = {
  profile: { long: '--profile', value: 'name' },
  project: { long: '--project', value: 'dir' },
  lang: { long: '--lang', value: 'language' },
  edition: { long: '--edition', value: 'edition' },
  json: { long: '--json' },
  color: { long: '--color' },
  noColor: { long: '--no-color' },
  quiet: { long: '--quiet', short: '-q' },
  verbose: { long: '--verbose' },
  platform: { long: '--platform', value: 'platform' },
  accept: { long: '--accept' },
  reject: { long: '--reject' },
  dismiss: { long: '--dismiss' },
  answer: { long: '--answer', value: 'scope=answer', repeatable: true },
  noInput: { long: '--no-input' },
  expect: { long: '--expect', value: 'outcome', repeatable: true },
  reply: { long: '--reply', value: 'json' },
  enable: { long: '--enable', value: 'scope', repeatable: true },
  disable: { long: '--disable', value: 'scope', repeatable: true },
  html: { long: '--html', value: 'file' },
  all: { long: '--all' },
  sarif: { long: '--sarif', value: 'file' },
  junit: { long: '--junit', value: 'file' },
  failOn: { long: '--fail-on', value: 'severity' },
  threshold: { long: '--threshold', value: 'percent' },
  ignore: { long: '--ignore', value: 'rule', repeatable: true },
  baseline: { long: '--baseline', value: 'file' },
  updateBaseline: { long: '--update-baseline' },
  replay: { long: '--replay', value: 'token' },
  explain: { long: '--explain', value: 'rule' },
  start: { long: '--start', value: 'user' },
  jobs: { long: '--jobs', value: 'number' },
  shard: { long: '--shard', value: 'part' },
  maxDepth: { long: '--max-depth', value: 'number' },
  maxPaths: { long: '--max-paths', value: 'number' },
  hidden: { long: '--hidden' },
  query: { long: '--query', value: 'key=value', repeatable: true },
  tap: { long: '--tap', value: 'target', step: 'tap' },
  typed: { long: '--input', value: 'target=text', step: 'input' },
  modal: { long: '--modal', value: 'answers', repeatable: true },
  sheet: { long: '--sheet', value: 'answers', repeatable: true },
  pick: { long: '--pick', value: 'answers', repeatable: true },
  expectText: { long: '--expect-text', value: 'text', repeatable: true },
  expectNoText: { long: '--expect-no-text', value: 'text', repeatable: true },
  expectPage: { long: '--expect-page', value: 'route', repeatable: true },
  storage: { long: '--storage', value: 'file', repeatable: true },
  fixtures: { long: '--fixtures', value: 'file', repeatable: true },
} as const satisfies Readonly<Record<string, FlagRow>>

export type FlagName = keyof typeof rows

export const commonFlags = [
  'profile',
  'project',
  'lang',
  'edition',
  'json',
  'color',
  'noColor',
  'quiet',
  'verbose',
] as const
export type CommonFlagName = (typeof commonFlags)[number]
export const popupFlags = ['accept', 'reject', 'dismiss', 'answer', 'noInput', 'expect'] as const
/** Commands that run callbacks. */
export const callbackFlags = ['platform'] as const
export const switchFlags = ['enable', 'disable'] as const
export const pageFlags = ['html', 'all'] as const
export const programFlags = [
  'query',
  'tap',
  'typed',
  'modal',
  'sheet',
  'pick',
  'expectText',
  'expectNoText',
  'expectPage',
  'storage',
  'fixtures',
] as const

export const exploreFlags = [
  'sarif',
  'junit',
  'failOn',
  'threshold',
  'ignore',
  'baseline',
  'updateBaseline',
  'replay',
  'explain',
  'start',
  'jobs',
  'shard',
  'maxDepth',
  'maxPaths',
  'hidden',
] as const
/** What `explore` has in common with other commands. */
export const exploredFlags = [
  'html',
  'query',
  'storage',
  'fixtures',
  'answer',
  'modal',
  'sheet',
  'pick',
] as const

/** The flags that a command has in common with the others; all of them where there is no command. */
export const commonFlagsOf = (
  command: { readonly without?: readonly CommonFlagName[] } | undefined,
): readonly FlagName[] => commonFlags.filter(flag => !command?.without?.includes(flag))

const rowOf = (name: FlagName): FlagRow => rows[name]

/** `--profile` */
export const longFlag = (name: FlagName): string => rowOf(name).long

/** `-q, --quiet`; `--profile <name>` */
export function flagTerm(name: FlagName): string {
  const { long, short, value } = rowOf(name)
  const words = [short, long].filter(word => word !== undefined).join(', ')
  return value === undefined ? words : `${words} <${value}>`
}

/** Whether this is a flag of one letter: `-q`. None of them has a value. */
export const isShortFlag = (word: string): boolean =>
  ['-h', '-V', ...Object.values<FlagRow>(rows).map(({ short }) => short)].includes(word)

/** The flag as an option of commander; a new one for each command, because commander keeps state in it. */
export function optionOf(name: FlagName): Option {
  const { repeatable, step } = rowOf(name)
  if (step !== undefined) return new StepOption(flagTerm(name), step)
  const option = new Option(flagTerm(name))
  if (!repeatable) return option
  return option.argParser((value: string, earlier: readonly string[] = []) => [...earlier, value])
}

/** All steps are in one list, so that they stay in the order in which they are written. */
class StepOption extends Option {
  constructor(term: string, kind: WrittenStep['kind']) {
    super(term)
    this.argParser((value: string, earlier: readonly WrittenStep[] = []) => [...earlier, { kind, value }])
  }

  override attributeName(): string {
    return 'steps'
  }
}

/** The flag with this long form, if its value is the next word; `undefined` for `--flag=value`. */
export function valuedFlag(word: string): FlagName | undefined {
  const names = Object.keys(rows) as FlagName[]
  return names.find(name => rowOf(name).long === word && rowOf(name).value !== undefined)
}

/** The flags that are needed even if parsing fails, read without the parser. */
export function writtenFlags(argv: readonly string[]): Flags {
  const end = argv.indexOf('--')
  const written = end === -1 ? argv : argv.slice(0, end)
  const words = new Set(written)
  const lang = writtenValue('lang', written)
  const edition = writtenValue('edition', written)
  return {
    ...(lang === undefined ? {} : { lang }),
    ...(edition === undefined ? {} : { edition }),
    json: words.has('--json'),
    verbose: words.has('--verbose'),
    ...(words.has('--no-color') ? { color: false } : words.has('--color') ? { color: true } : {}),
  }
}

/** The last value of that flag among these words. */
export function writtenValue(name: 'lang' | 'edition', words: readonly string[]): string | undefined {
  let value: string | undefined
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (word.startsWith(`--${name}=`)) value = word.slice(`--${name}=`.length)
    const flag = valuedFlag(word)
    if (flag === undefined) continue
    at += 1
    if (flag === name) value = words[at]
  }
  return value
}
