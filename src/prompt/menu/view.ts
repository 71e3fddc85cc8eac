import { longestThatFits, wrapText } from '../../text/fit-text.ts'
import { widest } from '../../text/in-lines.ts'
import { padTo, widthOf } from '../../text/width.ts'
import { type Frame, statusLine } from '../terminal/box.ts'
import { isList, type MenuItem, type MenuNotice, type MenuState } from './state.ts'

export interface MenuTexts {
  readonly notices: Readonly<Record<MenuNotice, readonly [string, ...string[]]>>
  /** Which keys there are in a list. */
  readonly keys: readonly [string, ...string[]]
}

/** The menu as lines; once it is closed, a list leaves the chosen item, and a line of keys leaves nothing. */
export function menuView(
  title: string,
  items: readonly MenuItem[],
  state: MenuState,
  frame: Frame,
  texts: MenuTexts,
): readonly string[] {
  if (!isList(items)) return state.isClosed ? [] : keyLines(items, state, frame, texts)
  const { good, bold } = frame.palette
  const chosen = typeof state.chosen === 'number' ? items[state.chosen] : undefined
  if (state.isClosed) return chosen === undefined ? [] : [`${good('✔')} ${chosen.label}`]
  return [
    ...wrapText(title, frame.columns - 1).map(bold),
    ...itemLines(items, state.pointer, frame),
    ...statusLine(texts.notices, state.notice, texts.keys, frame).lines,
  ]
}

/** `[n] Next  [b] Back  [m] More  [q] Leave` */
function keyLines(
  items: readonly MenuItem[],
  { notice }: MenuState,
  { columns, palette }: Frame,
  texts: MenuTexts,
): readonly string[] {
  const words = items.map(({ key, label }) => `${palette.bold(`[${key}]`)} ${label}`)
  const line = words.join('  ')
  const lines = widthOf(line) < columns ? [line] : words
  if (notice === undefined) return lines
  return [...lines, palette.bold(longestThatFits(texts.notices[notice], columns - 2))]
}

// What the list needs besides its items: the title, in at most two lines, the keys, and the line before it.
const linesAround = 4

/** The items, or as many around the pointer as there is room for. */
function itemLines(items: readonly MenuItem[], pointer: number, frame: Frame): readonly string[] {
  const room = Math.max(3, frame.rows - linesAround)
  const start = Math.min(Math.max(0, pointer - Math.floor(room / 2)), Math.max(0, items.length - room))
  const width = widest(items.map(({ label }) => label))
  const fits = width + 4 + widest(items.map(({ detail = '' }) => detail)) < frame.columns
  const { bold, dim } = frame.palette
  return items.slice(start, start + room).map(({ label, detail = '' }, index) => {
    const isCurrent = start + index === pointer
    const shown = fits ? `${padTo(label, width)}  ${dim(detail)}` : label
    return `${isCurrent ? '❯' : ' '} ${isCurrent ? bold(shown) : shown}`
  })
}
