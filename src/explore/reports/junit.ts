import type { ExploreTexts } from '../../messages/texts.ts'
import { onOneLine } from '../../text/in-lines.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { Explored } from '../explored.ts'
import type { Finding } from '../findings/finding.ts'
import { atPlace } from '../findings/steps.ts'
import { type FailOn, fails } from './counting.ts'
import { fixOf, messageOf, replayCommand, stepText } from './words.ts'
import { element, printXml } from './xml.ts'

/** A suite for each page, and in it a test for each finding; a page without any has one test, which passes. */
export function junitReport(
  { findings }: Explored,
  pages: readonly string[],
  failOn: FailOn,
  texts: ExploreTexts,
  replayFlags?: readonly string[],
): string {
  const suites = pages.map(page => {
    const own = findings.filter(finding => finding.page === page)
    const cases =
      own.length === 0
        ? [element('testcase', { classname: visibleText(page), name: texts.report.clean })]
        : own.map(finding => caseOf(finding, failOn, texts, replayFlags))
    const failures = own.filter(finding => fails(finding, failOn)).length
    return element(
      'testsuite',
      { name: visibleText(page), tests: cases.length, failures, errors: 0 },
      ...cases,
    )
  })
  const failures = findings.filter(finding => fails(finding, failOn)).length
  const tests = pages.reduce(
    (sum, page) => sum + Math.max(1, findings.filter(one => one.page === page).length),
    0,
  )
  return printXml(element('testsuites', { name: 'wxauth explore', tests, failures, errors: 0 }, ...suites))
}

function caseOf(
  finding: Finding,
  failOn: FailOn,
  texts: ExploreTexts,
  replayFlags: readonly string[] | undefined,
) {
  const { page, rule, file, line } = finding
  const place = visibleText(atPlace(finding))
  const message = onOneLine(messageOf(finding, texts))
  const text = [
    `${place} ${message}`,
    ...finding.steps.map((step, at) => `${at + 1}. ${stepText(step, texts)}`),
    texts.report.fix(fixOf(finding, texts)),
    texts.report.replay(replayCommand(finding, replayFlags)),
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
