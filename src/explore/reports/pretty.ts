import type { ExploreTexts } from '../../messages/texts.ts'
import type { Palette } from '../../text/color.ts'
import { inLines } from '../../text/in-lines.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { Explored } from '../explored.ts'
import type { Finding } from '../findings/finding.ts'
import type { Severity } from '../findings/rule.ts'
import { atPlace } from '../findings/steps.ts'
import type { Notice } from '../ports.ts'
import { codeAround, type LineOf } from './code-around.ts'
import { countOf } from './counting.ts'
import { type NotCounted, summarySentences, verdictOf } from './verdict.ts'
import { fixOf, messageOf, noticeLine, replayCommand, stepText } from './words.ts'

export interface PrettyParts extends NotCounted {
  readonly texts: ExploreTexts
  /** The flags that a replay needs too. */
  readonly replayFlags?: readonly string[]
  readonly lineOf: LineOf
  /** Also findings of severity info, and every notice. */
  readonly verbose: boolean
  readonly palette: Palette
  /** Infinity if stdout is not a terminal. */
  readonly columns: number
}

/** For people: the worst first, each with its line of code, the way to it, and how to fix it. The counts come last. */
export function prettyReport(explored: Explored, parts: PrettyParts): string {
  const shown = explored.findings.filter(({ severity }) => parts.verbose || severity !== 'info')
  const blocks = [...shown.map(finding => findingBlock(finding, parts)), summaryBlock(explored, parts)]
  return blocks.map(lines => lines.join('\n')).join('\n\n')
}

function findingBlock(finding: Finding, parts: PrettyParts): readonly string[] {
  const { texts, palette, columns, replayFlags } = parts
  const { report } = texts
  const { rule, severity, start, steps, also, reached, data } = finding
  const sentences = [
    messageOf(finding, texts),
    ...(also.length === 0 ? [] : [report.also(also.join(', '))]),
    ...(reached === 'hidden' && steps.length > 0 ? [report.hidden] : []),
    ...(data === 'guessed' ? [report.guessed] : []),
  ]
  const wrapped = (text: string, indent = '  ') =>
    inLines(text, columns - indent.length).map(line => indent + line)
  return [
    `${colorOf(severity, palette)(texts.severities[severity])} ${palette.bold(rule)} ${visibleText(atPlace(finding))}`,
    ...sentences.flatMap(sentence => wrapped(sentence)),
    ...codeLines(finding, parts),
    ...(atPlace(finding.own) === atPlace(finding)
      ? []
      : wrapped(report.own(visibleText(atPlace(finding.own))))),
    ...(start === 'rejected' && steps.length > 0 ? wrapped(report.startsRejected, '     ') : []),
    ...steps.flatMap((step, at) => stepLines(at + 1, stepText(step, texts), columns)),
    ...wrapped(report.fix(fixOf(finding, texts))),
    // Never broken, so that it can be copied.
    ...(steps.length === 0
      ? []
      : [`  ${report.replay(palette.accent(replayCommand(finding, replayFlags)))}`]),
  ]
}

function stepLines(number: number, text: string, columns: number): readonly string[] {
  const [first = '', ...others] = inLines(text, columns - 5)
  return [`${String(number).padStart(4)} ${first}`, ...others.map(line => `     ${line}`)]
}

function colorOf(severity: Severity, palette: Palette) {
  return severity === 'error' ? palette.bad : palette.accent
}

/** More of a line says no more, and less says nothing. */
const mostOfLine = 100
const leastOfLine = 24

/** The line, and a mark below the column. */
function codeLines(place: Finding, { lineOf, palette, columns }: PrettyParts): readonly string[] {
  const start = `${String(place.line).padStart(6)} |`
  const room = Math.max(leastOfLine, Math.min(mostOfLine, columns - start.length - 1))
  const code = codeAround(place, lineOf, room)
  if (code === undefined) return []
  return [
    `${palette.dim(start)} ${code.text}`,
    `${palette.dim(`${' '.repeat(6)} |`)} ${' '.repeat(code.mark)}${palette.bad('^')}`,
  ]
}

function summaryBlock(explored: Explored, parts: PrettyParts): readonly string[] {
  const { texts, columns, palette, verbose } = parts
  const { report } = texts
  const { summary, findings, unreached, notices } = explored
  const infos = countOf(findings, 'info')
  const { loaded, pages, units, asking, paths } = summary
  const verdict = verdictOf(explored, parts, texts)
  const { notCounted, tried } = summarySentences(explored, parts, texts)
  // What goes wrong for everybody may come of data that no server would send.
  const always = verbose ? 0 : notices.filter(({ code }) => code === 'always').length
  const sentences = [
    ...(infos > 0 && !verbose ? [report.more(infos)] : []),
    ...notCounted,
    report.walked(loaded, pages, units, asking, paths),
    ...tried,
    ...(always > 0 ? [report.always(always)] : []),
  ]
  const places = unreached.map(({ api, file, line }) => `  ${api} ${visibleText(file)}:${line}`)
  const counted = verbose ? notices : notices.filter(({ code }) => code !== 'always')
  const few = verbose ? counted : fewNotices(counted)
  const left = counted.length - few.length
  const told = [
    ...few.map(notice => noticeLine(notice, texts, parts.replayFlags)),
    ...(left > 0 ? [report.moreNotices(left)] : []),
  ]
  return [
    ...inLines(verdict.text, columns).map(palette[verdict.tone]),
    ...sentences.flatMap(text => inLines(text, columns)),
    ...(places.length === 0 ? [] : [report.unreached, ...places]),
    ...(told.length === 0 ? [] : [report.notices]),
    ...told.flatMap(text => inLines(text, columns - 2, '  ')).map(line => `  ${line}`),
  ]
}

/** Nobody reads more. */
const mostNotices = 10

/** What keeps a page from being tried. */
const grave: ReadonlySet<string> = new Set([
  'page-not-opened',
  'endless-loop',
  'page-missing',
  'script-missing',
  'script-syntax',
  'module-threw',
  'package-missing',
  'private-info-missing',
])

/** The gravest, in their order. */
function fewNotices(notices: readonly Notice[]): readonly Notice[] {
  const few = notices.toSorted((a, b) => Number(grave.has(b.code)) - Number(grave.has(a.code)))
  const kept = new Set(few.slice(0, mostNotices))
  return notices.filter(notice => kept.has(notice))
}
