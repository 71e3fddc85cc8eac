import type { SettingsPage } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import { wrapText } from '../../text/fit-text.ts'
import { padTo, widthOf } from '../../text/width.ts'
import { type Block, type Frame, firstThatFits, fitInto, statusLine } from '../terminal/box.ts'
import { choiceOf, type SettingRow } from './rows.ts'
import { currentRow, type SettingsState } from './state.ts'

type SettingsTexts = Texts['settings']

/**
 * The settings page as lines, with the cursor after the last; once it is closed, the line that stays. No lines if the
 * window is too small to show whose switch the pointer is at.
 */
export function settingsView(
  app: SettingsPage['app'],
  rows: readonly SettingRow[],
  state: SettingsState,
  frame: Frame,
  texts: SettingsTexts,
): readonly string[] {
  const { good, bold, dim } = frame.palette
  if (state.isClosed) return wrapText(`${good('✔')} ${texts.closed(state.moves)}`, frame.columns - 1)
  const current = currentRow(state, rows)
  const isEmpty = current === undefined
  const layouts = contents.map(({ border, gaps, title, heading, all }) => ({
    border,
    gaps,
    draw(inner: number, room: number): readonly Block[] | undefined {
      const head = [
        ...(title ? [[dim(texts.title)]] : []),
        // A single line, as in the popup: the next line is ours.
        fitInto(frame, app.name, inner, 1).map(bold),
        'gap' as const,
        ...(isEmpty ? [wrapText(texts.nothing, inner)] : heading ? [wrapText(texts.allowed, inner)] : []),
      ]
      const blocks = rowBlocks(rows, current, inner, frame, texts)
      if (all || isEmpty || blocks === undefined) return blocks && [...head, ...blocks]
      const left = room - head.reduce((sum, block) => sum + (block === 'gap' ? 0 : block.length), 0)
      const some = blocksAround(blocks, rows.indexOf(current), left, frame, texts)
      return some && [...head, ...some]
    },
  }))
  const status = statusLine(texts.notices, state.notice, isEmpty ? texts.emptyKeys : texts.keys, frame)
  const lines = firstThatFits(frame, status.mostLines, layouts)
  return lines.length === 0 ? [] : [...lines, ...status.lines]
}

/** What is shown besides the Mini Program and the switch that the pointer is at, which always are. */
interface Content {
  readonly border: boolean
  readonly gaps: boolean
  readonly title: boolean
  readonly heading: boolean
  /** Whether all switches are shown, or as many around the pointer as there is room for. */
  readonly all: boolean
}

const everything: Content = { border: true, gaps: true, title: true, heading: true, all: true }
const plain: Content = { ...everything, border: false, gaps: false }

/** From a large window to the smallest. */
const contents: readonly Content[] = [
  everything,
  { ...everything, gaps: false },
  plain,
  { ...plain, all: false },
  { ...plain, all: false, title: false },
  { ...plain, all: false, title: false, heading: false },
]

type Lines = readonly string[]

/**
 * `❯ [on ] Camera  scope.camera`, with the scopes in a column. Where there is no room for that, each scope stands below
 * its description, and `undefined` is returned if there is no room for that either.
 */
function rowBlocks(
  rows: readonly SettingRow[],
  current: SettingRow | undefined,
  inner: number,
  { palette }: Frame,
  texts: SettingsTexts,
): readonly Lines[] | undefined {
  const { good, dim, bold } = palette
  const wordWidth = Math.max(widthOf(texts.on), widthOf(texts.off))
  const leadWidth = wordWidth + 5
  const descriptionWidth = Math.max(...rows.map(({ description }) => widthOf(description)))
  const scopeWidth = Math.max(...rows.map(({ scope }) => widthOf(scope)))
  const isBeside = leadWidth + descriptionWidth + 2 + scopeWidth <= inner
  const indent = Math.min(leadWidth, inner - scopeWidth)
  if (!isBeside && indent < 0) return undefined

  return rows.map(one => {
    const { on, scope, description } = one
    const text = one === current ? bold : (line: string) => line
    const word = `[${padTo(on ? texts.on : texts.off, wordWidth)}]`
    const lead = `${one === current ? '❯' : ' '} ${on ? good(word) : dim(word)} `
    const choice = choiceOf(one)
    const chosen = choice === undefined ? [] : wrapText(texts.location[choice], inner - leadWidth)
    const below = chosen.map(line => ' '.repeat(leadWidth) + text(line))
    if (isBeside) return [`${lead}${padTo(text(description), descriptionWidth)}  ${dim(scope)}`, ...below]
    const lines = wrapText(description, inner - leadWidth).map(
      (line, index) => (index === 0 ? lead : ' '.repeat(leadWidth)) + text(line),
    )
    return [...lines, ' '.repeat(indent) + dim(scope), ...below]
  })
}

/** As many blocks around the pointer as fit into `room` lines, with how many there are above and below. */
function blocksAround(
  blocks: readonly Lines[],
  pointer: number,
  room: number,
  { palette }: Frame,
  texts: SettingsTexts,
): readonly Lines[] | undefined {
  const shown = (start: number, end: number) => [
    ...(start > 0 ? [[palette.dim(`  ${texts.above(start)}`)]] : []),
    ...blocks.slice(start, end),
    ...(end < blocks.length ? [[palette.dim(`  ${texts.below(blocks.length - end)}`)]] : []),
  ]
  const fits = (start: number, end: number) =>
    start >= 0 && end <= blocks.length && shown(start, end).flat().length <= room
  let [start, end] = [pointer, pointer + 1]
  if (!fits(start, end)) return undefined
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false
    if (fits(start, end + 1)) [end, isGrowing] = [end + 1, true]
    if (fits(start - 1, end)) [start, isGrowing] = [start - 1, true]
  }
  return shown(start, end)
}
