import packageJson from '../../../package.json' with { type: 'json' }
import type { Explored } from '../../explore/explored.ts'
import { explorePageHtml } from '../../explore/reports/html/page.ts'
import type { Subject } from '../../explore/reports/json.ts'
import { junitReport } from '../../explore/reports/junit.ts'
import { sarifLog } from '../../explore/reports/sarif.ts'
import type { DecisionTree } from '../../explore/reports/tree.ts'
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
  readonly known: ReadonlySet<string> | null
  readonly language: Language
  readonly texts: ExploreTexts
  readonly replayFlags: readonly string[]
}

/** The text of each report that goes into a file. */
export const reportTexts: Readonly<Record<ReportKind, (parts: Parts) => string>> = {
  html: ({ explored, language, texts, subject, trees, replayFlags }) =>
    explorePageHtml(explored, { language, texts, app: subject.app, trees, replayFlags }),
  sarif: ({ explored, texts, known, replayFlags }) =>
    `${JSON.stringify(sarifLog(explored, { texts, version: packageJson.version, known, replayFlags }), undefined, 2)}\n`,
  junit: ({ explored, pages, plan, texts, replayFlags }) =>
    junitReport(explored, pages, plan.failOn, texts, replayFlags),
}
