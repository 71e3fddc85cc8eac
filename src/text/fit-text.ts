import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'
import { promptTexts } from '../messages/en/prompt.ts'
import type { Paint } from './palette.ts'
import { visiblePieces } from './visible-text.ts'

/** Columns that a text takes on a terminal; Chinese characters take two, colour codes none. */
export function widthOf(text: string): number {
  return stringWidth(text)
}

/** Lines of at most `columns` columns, broken between words where possible. */
export function wrapText(text: string, columns: number): readonly string[] {
  return wrapAnsi(text, Math.max(1, columns), { hard: true }).split('\n')
}

/** The first of the texts, which run from long to short, that fits; else the last. */
export function longestThatFits(texts: readonly [string, ...string[]], columns: number): string {
  return texts.find(text => widthOf(text) <= columns) ?? texts[texts.length - 1] ?? texts[0]
}

/**
 * A text from a file, safe to show (see `visibleText`) and in at most `lines` lines; when there is more, it ends in
 * how many characters were left out.
 * @param mark sets an escape apart
 */
export function fitText(text: string, columns: number, lines: number, mark: Paint): readonly string[] {
  const characters = [...text]
  const units = shownUnits(characters.slice(0, columns * lines * charactersPerColumn), mark)
  // Breaking between words leaves gaps: what fits by its width may still take a line too many.
  for (let room = columns * lines; room > 0; room -= 1) {
    const { shown, count } = upTo(room, units)
    const left = characters.length - count
    const wrapped = wrapText(left === 0 ? shown : shown + promptTexts.cut(left), columns)
    if (wrapped.length <= lines) return wrapped
  }
  return wrapText(promptTexts.cut(characters.length), columns).slice(0, lines)
}

// A letter and the marks it may carry.
const charactersPerColumn = 3

interface Unit {
  readonly shown: string
  readonly width: number
  readonly characters: number
}

// What must not be cut apart: an escape, a letter with its marks, a flag.
const unit = /[\u{1f1e6}-\u{1f1ff}]{2}|.\p{M}*/gsu

function shownUnits(characters: readonly string[], mark: Paint): readonly Unit[] {
  return visiblePieces(characters.join('')).flatMap(({ text, escaped }) =>
    escaped
      ? [{ shown: mark(text), width: widthOf(text), characters: 1 }]
      : (text.match(unit) ?? []).map(part => ({
          shown: part,
          width: widthOf(part),
          characters: [...part].length,
        })),
  )
}

function upTo(columns: number, units: readonly Unit[]): { readonly shown: string; readonly count: number } {
  let shown = ''
  let width = 0
  let count = 0
  for (const next of units) {
    width += next.width
    if (width > columns) break
    shown += next.shown
    count += next.characters
  }
  return { shown, count }
}
