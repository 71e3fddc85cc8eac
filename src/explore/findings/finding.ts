import { byPlace } from '../order.ts'
import { type DataKind, isHidden, lastTap, type StartUser } from '../path.ts'
import type { Frame, Observation, Place, Stack } from '../ports.ts'
import { printToken } from '../token.ts'
import type { RuleName, Severity, Violation } from './rule.ts'
import { severityOf } from './rules.ts'
import { type Step, stepsTo } from './steps.ts'

/** One cause of trouble, with the shortest way to see it. Plain data, without a text of ours. */
export interface Finding extends Place {
  readonly rule: RuleName
  readonly severity: Severity
  readonly page: string
  /** What is tapped; `null` if opening the page is enough. */
  readonly handler: string | null
  readonly api: string | null
  readonly scope: string | null
  readonly start: StartUser
  readonly data: DataKind
  readonly steps: readonly Step[]
  readonly reached: 'visible' | 'hidden'
  /** Rules that the same call breaks on the same path. */
  readonly also: readonly RuleName[]
  /** Where it happens: the finding itself may stand at the page's line that led there. */
  readonly own: Place
  /** The other lines between the cause and the page: wrappers. */
  readonly related: readonly Place[]
  /** Only of `re-ask-loop`: whether some answer but yes leaves it. Left out where limits leave that open. */
  readonly wayOut?: boolean
  readonly replay: string
  readonly fingerprint: string
  /** What its message is made of. */
  readonly facts: Readonly<Record<string, string>>
}

/** The function around a place, and which call of this name it is there, counted from 1. */
export type NameSite = (place: Place, api: string) => { readonly function: string; readonly nth: number }

export interface FindingParts {
  readonly observation: Observation
  readonly rule: RuleName
  readonly violation: Violation
  readonly also: readonly RuleName[]
}

export function findingOf(parts: FindingParts, nameSite: NameSite, root: string): Finding {
  const { observation, rule, violation, also } = parts
  const { path } = observation
  const site = siteOf(violation.stack)
  return {
    rule,
    severity: severityOf(rule),
    ...placeIn(site),
    page: path.unit.page,
    handler: lastTap(path.unit)?.handler ?? null,
    api: violation.api,
    scope: violation.scope,
    start: path.start,
    data: path.data,
    steps: stepsTo(observation, violation.until),
    reached: isHidden(path.unit) ? 'hidden' : 'visible',
    also,
    own: placeIn(violation.stack[0] ?? unknown),
    related: violation.stack.filter(frame => frame !== site).map(placeIn),
    replay: printToken({ ...path, decisions: decisionsTo(observation, violation.until) }, root),
    fingerprint: fingerprintOf(rule, violation, nameSite),
    facts: violation.facts ?? {},
  }
}

const unknown: Frame = { file: '', line: 1, column: 1, script: 'module', function: '' }

/** The innermost line in a page's or component's script, else in `app.js`, else the cause itself. */
export function siteOf(stack: Stack): Frame {
  return (
    stack.find(({ script }) => script === 'page' || script === 'component') ??
    stack.find(({ script }) => script === 'app') ??
    stack[0] ??
    unknown
  )
}

const placeIn = ({ file, line, column }: Place): Place => ({ file, line, column })

/** The decisions that lead there. Later ones are left out where the first answer, which needs no word, was taken. */
function decisionsTo({ path, choices }: Observation, until: number) {
  const needed = choices.findLastIndex(
    ({ event, options, answer }) => event <= until || answer !== options[0],
  )
  return path.decisions.slice(0, needed + 1)
}

/** What stays the same while lines move: no line, no page and no text is in it. */
function fingerprintOf(rule: RuleName, { stack, api }: Violation, nameSite: NameSite): string {
  const [own = unknown] = stack
  const { function: name, nth } = nameSite(own, api ?? '')
  return [rule, own.file, name, api ?? '', nth].join('|')
}

/** Of two findings of one cause, the one that is easier to see again; both lines stay. */
export function merged(a: Finding, b: Finding, pages: readonly string[]): Finding {
  const [first, second] = byEase(pages)(a, b) <= 0 ? [a, b] : [b, a]
  const others = [placeIn(second), ...second.related]
  const own = [placeIn(first), ...first.related]
  const related = distinct([...own, ...others]).slice(1)
  const wayOut = first.wayOut === undefined ? {} : { wayOut: first.wayOut && second.wayOut !== false }
  return { ...first, ...wayOut, related: [...related.toSorted(byPlace)] }
}

function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Set<string>()
  return places.filter(({ file, line, column }) => {
    const key = `${file}:${line}:${column}`
    return seen.has(key) ? false : seen.add(key)
  })
}

/** First the page whose script it is, then the first page of app.json, what is shown, fixtures, the undecided user, and the shortest way. */
function byEase(pages: readonly string[]) {
  const costs = ({ file, page, reached, data, start, steps, handler, replay }: Finding) => [
    file.replace(/\.\w+$/, '').endsWith(page) ? 0 : 1,
    pages.indexOf(page),
    reached === 'visible' ? 0 : 1,
    data === 'fixtures' ? 0 : 1,
    start === 'undecided' ? 0 : 1,
    steps.length,
    handler === null ? 0 : 1,
    // A tap that comes after it is of no use.
    replay.split('#').length,
    // Most people know what to reject means.
    steps.filter(step => 'answer' in step && step.answer === 'dismiss').length,
    replay,
  ]
  return (a: Finding, b: Finding): number => {
    const others = costs(b)
    for (const [at, cost] of costs(a).entries()) {
      const other = others[at]
      if (other === undefined || cost === other) continue
      return cost < other ? -1 : 1
    }
    return 0
  }
}
