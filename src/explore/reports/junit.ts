import type { ExploreTexts } from '../../messages/texts.ts'
import { onOneLine } from '../../text/in-lines.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { Explored } from '../explored.ts'
import type { Finding } from '../findings/finding.ts'
import { atPlace } from '../findings/steps.ts'
import { type FailOn, fails } from './counting.ts'
import { reachLines, reservationsOf } from './verdict.ts'
import { fixOf, messageOf, replayCommand, stepText } from './words.ts'
import { element, printXml } from './xml.ts'

interface JunitParts {
  /** That were explored. */
  readonly pages: readonly string[]
  readonly failOn: FailOn
  readonly texts: ExploreTexts
  /** Findings of the baseline. */
  readonly known?: readonly Finding[]
  /** The flags that a replay needs too. */
  readonly replayFlags?: readonly string[]
}

/**
 * A suite for each page, and in it a test for each finding; a page without any has one test, which passes. What was not
 * tried is skipped: it neither passes nor fails. A last suite says how much was reached.
 */
export function junitReport(explored: Explored, parts: JunitParts): string {
  const { pages, texts } = parts
  const reservations = reservationsOf(explored, texts).map(({ code, text }) => ({
    isFailure: false,
    isSkipped: true,
    xml: skipped(name, code, onOneLine(text)),
  }))
  const reach = reachLines(explored, texts)
  const said = reach.length === 0 ? [] : [element('system-out', {}, onOneLine(reach.join('\n')))]
  const suites = [
    ...pages.map(page => ({ suite: visibleText(page), cases: casesOf(page, explored, parts), said: [] })),
    ...(reservations.length + said.length === 0 ? [] : [{ suite: name, cases: reservations, said }]),
  ]
  const all = suites.flatMap(({ cases }) => cases)
  return printXml(
    element(
      'testsuites',
      { name, ...countsOf(all) },
      ...suites.map(({ suite, cases, said }) =>
        element('testsuite', { name: suite, ...countsOf(cases) }, ...cases.map(({ xml }) => xml), ...said),
      ),
    ),
  )
}

const name = 'wxauth explore'

interface Case {
  readonly isFailure: boolean
  readonly isSkipped: boolean
  readonly xml: ReturnType<typeof element>
}

const countsOf = (cases: readonly Case[]) => ({
  tests: cases.length,
  failures: cases.filter(({ isFailure }) => isFailure).length,
  errors: 0,
  skipped: cases.filter(({ isSkipped }) => isSkipped).length,
})

function casesOf(page: string, { findings, unloaded }: Explored, parts: JunitParts): readonly Case[] {
  const { failOn, texts, known = [] } = parts
  const { report } = texts
  const own = findings.filter(finding => finding.page === page)
  if (own.length > 0)
    return own.map(finding => ({
      isFailure: fails(finding, failOn),
      isSkipped: false,
      xml: caseOf(finding, parts),
    }))
  const classname = visibleText(page)
  if (unloaded.includes(page)) {
    const xml = skipped(classname, 'pages-not-loaded', onOneLine(report.unloaded([classname])))
    return [{ isFailure: false, isSkipped: true, xml }]
  }
  const ofBaseline = known.filter(finding => finding.page === page).length
  const text = ofBaseline === 0 ? report.clean : report.nothingNew(ofBaseline)
  return [{ isFailure: false, isSkipped: false, xml: element('testcase', { classname, name: text }) }]
}

const skipped = (classname: string, name: string, message: string) =>
  element('testcase', { classname, name }, element('skipped', { message }))

function caseOf(finding: Finding, { failOn, texts, replayFlags }: JunitParts) {
  const { page, rule, file, line } = finding
  const place = visibleText(atPlace(finding))
  const message = onOneLine(messageOf(finding, texts))
  const text = [
    `${place} ${message}`,
    ...(finding.start === 'rejected' && finding.steps.length > 0 ? [texts.report.startsRejected] : []),
    ...finding.steps.map((step, at) => `${at + 1}. ${stepText(step, texts)}`),
    texts.report.fix(fixOf(finding, texts)),
    ...(finding.steps.length === 0 ? [] : [texts.report.replay(replayCommand(finding, replayFlags))]),
  ]
  const body = onOneLine(text.join('\n'))
  const result = fails(finding, failOn)
    ? element('failure', { type: rule, message }, body)
    : element('system-out', {}, body)
  return element(
    'testcase',
    { classname: visibleText(page), name: `${rule} ${place}`, file: visibleText(file), line },
    result,
  )
}
