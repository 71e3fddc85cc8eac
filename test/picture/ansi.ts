import { widthOf } from '../../src/text/width.ts'

/** One of the 16 basic colors, 0 to 15; `undefined` is the terminal's default. */
type Color = number | undefined

export interface Style {
  readonly ink: Color
  readonly ground: Color
  readonly isBold: boolean
  readonly isDim: boolean
  readonly isInverse: boolean
}

/** A visible character with its place; plain blanks are left out. */
export interface Cell {
  readonly character: string
  readonly column: number
  /** In columns: 1, or 2 for a wide character. */
  readonly width: number
  readonly style: Style
}

const plain: Style = { ink: undefined, ground: undefined, isBold: false, isDim: false, isInverse: false }

const otherStyles: Readonly<Record<number, Partial<Style>>> = {
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
  const style = otherStyles[code]
  if (style === undefined) throw new Error(`The picture has no style ${code}`)
  return style
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a style begins with a control character
const token = /\u001b\[([\d;]*)m|[\s\S]/gu

/** The rows of a screen from `tmux capture-pane -e -p`. A style lasts until the next one, even across rows. */
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
      throw new Error('The picture supports styles, but no other escape')
    } else {
      const width = widthOf(text)
      if (text !== ' ' || style.isInverse || style.ground !== undefined)
        rows.at(-1)?.push({ character: text, column, width, style })
      column += width
    }
  }
  return rows
}
