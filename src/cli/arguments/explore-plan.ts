import type { Catalogue } from '../../catalogue/catalogue.ts'
import { type RuleName, ruleNames, severities } from '../../explore/findings/rule.ts'
import { type StartUser, startUsers } from '../../explore/path.ts'
import type { FailOn } from '../../explore/reports/counting.ts'
import { parseShard, type Shard } from '../../explore/search/shard.ts'
import type { Limits } from '../../explore/search/unit.ts'
import { WxauthError } from '../../faults.ts'
import type { FixedAnswers } from '../../playing/answers.ts'
import { nearest } from '../../text/nearest.ts'
import { type FlagName, type Flags, longFlag } from './flags.ts'
import { choicesIn, popupAnswers, queryIn, single } from './run-plan.ts'

/** What the flags of `wxauth explore` ask for, checked before anything runs. */
export interface ExplorePlan {
  readonly query: Readonly<Record<string, string>>
  readonly fixed: FixedAnswers
  readonly storage: string | undefined
  readonly fixtures: string | undefined
  readonly starts: readonly StartUser[]
  readonly limits: Limits
  readonly hidden: boolean
  readonly ignored: readonly RuleName[]
  readonly failOn: FailOn
  readonly threshold: number | undefined
  readonly jobs: number | undefined
  readonly shard: Shard | undefined
  readonly files: Readonly<Partial<Record<ReportKind, string>>>
  readonly baseline: string | undefined
  readonly updatesBaseline: boolean
}

export const reportKinds = ['html', 'sarif', 'junit'] as const
export type ReportKind = (typeof reportKinds)[number]

const command = 'wxauth explore'
const usualLimits: Limits = { depth: 8, paths: 200 }

/** @throws WxauthError ERR_FLAG_*, ERR_UNKNOWN_*, ERR_CONFLICTING_FLAGS, ERR_MISSING_FLAG, ERR_BAD_PAIR */
export function explorePlan(catalogue: Catalogue, flags: Flags): ExplorePlan {
  if (flags.updateBaseline && flags.baseline === undefined)
    throw new WxauthError('ERR_MISSING_FLAG', {
      flag: '--update-baseline',
      needed: '--baseline <file>',
      command,
    })
  const { perScope } = popupAnswers(catalogue, flags)
  const { start } = flags
  return {
    query: queryIn(flags),
    fixed: { perScope, ...choicesIn(flags) },
    storage: single('--storage', flags.storage),
    fixtures: single('--fixtures', flags.fixtures),
    starts: start === undefined ? startUsers : [word('--start', start, startUsers)],
    limits: {
      depth: count('--max-depth', flags.maxDepth, 0) ?? usualLimits.depth,
      paths: count('--max-paths', flags.maxPaths, 1) ?? usualLimits.paths,
    },
    hidden: flags.hidden ?? false,
    ignored: (flags.ignore ?? []).map(rule => word('--ignore', rule, ruleNames)),
    failOn: word('--fail-on', flags.failOn ?? 'error', [...severities, 'never']),
    threshold: percent(flags.threshold),
    jobs: count('--jobs', flags.jobs, 1),
    shard: flags.shard === undefined ? undefined : shardOf(flags.shard),
    files: filesIn(flags),
    baseline: fileName('--baseline', flags.baseline),
    updatesBaseline: flags.updateBaseline ?? false,
  }
}

/** They would have no effect on one path, or on the explanation of a rule. */
const flagsOfReports = [
  'html',
  'sarif',
  'junit',
  'baseline',
  'updateBaseline',
  'failOn',
  'threshold',
] as const satisfies readonly (FlagName & keyof Flags)[]

/** `--replay` and `--explain` stand instead of an exploration. @throws WxauthError ERR_CONFLICTING_FLAGS */
export function checkAlone(flags: Flags, [page]: readonly string[]): void {
  const [mode, other] = (['explain', 'replay'] as const).filter(name => flags[name] !== undefined)
  if (mode === undefined) return
  const report = flagsOfReports.find(name => flags[name] !== undefined)
  const beside = page ?? [other, report].flatMap(name => (name === undefined ? [] : longFlag(name)))[0]
  if (beside !== undefined)
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [longFlag(mode), beside] })
}

/** @throws WxauthError ERR_FLAG_CHOICE */
export function ruleNamed(rule: string): RuleName {
  return word('--explain', rule, ruleNames)
}

function filesIn(flags: Flags): ExplorePlan['files'] {
  const files = reportKinds.flatMap(kind => {
    const file = fileName(`--${kind}`, flags[kind])
    return file === undefined ? [] : [[kind, file] as const]
  })
  return Object.fromEntries(files)
}

function fileName(flag: string, file: string | undefined): string | undefined {
  if (file === '') throw new WxauthError('ERR_FLAG_VALUE', { flag, command })
  return file
}

function word<T extends string>(flag: string, given: string, choices: readonly T[]): T {
  const choice = choices.find(choice => choice === given)
  if (choice !== undefined) return choice
  throw new WxauthError('ERR_FLAG_CHOICE', {
    flag,
    given,
    choices,
    near: nearest(given, choices) ?? begunWith(given, choices),
    form: 'word',
  })
}

/** `no-fail` is short for one rule only. */
function begunWith<T extends string>(given: string, choices: readonly T[]): T | undefined {
  const [only, other] = choices.filter(choice => choice.startsWith(given))
  return given === '' || other !== undefined ? undefined : only
}

function count(flag: string, given: string | undefined, from: number): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given)
  if (/^\d{1,6}$/.test(given) && number >= from) return number
  throw new WxauthError('ERR_FLAG_NUMBER', { flag, given, from, to: Number.POSITIVE_INFINITY })
}

function percent(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given)
  if (/^\d+(\.\d+)?$/.test(given) && number <= 100) return number
  throw new WxauthError('ERR_FLAG_NUMBER', { flag: '--threshold', given, from: 0, to: 100 })
}

function shardOf(given: string): Shard {
  const shard = parseShard(given)
  if (shard !== undefined) return shard
  throw new WxauthError('ERR_FLAG_CHOICE', {
    flag: '--shard',
    given,
    choices: ['1/2', '2/2'],
    near: undefined,
    form: 'part',
  })
}
