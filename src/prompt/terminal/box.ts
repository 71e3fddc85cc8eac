import type { Palette } from '../../text/color.ts'
import { fitText, longestThatFits } from '../../text/fit-text.ts'
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

/** Lines that belong together, or a blank line that is left out where there is no room. */
export type Block = readonly string[] | 'gap'

const widest = 72
const highest = 13
const narrow = 44

/**
 * Blocks in a box that is as wide as they need, and always a column narrower than the terminal.
 * @param blocks draws them, in at most `inner` columns
 */
export function framed(frame: Frame, blocks: (inner: number) => readonly Block[]): readonly string[] {
  const inner = Math.max(12, Math.min(frame.columns - 1, widest) - 4)
  const drawn = blocks(inner)
  const full = drawn.flatMap(block => (block === 'gap' ? [''] : block))
  // Besides the blocks there are two lines of border, the line under the box, and the line before it.
  const hasRoom = frame.columns >= narrow && full.length + 4 <= Math.min(frame.rows, highest)
  const lines = hasRoom ? full : drawn.flatMap(block => (block === 'gap' ? [] : block))
  // What scrolls off the top cannot be drawn over any more.
  if (!frame.boxed || lines.length + 3 > frame.rows) return lines
  const width = Math.max(...lines.map(widthOf))
  const { dim } = frame.palette
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

/** The line under the box, where the cursor stands: why the last key did not count, else which keys there are. */
export function noticeOrKeys<N extends string>(
  texts: { readonly notices: Readonly<Record<N, readonly [string, ...string[]]>> },
  notice: N | undefined,
  keys: readonly [string, ...string[]],
  { columns, palette }: Frame,
): string {
  if (notice !== undefined) return palette.bold(longestThatFits(texts.notices[notice], columns - 2))
  return palette.dim(longestThatFits(keys, columns - 2))
}
