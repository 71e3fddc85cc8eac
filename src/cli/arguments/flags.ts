import { Option } from 'commander'
import { cli } from '../../messages/en/cli.ts'

/** What commander makes of the flags; a command sees only those it lists. */
export interface Flags {
  readonly profile?: string
  readonly project?: string
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
}

/** One flag as it is written: `--profile <name>`, `-q, --quiet`. */
interface FlagRow {
  readonly long: `--${string}`
  readonly short?: `-${string}`
  /** What follows it. */
  readonly value?: string
  readonly repeatable?: true
  readonly says: string
}

const { flags: says } = cli

const rows = {
  profile: { long: '--profile', value: 'name', says: says.profile },
  project: { long: '--project', value: 'dir', says: says.project },
  json: { long: '--json', says: says.json },
  color: { long: '--color', says: says.color },
  noColor: { long: '--no-color', says: says.noColor },
  quiet: { long: '--quiet', short: '-q', says: says.quiet },
  verbose: { long: '--verbose', says: says.verbose },
  accept: { long: '--accept', says: says.accept },
  reject: { long: '--reject', says: says.reject },
  dismiss: { long: '--dismiss', says: says.dismiss },
  answer: { long: '--answer', value: 'scope=answer', repeatable: true, says: says.answer },
  noInput: { long: '--no-input', says: says.noInput },
  expect: { long: '--expect', value: 'outcome', repeatable: true, says: says.expect },
  reply: { long: '--reply', value: 'json', says: says.reply },
  enable: { long: '--enable', value: 'scope', repeatable: true, says: says.enable },
  disable: { long: '--disable', value: 'scope', repeatable: true, says: says.disable },
} as const satisfies Readonly<Record<string, FlagRow>>

export type FlagName = keyof typeof rows

export const commonFlags = ['profile', 'project', 'json', 'color', 'noColor', 'quiet', 'verbose'] as const
export const popupFlags = ['accept', 'reject', 'dismiss', 'answer', 'noInput', 'expect'] as const
export const switchFlags = ['enable', 'disable'] as const

const rowOf = (name: FlagName): FlagRow => rows[name]

/** `--profile` */
export const longFlag = (name: FlagName): string => rowOf(name).long
export const flagText = (name: FlagName): string => rowOf(name).says

/** The flag as commander takes it; made anew for each command, as commander keeps state in it. */
export function optionOf(name: FlagName): Option {
  const { long, short, value, repeatable, says } = rowOf(name)
  const written = [short, long].filter(word => word !== undefined).join(', ')
  const option = new Option(value === undefined ? written : `${written} <${value}>`, says)
  if (!repeatable) return option
  return option.argParser((value: string, before: readonly string[] = []) => [...before, value])
}

/** The flag of which this is the long form, where its value follows; `--flag=value` brings it along. */
export function valuedFlag(written: string): FlagName | undefined {
  const names = Object.keys(rows) as FlagName[]
  return names.find(name => rowOf(name).long === written && rowOf(name).value !== undefined)
}

/** Whether the arguments have this flag in them, in any of its spellings. */
export function isWritten(name: FlagName, argv: readonly string[]): boolean {
  const { long, short } = rowOf(name)
  return argv.some(word => word === long || word === short || word.startsWith(`${long}=`))
}
