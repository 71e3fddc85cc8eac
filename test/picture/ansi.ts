import { widthOf } from '../../src/text/width.ts'

/** One of the 16 basic colors, 0 to 15; `undefined` is the terminal's own. */
type Color = number | undefined

export interface Style {
  readonly ink: Color
  readonly ground: Color
  readonly isBold: boolean
  readonly isDim: boolean
  readonly isInverse: boolean
}

/** A character that is no blank of the plain ground, and where it stands. */
export interface Cell {
  readonly character: string
  readonly column: number
  /** In columns: 1, or 2 of a wide character. */
  readonly width: number
  readonly style: Style
}

const plain: Style = { ink: undefined, ground: undefined, isBold: false, isDim: false, isInverse: false }

const named: Readonly<Record<number, Partial<Style>>> = {
  0: plain,
  1: { isBold: true },
  2: { isDim: true },
  7: { isInverse: true },
  22: { isBold: false, isDim: false },
  27: { isInverse: false },
  39: { ink: undefined },
  49: { ground: undefined },
}

function change(code: number): Partial<Style> {
  const [kind, color] = [Math.floor(code / 10), code % 10]
  if (color < 8 && kind === 3) return { ink: color }
  if (color < 8 && kind === 4) return { ground: color }
  if (color < 8 && kind === 9) return { ink: color + 8 }
  if (color < 8 && kind === 10) return { ground: color + 8 }
  const found = named[code]
  if (found === undefined) throw new Error(`the picture knows no style ${code}`)
  return found
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what introduces a style is a control character
const token = /\u001b\[([\d;]*)m|[\s\S]/gu

/** The rows of a screen as `tmux capture-pane -e -p` prints it: a style lasts until the next, across rows too. */
export function cellsOf(capture: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [[]]
  let [style, column] = [plain, 0]
  for (const [text, codes] of capture.trimEnd().matchAll(token)) {
    if (codes !== undefined) {
      for (const code of codes.split(';')) style = { ...style, ...change(Number(code)) }
    } else if (text === '\n') {
      rows.push([])
      column = 0
    } else if (text === '\u001b') {
      throw new Error('the picture knows colors and weights, and no other escape')
    } else {
      const width = widthOf(text)
      if (text !== ' ' || style.isInverse || style.ground !== undefined)
        rows.at(-1)?.push({ character: text, column, width, style })
      column += width
    }
  }
  return rows
}
