import { wrapAnsi } from 'fast-wrap-ansi'
import type { Paint } from './color.ts'
import { visiblePieces } from './visible-text.ts'
import { widthOf } from './width.ts'

/** Lines of at most `columns` columns, broken between words where possible. */
export function wrapText(text: string, columns: number): readonly string[] {
  return wrapAnsi(text, Math.max(1, columns), { hard: true }).split('\n')
}

/** The first text that fits; `texts` run from long to short, and the last one is returned where none fits. */
export function longestThatFits(texts: readonly [string, ...string[]], columns: number): string {
  return texts.find(text => widthOf(text) <= columns) ?? texts[texts.length - 1] ?? texts[0]
}

/**
 * A text from a file, made safe to show (see `visibleText`), in at most `lines` lines of `columns` columns.
 * @param mark sets an escape apart
 * @param cut writes how many characters were left out; its text follows the part that is shown
 */
export function fitText(
  text: string,
  columns: number,
  lines: number,
  mark: Paint,
  cut: (characters: number) => string,
): readonly string[] {
  const characters = [...text]
  const units = unitsOf(characters.slice(0, columns * lines * charactersPerColumn), mark)
  // A line that is broken between words ends early, so a text that fits by its width may still need a line more.
  for (let room = columns * lines; room > 0; room -= 1) {
    const { start, count } = startOf(units, room)
    const left = characters.length - count
    const wrapped = wrapText(left === 0 ? start : start + cut(left), columns)
    if (wrapped.length <= lines) return wrapped
  }
  return wrapText(cut(characters.length), columns).slice(0, lines)
}

// A letter and its marks: only so many characters can be shown, however long the text is.
const charactersPerColumn = 3

/** A stretch of text that must not be cut apart. */
interface Unit {
  readonly text: string
  readonly width: number
  /** How many characters of the original text it stands for. */
  readonly characters: number
}

// A flag, or a letter with its marks.
const unit = /[\u{1f1e6}-\u{1f1ff}]{2}|.\p{M}*/gsu

function unitsOf(characters: readonly string[], mark: Paint): readonly Unit[] {
  return visiblePieces(characters.join('')).flatMap(({ text, escaped }) =>
    escaped
      ? [{ text: mark(text), width: widthOf(text), characters: 1 }]
      : (text.match(unit) ?? []).map(part => ({
          text: part,
          width: widthOf(part),
          characters: [...part].length,
        })),
  )
}

/** As many units as fit into `columns`, and how many characters they stand for. */
function startOf(
  units: readonly Unit[],
  columns: number,
): { readonly start: string; readonly count: number } {
  let start = ''
  let width = 0
  let count = 0
  for (const next of units) {
    width += next.width
    if (width > columns) break
    start += next.text
    count += next.characters
  }
  return { start, count }
}
