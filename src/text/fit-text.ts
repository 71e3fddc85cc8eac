import type { Paint } from './color.ts'
import * as punctuation from './punctuation.ts'
import { markEscapes, visibleText } from './visible-text.ts'
import { widthOf } from './width.ts'

/**
 * Lines of at most `columns` columns. They break at spaces and between Chinese characters; a word that is longer than a
 * line breaks anywhere, but never within an escape, an emoji, or a letter and its marks. Colors do not end with a line,
 * so color the lines, not the text.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  return text.split('\n').flatMap(line => linesOf(unitsOf(line), columns))
}

/** The first text that fits; `texts` run from long to short, and the last one is returned if none fits. */
export function longestThatFits(texts: readonly [string, ...string[]], columns: number): string {
  return texts.find(text => widthOf(text) <= columns) ?? texts[texts.length - 1] ?? texts[0]
}

/**
 * A text from a file, made safe to show (see `visibleText`), in at most `lines` lines of `columns` columns.
 * @param mark sets an escape apart
 * @param cut writes how many characters are missing; its text follows the part that is shown
 */
export function fitText(
  text: string,
  columns: number,
  lines: number,
  mark: Paint,
  cut: (characters: number) => string,
): readonly string[] {
  const characters = [...text]
  const units = unitsOf(visibleText(characters.slice(0, columns * lines * charactersPerColumn).join('')))
  // Lines that break at spaces end early, so a text that fits by its width may still need another line.
  for (let room = columns * lines; room > 0; room -= 1) {
    const start = startOf(units, room)
    const missing = characters.length - start.reduce((sum, unit) => sum + charactersIn(unit), 0)
    const wrapped = linesOf(missing === 0 ? start : [...start, ...unitsOf(cut(missing))], columns)
    if (wrapped.length <= lines) return wrapped.map(line => markEscapes(line, mark))
  }
  return wrapText(cut(characters.length), columns).slice(0, lines)
}

// A letter with its marks, an emoji of many pictures: only so many characters can be shown, however long the text is.
const charactersPerColumn = 5

/** A stretch of visible text that is never broken: an escape, an emoji, or a letter with its marks. */
interface Unit {
  readonly text: string
  readonly width: number
}

const color = '\\x1b\\[[\\d;]*m'
const endOfColor = '\\x1b\\[(?:2\\d|39|49|0)?m'
const code = '\\\\u\\{[0-9a-f]+\\}'
const flag = '[\\u{1f1e6}-\\u{1f1ff}]{2}'
// In visible text, a joiner and a tag occur only inside an emoji.
const character = '.(?:\\p{M}|\\p{Emoji_Modifier}|\\u200d.|[\\u{e0020}-\\u{e007f}])*'
let unit: RegExp | undefined

function unitsOf(text: string): readonly Unit[] {
  // Compiled when it is first used: see `isIn`.
  unit ??= new RegExp(`(?:${color})*(?:${code}|${flag}|${character})(?:${endOfColor})*`, 'gsu')
  return (text.match(unit) ?? []).map(part => ({ text: part, width: widthOf(part) }))
}

/** How many characters of the original text a unit stands for. */
const charactersIn = ({ text }: Unit) => (markEscapes(text, () => '') === '' ? 1 : [...text].length)

/** As many units as fit into `columns`. */
function startOf(units: readonly Unit[], columns: number): readonly Unit[] {
  let width = 0
  const end = units.findIndex(unit => {
    width += unit.width
    return width > columns
  })
  return end === -1 ? units : units.slice(0, end)
}

function linesOf(units: readonly Unit[], columns: number): readonly string[] {
  const lines: string[] = []
  let line: readonly Unit[] = []
  // Where the rest of the line may move to the next one; 0 if nowhere.
  let lastBreak = 0
  for (const unit of units) {
    const isBreak = mayBreak(line.at(-1), unit)
    while (line.length > 0 && widthOfAll(line) + unit.width > columns) {
      const end = isBreak ? line.length : lastBreak || forcedBreak(line, unit)
      lines.push(textOf(line.slice(0, end)))
      line = line.slice(end)
      lastBreak = 0
    }
    if (line.length === 0 && lines.length > 0 && isSpace(unit)) continue
    if (isBreak) lastBreak = line.length
    line = [...line, unit]
  }
  return [...lines, textOf(line)]
}

// A Chinese line breaks between any two characters, but does not start with a closing mark or end with an opening one.
const closing = new RegExp(`^[${punctuation.closing}!),.:;?\\]}%]`, 'u')
const opening = new RegExp(`[${punctuation.opening}([{]$`, 'u')

function mayBreak(before: Unit | undefined, after: Unit): boolean {
  if (before === undefined) return false
  if (isSpace(before) || isSpace(after)) return true
  const isChinese = before.width === 2 || after.width === 2
  return isChinese && !closing.test(after.text) && !opening.test(before.text)
}

/** Where a word that is longer than a line is cut: a Chinese closing mark takes the character before it along. */
const forcedBreak = (line: readonly Unit[], next: Unit) =>
  next.width === 2 && closing.test(next.text) && line.length > 1 ? line.length - 1 : line.length

const isSpace = ({ text }: Unit) => text === ' ' || text === '\u3000'
const widthOfAll = (units: readonly Unit[]) => units.reduce((sum, { width }) => sum + width, 0)
const textOf = (units: readonly Unit[]) =>
  units
    .map(({ text }) => text)
    .join('')
    .trimEnd()
