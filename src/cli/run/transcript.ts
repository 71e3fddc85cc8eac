import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { ChosenEdition } from '../../pages/edition.ts'
import { flat } from '../../pages/target.ts'
import { inLines, onOneLine, widest } from '../../text/in-lines.ts'
import { whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import { padTo, widthOf } from '../../text/width.ts'
import type { Shown, Tappable } from './conversation.ts'
import { placeText, type TranscriptLayout, type TranscriptTexts, toldLines, toldOf } from './event-lines.ts'
import type { FinishedRun } from './supervise.ts'

/** Which edition, and why: the first line. */
export function editionLine(
  { edition, why }: ChosenEdition,
  libVersion: string | undefined,
  { run }: TranscriptTexts,
  { columns, palette }: TranscriptLayout,
): readonly string[] {
  return inLines(run.edition(edition, why, libVersion ?? ''), columns, '  ').map(palette.dim)
}

/** Everything that happened, and what the page shows in the end. Pure. */
export function transcript(
  { events, shown }: Pick<FinishedRun, 'events' | 'shown'>,
  catalogue: Catalogue,
  texts: TranscriptTexts,
  layout: TranscriptLayout,
): readonly string[] {
  const told = events.flatMap(event => toldOf(event, catalogue, texts))
  return [
    ...toldLines(told, texts, layout),
    ...(shown === undefined ? [] : ['', ...shownLines(shown, texts, layout)]),
  ]
}

/** The page as a person reads it: what can be tapped stands in brackets, with its handler and its place. */
export function shownLines(
  shown: Shown,
  { run }: TranscriptTexts,
  layout: TranscriptLayout,
): readonly string[] {
  const { palette } = layout
  const rest = [...shown.tappable]
  const rows = shown.text.split('\n').map(line => rowOf(line, rest, run))
  // A card with several lines, or an icon, is no line of the text.
  const others = rest.map(element => ({ text: bracketed(element, run), element }))
  return [
    palette.bold(run.pageShows(shown.page)),
    ...(shown.text === '' ? [`  ${palette.dim(run.nothingShown)}`] : rowLines(rows, '│', layout)),
    ...(others.length === 0 ? [] : [palette.bold(run.canTapToo), ...rowLines(others, ' ', layout)]),
  ]
}

interface Row {
  readonly text: string
  readonly element: Tappable | undefined
}

/** @param rest elements that no line has shown so far; the one of this line is taken out */
function rowOf(line: string, rest: Tappable[], run: TranscriptTexts['run']): Row {
  const index = rest.findIndex(({ text }) => text === flat(line))
  const element = index === -1 ? undefined : rest[index]
  if (element === undefined) return { text: visibleText(line), element }
  rest.splice(index, 1)
  return { text: bracketed(element, run), element }
}

function bracketed({ text, tag, isInput }: Tappable, { unnamed }: TranscriptTexts['run']): string {
  const name = text === '' ? unnamed(tag) : visibleText(text)
  return isInput ? `[${name} ___]` : `[${name}]`
}

function rowLines(
  rows: readonly Row[],
  border: string,
  { palette, columns }: TranscriptLayout,
): readonly string[] {
  const start = `  ${palette.dim(border)} `
  const details = ({ element }: Row) =>
    element === undefined
      ? []
      : [
          element.handler === null ? '' : onOneLine(`→ ${whole(element.handler)}`),
          element.at === undefined ? '' : palette.dim(placeText(element.at)),
        ]
  const active = rows.filter(({ element }) => element !== undefined)
  const names = Math.min(widest(active.map(({ text }) => text)), widestName)
  const handlers = widest(active.map(row => details(row)[0] ?? ''))
  return rows.flatMap(row => {
    const [handler = '', place = ''] = details(row)
    const paint = row.element === undefined ? (line: string) => line : palette.accent
    const line = `${padTo(paint(row.text), names)}  ${padTo(handler, handlers)}  ${place}`
    if (row.element === undefined || widthOf(line) + 4 > columns)
      return [
        ...inLines(row.text, columns - 4, '  ').map(paint),
        ...[handler, place].filter(part => part !== '').map(part => `  ${part}`),
      ].map(part => start + part)
    return [(start + line).trimEnd()]
  })
}

/** A text that is longer does not push everything else to the right. */
const widestName = 40
