import { cellsOf, type Style } from './ansi.ts'
import { endOf, firstOf, type Run, runsOf, startOf, textOf } from './runs.ts'

export interface Picture {
  /** For people who cannot see the picture. */
  readonly title: string
  readonly columns: number
  /** The screen with the popup, by `tmux capture-pane -e -p`. */
  readonly before: string
  /** The key that answers it. */
  readonly key: string
  /** The screen after the answer. */
  readonly after: string
}

const cell = { width: 9, height: 20, baseline: 15 }
const margin = 20
const bar = 36
const gap = 44
const paper = '#1d1f28'
const pen = '#d9dce6'
const colors = [
  ...['#3b3f51', '#f2777a', '#99cc8f', '#f0c674', '#7aa6f0', '#c397d8', '#6cc7c9', '#c5c8d4'],
  ...['#7c8199', '#ff9da0', '#b9e8ae', '#ffe19c', '#a3c4ff', '#dcb8ec', '#93e4e6', '#ffffff'],
]

/** A dark window with both screens, one above the other, and the key between them. */
export function draw({ title, columns, before, key, after }: Picture): string {
  const [above, below] = [cellsOf(before).map(runsOf), cellsOf(after).map(runsOf)]
  const middle = bar + above.length * cell.height + gap / 2
  const width = 2 * margin + columns * cell.width
  const height = middle + gap / 2 + below.length * cell.height + margin
  const fonts = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="10" fill="${paper}"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (fill, at) => `<circle cx="${margin + 6 + at * 20}" cy="18" r="6" fill="${fill}"/>`,
    ),
    `<g font-family="${fonts}" font-size="15" fill="${pen}" stroke-width="1" style="font-variant-emoji:text">`,
    ...screen(above, bar),
    `<path d="M0 ${middle + 0.5}H${width}" stroke="${colors[0]}"/>`,
    `<rect x="${margin - 0.5}" y="${middle - 12.5}" width="26" height="26" rx="5" fill="${paper}" stroke="${colors[8]}"/>`,
    `<text x="${margin + 12.5}" y="${middle + 5}" text-anchor="middle">${escapeXml(key)}</text>`,
    ...screen(below, middle + gap / 2),
    '</g>',
    '</svg>\n',
  ].join('\n')
}

const screen = (rows: readonly (readonly Run[])[], top: number): readonly string[] =>
  rows.flatMap((runs, row) => runs.map(run => element(run, top + row * cell.height)))

function element(run: Run, y: number): string {
  const { ink, ground } = inks(run.style)
  const [x, width] = [margin + startOf(run) * cell.width, (endOf(run) - startOf(run)) * cell.width]
  const under =
    ground === paper
      ? ''
      : `<rect x="${x}" y="${y}" width="${width}" height="${cell.height}" fill="${ground}"/>`
  const dim = run.style.isDim ? ' opacity=".6"' : ''
  if (run.kind === 'lines') {
    return `${under}<path d="M${x} ${y}${stroke(firstOf(run).character, width)}" fill="none" stroke="${ink}"${dim}/>`
  }
  // A wide character is as high as it is wide, so at the size of letters there would be gaps.
  const size = firstOf(run).width === 2 ? ' font-size="17"' : ''
  const look = `${ink === pen ? '' : ` fill="${ink}"`}${run.style.isBold ? ' font-weight="bold"' : ''}${dim}${size}`
  const at =
    run.kind === 'signs'
      ? `x="${middles(run).join(' ')}" text-anchor="middle"`
      : `x="${x}" textLength="${width}"`
  return `${under}<text ${at} y="${y + cell.baseline}"${look}>${escapeXml(textOf(run))}</text>`
}

const middles = ({ cells }: Run) =>
  cells.map(({ column, width }) => margin + (column + width / 2) * cell.width)

function inks({ ink, ground, isInverse }: Style): { readonly ink: string; readonly ground: string } {
  const [front, back] = [colors[ink ?? -1] ?? pen, colors[ground ?? -1] ?? paper]
  return isInverse ? { ink: back, ground: front } : { ink: front, ground: back }
}

/** A part of a box, from the upper left corner of its cell. The parts join at the edges in every font. */
function stroke(character: string, width: number): string {
  const strokes: Readonly<Record<string, string>> = {
    '─': `m0 10.5h${width}`,
    '│': 'm4.5 0v20',
    '╭': 'm9 10.5a4.5 4.5 0 0 0-4.5 4.5v5',
    '╮': 'm0 10.5a4.5 4.5 0 0 1 4.5 4.5v5',
    '╰': 'm4.5 0v6a4.5 4.5 0 0 0 4.5 4.5',
    '╯': 'm4.5 0v6a4.5 4.5 0 0 1-4.5 4.5',
  }
  return strokes[character] ?? ''
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeXml = (text: string) => text.replace(/[&<>"]/g, character => entities[character] ?? character)
