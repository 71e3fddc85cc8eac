import type { Catalogue } from '../../catalogue/catalogue.ts'
import { inLines, widest } from '../../text/in-lines.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import { padTo, widthOf } from '../../text/width.ts'
import type { Shown, Tappable } from './conversation.ts'
import type { ChosenEdition } from './edition.ts'
import { placeText, toldLines, toldOf, type TranscriptLayout, type TranscriptTexts } from './event-lines.ts'
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
  return [...toldLines(told, texts, layout), ...(shown === undefined ? [] : ['', ...shownLines(shown, texts, layout)])]
}

/** The page as a person reads it, and what can be done there. */
export function shownLines(
  shown: Shown,
  { run }: TranscriptTexts,
  layout: TranscriptLayout,
): readonly string[] {
  const { palette, columns } = layout
  const lines = shown.text === '' ? [palette.dim(run.nothingShown)] : pageLines(shown.text, columns)
  const groups = [
    [run.canTap, shown.tappable.filter(({ isInput }) => !isInput)],
    [run.canType, shown.tappable.filter(({ isInput }) => isInput)],
  ] as const
  return [
    palette.bold(run.pageShows(shown.page)),
    ...lines.map(line => `  ${palette.dim('│')} ${line}`),
    ...groups.flatMap(([title, elements]) =>
      elements.length === 0 ? [] : [palette.bold(title), ...elementLines(elements, run, layout)],
    ),
  ]
}

function pageLines(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap(line => inLines(visibleText(line), columns - 4))
}

function elementLines(
  elements: readonly Tappable[],
  run: TranscriptTexts['run'],
  { palette, columns }: TranscriptLayout,
): readonly string[] {
  const rows = elements.map(element => ({
    name: elementName(element, run),
    handler: element.handler === null ? '' : `→ ${whole(element.handler)}`,
    at: element.at === undefined ? '' : placeText(element.at),
  }))
  const names = Math.min(widest(rows.map(({ name }) => name)), 40)
  const handlers = widest(rows.map(({ handler }) => handler))
  return rows.flatMap(({ name, handler, at }) => {
    const line = `  ${padTo(name, names)}  ${padTo(handler, handlers)}  `
    const isBeside = widthOf(line) + widthOf(at) <= columns
    if (isBeside) return [(line + palette.dim(at)).trimEnd()]
    const details = [handler, palette.dim(at)].filter(part => part !== '')
    return [...inLines(name, columns - 2, '  '), ...details.map(detail => `  ${detail}`)].map(part => `  ${part}`)
  })
}

/** An element in a list: its text, or its tag where it has none. */
export function elementName({ text, tag }: Tappable, run: TranscriptTexts['run']): string {
  return text === '' ? run.unnamed(tag) : quoted(text)
}
