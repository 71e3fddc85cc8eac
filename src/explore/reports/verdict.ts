import type { ExploreTexts } from '../../messages/texts.ts'
import { whole } from '../../text/quoted.ts'
import type { Explored } from '../explored.ts'
import type { RuleName } from '../findings/rule.ts'
import { countOf, reachedLittle } from './counting.ts'

/** What is not among the findings. */
export interface NotCounted {
  /** Findings of the baseline. */
  readonly known: number
  /** Those of the baseline that are no longer there. */
  readonly gone: number
  readonly ignored: readonly RuleName[]
}

interface Verdict {
  readonly text: string
  readonly tone: 'good' | 'bad' | 'accent'
}

/** The sentence that a report begins with. Only a program that was tried as a whole is called faultless. */
export function verdictOf(explored: Explored, { known }: NotCounted, texts: ExploreTexts): Verdict {
  const { report } = texts
  const { findings, summary } = explored
  const [errors, warnings, infos] = [
    countOf(findings, 'error'),
    countOf(findings, 'warning'),
    countOf(findings, 'info'),
  ]
  if (findings.length > 0)
    return { text: report.counts(errors, warnings, infos), tone: errors > 0 ? 'bad' : 'accent' }
  if (known > 0) return { text: report.nothingNew(known), tone: 'accent' }
  if (summary.pages === 0) return { text: report.noPages, tone: 'accent' }
  if (reservationsOf(explored, texts).length > 0) return { text: report.cleanSoFar, tone: 'accent' }
  return { text: report.clean, tone: 'good' }
}

interface Reservation {
  readonly code: 'pages-not-loaded' | 'endless-loop' | 'paths-left-out' | 'calls-not-reached'
  readonly text: string
}

/** What was not tried: why few findings, or none, may say little. */
export function reservationsOf(explored: Explored, { report }: ExploreTexts): readonly Reservation[] {
  const { summary, unloaded, notices } = explored
  const endless = notices.filter(({ code }) => code === 'endless-loop').length
  const { cut, calls } = summary
  return [
    ...one('pages-not-loaded', unloaded.length > 0, () => report.unloaded(unloaded.map(page => whole(page)))),
    ...one('endless-loop', endless > 0, () => report.endless(endless)),
    ...one('paths-left-out', cut > 0, () => report.cut(cut)),
    ...one('calls-not-reached', reachedLittle(explored), () => report.reachedLittle(calls.reached)),
  ]
}

/** How many guarded calls ran, and each that did not; empty where the source has none. */
export function reachLines({ summary: { calls }, unreached }: Explored, { report }: ExploreTexts) {
  if (calls.written === 0) return []
  const missed = unreached.map(({ api, file, line }) => whole(`${api} ${file}:${line}`))
  return [
    report.reached(calls.reached, calls.written),
    ...(missed.length === 0 ? [] : [report.unreached, ...missed]),
  ]
}

const one = (code: Reservation['code'], is: boolean, text: () => string): readonly Reservation[] =>
  is ? [{ code, text: text() }] : []

/** What the findings leave out, and how much of the program ran. */
export function summarySentences(
  explored: Explored,
  { known, gone, ignored }: NotCounted,
  texts: ExploreTexts,
) {
  const { report } = texts
  const { findings, summary } = explored
  const { calls, asking, loaded, pages } = summary
  return {
    notCounted: [
      ...(known > 0 && findings.length > 0 ? [report.baseline(known)] : []),
      ...(gone > 0 ? [report.gone(gone)] : []),
      ...(ignored.length > 0 ? [report.ignored(ignored.join(', '))] : []),
    ],
    tried: [
      ...(calls.written > 0 ? [report.reached(calls.reached, calls.written)] : []),
      // Buttons and cameras ask without a call, and pages that did not load may call what nobody has seen.
      ...(calls.written === 0 && asking === 0 && loaded === pages ? [report.nothingGuarded] : []),
      ...reservationsOf(explored, texts).map(({ text }) => text),
    ],
  }
}
