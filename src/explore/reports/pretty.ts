import type { ExploreTexts } from '../../messages/texts.ts'
import type { Palette } from '../../text/color.ts'
import { inLines } from '../../text/in-lines.ts'
import { whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import { widthOf } from '../../text/width.ts'
import type { Explored } from '../explored.ts'
import type { Finding } from '../findings/finding.ts'
import type { Severity } from '../findings/rule.ts'
import { atPlace } from '../findings/steps.ts'
import type { Place } from '../ports.ts'
import { countOf, reachedLittle } from './counting.ts'
import { fixOf, messageOf, noticePlace, noticeText, replayCommand, stepText } from './words.ts'

export interface PrettyParts {
  readonly texts: ExploreTexts
  /** The flags that a replay needs too. */
  readonly replayFlags?: readonly string[]
  /** A line of the source as it is written; `undefined` if it cannot be read. */
  readonly lineOf: (place: Place) => string | undefined
  /** Also findings of severity info, and every notice. */
  readonly verbose: boolean
  /** Findings of the baseline, which are not among those to show, and those of it that are gone. */
  readonly known: number
  readonly gone: number
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
  const { rule, severity, steps, also, reached, data, start } = finding
  const sentences = [
    messageOf(finding, texts),
    ...(also.length === 0 ? [] : [report.also(also.join(', '))]),
    ...(reached === 'hidden' && steps.length > 0 ? [report.hidden] : []),
    ...(data === 'guessed' ? [report.guessed] : []),
    ...(start === 'rejected' && steps.length > 0 ? [texts.html.startsRejected] : []),
  ]
  const wrapped = (text: string) => inLines(text, columns - 2).map(line => `  ${line}`)
  return [
    `${colorOf(severity, palette)(texts.severities[severity])} ${palette.bold(rule)} ${whole(atPlace(finding))}`,
    ...sentences.flatMap(wrapped),
    ...codeLines(finding, parts),
    ...(atPlace(finding.own) === atPlace(finding) ? [] : wrapped(report.own(whole(atPlace(finding.own))))),
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

/** More of a line says no more. */
const mostOfLine = 100

/** The line, and a mark below the column. */
function codeLines(place: Finding, { lineOf, palette }: PrettyParts): readonly string[] {
  const code = lineOf(place)
  if (code === undefined || code.trim() === '') return []
  const trimmed = code.trimStart()
  const before = trimmed.slice(0, Math.max(0, place.column - 1 - (code.length - trimmed.length)))
  const number = String(place.line).padStart(6)
  const line = `${palette.dim(`${number} |`)} ${shown(trimmed.trimEnd())}`
  if (before.length >= mostOfLine) return [line]
  const mark = ' '.repeat(widthOf(shown(before)))
  return [line, `${palette.dim(`${' '.repeat(6)} |`)} ${mark}${palette.bad('^')}`]
}

/** Spaces inside a line of code are code. */
function shown(code: string): string {
  const characters = code.slice(0, mostOfLine).split(/( +)/)
  const visible = characters.map(part => (part.startsWith(' ') ? part : visibleText(part))).join('')
  return code.length > mostOfLine ? `${visible}…` : visible
}

function summaryBlock(explored: Explored, parts: PrettyParts): readonly string[] {
  const { texts, columns, known, gone, verbose } = parts
  const { report } = texts
  const { summary, findings, unreached, notices } = explored
  const infos = countOf(findings, 'info')
  const counts = report.counts(countOf(findings, 'error'), countOf(findings, 'warning'), infos)
  const { loaded, pages, units, asking, paths, cut, calls } = summary
  // What goes wrong for everybody may come of data that no server would send.
  const always = verbose ? 0 : notices.filter(({ code }) => code === 'always').length
  const sentences = [
    findings.length === 0 ? report.clean : counts,
    ...(infos > 0 && !verbose ? [report.more(infos)] : []),
    ...(known > 0 ? [report.baseline(known)] : []),
    ...(gone > 0 ? [report.gone(gone)] : []),
    report.walked(loaded, pages, units, asking, paths),
    ...(cut > 0 ? [report.cut(cut)] : []),
    calls.written === 0 ? report.nothingGuarded : report.reached(calls.reached, calls.written),
    ...(reachedLittle(explored) ? [report.reachedLittle] : []),
    ...(always > 0 ? [report.always(always)] : []),
  ]
  const places = unreached.map(({ api, file, line }) => `  ${api} ${visibleText(file)}:${line}`)
  const told = notices
    .filter(({ code }) => verbose || code !== 'always')
    .map(notice => `  ${visibleText(noticePlace(notice))} ${noticeText(notice, texts)}`)
  return [
    ...sentences.flatMap(text => inLines(text, columns)),
    ...(places.length === 0 ? [] : [report.unreached, ...places]),
    ...(told.length === 0 ? [] : [report.notices, ...told.flatMap(text => inLines(text, columns, '    '))]),
  ]
}
