import type { Palette } from '../../text/color.ts'
import { fitText, longestThatFits, wrapText } from '../../text/fit-text.ts'
import { padTo, widthOf } from '../../text/width.ts'

/** What a prompt is drawn for. */
export interface Frame {
  readonly columns: number
  readonly rows: number
  readonly palette: Palette
  /** False where the cursor cannot move: lines are only ever appended there, and a border would be noise. */
  readonly boxed: boolean
  /** Writes how many characters of a text were left out. */
  readonly cut: (characters: number) => string
}

/** Lines that belong together, or a blank line between them. */
export type Block = readonly string[] | 'gap'

/** One way to draw a prompt. */
export interface Layout {
  readonly border: boolean
  /** Whether blank lines are drawn. */
  readonly gaps: boolean
  /**
   * Draws lines of at most `inner` columns.
   * @param room how many lines there is room for; if there are more, or if this returns `undefined`, the next way is tried
   */
  readonly draw: (inner: number, room: number) => readonly Block[] | undefined
}

const widest = 72
// Narrower, a name that is cut would leave nothing but the number of the missing characters.
const narrowest = 16
// Blank lines are for a window that has room for them, and for a prompt that is short all the same.
const narrowestWithGaps = 40
const highestWithGaps = 9

/**
 * The first of the layouts that fits into the window, always a column narrower than it; no lines if none of them fits.
 * Nothing may scroll off the top: it could not be drawn over any more, and an answer takes seeing the whole question.
 * @param below how many lines stand below
 */
export function firstThatFits(
  { columns, rows, palette, boxed }: Frame,
  below: number,
  layouts: readonly Layout[],
): readonly string[] {
  for (const { border, gaps, draw } of layouts) {
    const inner = Math.min(columns - 1, widest) - (border ? 4 : 0)
    const room = rows - below - (border ? 2 : 0)
    if (inner < narrowest || (border && !boxed) || (gaps && inner < narrowestWithGaps)) continue
    const lines = draw(inner, room)?.flatMap(block => (block !== 'gap' ? block : gaps ? [''] : []))
    if (lines === undefined || lines.length > (gaps ? Math.min(room - 1, highestWithGaps) : room)) continue
    return border ? inBox(lines, palette) : lines
  }
  return []
}

function inBox(lines: readonly string[], { dim }: Palette): readonly string[] {
  const width = Math.max(...lines.map(widthOf))
  return [
    dim(`╭${'─'.repeat(width + 2)}╮`),
    ...lines.map(line => `${dim('│')} ${padTo(line, width)} ${dim('│')}`),
    dim(`╰${'─'.repeat(width + 2)}╯`),
  ]
}

/** A text from a file in at most `lines` lines of `columns` columns, with escapes in inverse: see `fitText`. */
export function fitInto(frame: Frame, text: string, columns: number, lines: number): readonly string[] {
  return fitText(text, columns, lines, frame.palette.inverse, frame.cut)
}

type Wordings = readonly [string, ...string[]]

/** The line below a prompt, where the cursor stands: why the last key did not count, else which keys there are. */
export interface StatusLine {
  readonly lines: readonly string[]
  /** How many lines the longest of them takes: more than one in a very narrow window only. */
  readonly mostLines: number
}

export function statusLine<N extends string>(
  notices: Readonly<Record<N, Wordings>>,
  notice: N | undefined,
  keys: Wordings,
  { columns, palette }: Frame,
): StatusLine {
  const linesOf = (wordings: Wordings) => wrapText(longestThatFits(wordings, columns - 2), columns - 2)
  const all = [keys, ...Object.values<Wordings>(notices)]
  return {
    lines: notice === undefined ? linesOf(keys).map(palette.dim) : linesOf(notices[notice]).map(palette.bold),
    mostLines: Math.max(...all.map(wordings => linesOf(wordings).length)),
  }
}
