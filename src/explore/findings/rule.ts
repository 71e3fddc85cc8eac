import type { ScopeName } from '../../catalogue/names.ts'
import type { Observation, SourceFacts, Stack } from '../ports.ts'

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** Every rule. For one call on one path only the first of the first eight is reported. */
export const ruleNames = [
  'asks-user-info',
  'settings-without-tap',
  'refusal-exception',
  'never-settles',
  'unhandled-rejection',
  'no-fail-handler',
  'silent-refusal',
  'no-way-back',
  're-ask-loop',
  'stuck-loading',
  'empty-settings',
  'acts-while-asking',
  'missing-handler',
  'open-type-misplaced',
  'overridden-handler',
  'asks-at-launch',
  'asks-on-load',
  'no-usage-description',
] as const
export type RuleName = (typeof ruleNames)[number]

/** The first of these that one call breaks on one path is reported; it names the others. */
export const ranked: readonly RuleName[] = ruleNames.slice(0, ruleNames.indexOf('no-way-back') + 1)

/** What a rule found on one path. */
export interface Violation {
  /** The cause: its own place first. */
  readonly stack: Stack
  /** Index of the call that it is about; `null` if it is about none. */
  readonly call: number | null
  readonly api: string | null
  readonly scope: ScopeName | null
  /** Index of the event after which the path need not be told. */
  readonly until: number
  /** The same trouble has the same name on every path, so that one can see whether it has to do with a refusal. */
  readonly trouble?: string
  /** What is asked again and again. */
  readonly question?: string
  /** What its sentence is made of. */
  readonly facts?: Readonly<Record<string, string>>
  /** Counts only if nothing that was seen of the page leads to the settings. */
  readonly unlessSettings?: true
}

/** One rule: it looks at one path at a time, and at nothing else. */
export interface Rule {
  readonly name: RuleName
  readonly severity: Severity
  readonly violationsOn: (observation: Observation, facts: Pick<SourceFacts, 'usage'>) => readonly Violation[]
}
