import packageJson from '../../../package.json' with { type: 'json' }
import type { Explored } from '../../explore/explored.ts'
import type { Finding } from '../../explore/findings/finding.ts'
import type { Baseline } from '../../explore/reports/baseline.ts'
import type { LineOf } from '../../explore/reports/code-around.ts'
import { explorePageHtml } from '../../explore/reports/html/page.ts'
import type { Subject } from '../../explore/reports/json.ts'
import { junitReport } from '../../explore/reports/junit.ts'
import { sarifLog } from '../../explore/reports/sarif.ts'
import type { DecisionTree } from '../../explore/reports/tree.ts'
import type { NotCounted } from '../../explore/reports/verdict.ts'
import type { Language } from '../../messages/language-names.ts'
import type { ExploreTexts } from '../../messages/texts.ts'
import type { ExplorePlan, ReportKind } from '../arguments/explore-plan.ts'

interface Parts {
  readonly explored: Explored
  readonly plan: ExplorePlan
  /** That were explored. */
  readonly pages: readonly string[]
  readonly subject: Subject
  readonly trees: readonly DecisionTree[]
  /** `null` if there is none. */
  readonly baseline: Baseline | null
  /** Findings of the baseline. */
  readonly known: readonly Finding[]
  readonly notCounted: NotCounted
  readonly language: Language
  readonly texts: ExploreTexts
  readonly lineOf: LineOf
  readonly replayFlags: readonly string[]
}

/** The text of each report that goes into a file. */
export const reportTexts: Readonly<Record<ReportKind, (parts: Parts) => string>> = {
  html: ({ explored, subject, notCounted, ...parts }) =>
    explorePageHtml(explored, { ...parts, app: subject.app, ...notCounted }),
  sarif: ({ explored, texts, baseline, replayFlags }) =>
    `${JSON.stringify(sarifLog(explored, { texts, version: packageJson.version, baseline, replayFlags }), undefined, 2)}\n`,
  junit: ({ explored, pages, plan, texts, known, replayFlags }) =>
    junitReport(explored, { pages, failOn: plan.failOn, texts, known, replayFlags }),
}
