import { longestThatFits, widthOf } from '../../text/fit-text.ts'
import type { Palette } from '../../text/palette.ts'

/** What a screen is drawn for. */
export interface Frame {
  readonly columns: number
  readonly rows: number
  readonly palette: Palette
  /** False where the cursor cannot move: lines are only ever appended, and a border would be noise. */
  readonly boxed: boolean
}

/** A block of lines that belong together, or a blank line that is left out where there is no room. */
export type Block = readonly string[] | 'gap'

const widest = 72
const highest = 13
const narrow = 44

/** Blocks in a box as wide as they need, at most the terminal's width less one column. */
export function framed(frame: Frame, blocks: (inner: number) => readonly Block[]): readonly string[] {
  const inner = Math.max(12, Math.min(frame.columns - 1, widest) - 4)
  const drawn = blocks(inner)
  const full = drawn.flatMap(block => (block === 'gap' ? [''] : block))
  // Two lines of border, one under the box, and the one before it.
  const hasRoom = frame.columns >= narrow && full.length + 4 <= Math.min(frame.rows, highest)
  const lines = hasRoom ? full : drawn.flatMap(block => (block === 'gap' ? [] : block))
  // What scrolled off the top could not be drawn over any more.
  if (!frame.boxed || lines.length + 3 > frame.rows) return lines
  const width = Math.max(...lines.map(widthOf))
  const { dim } = frame.palette
  return [
    dim(`╭${'─'.repeat(width + 2)}╮`),
    ...lines.map(line => `${dim('│')} ${line}${' '.repeat(width - widthOf(line))} ${dim('│')}`),
    dim(`╰${'─'.repeat(width + 2)}╯`),
  ]
}

/** The line under the box, which the cursor stands on: why the last key did not count, else what the keys are. */
export function noticeOrKeys<N extends string>(
  texts: { readonly notices: Readonly<Record<N, readonly [string, ...string[]]>> },
  notice: N | undefined,
  keys: readonly [string, ...string[]],
  { columns, palette }: Frame,
): string {
  if (notice !== undefined) return palette.bold(longestThatFits(texts.notices[notice], columns - 2))
  return palette.dim(longestThatFits(keys, columns - 2))
}
