import type { SettingSwitch, SettingsPage } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import { wrapText } from '../../text/fit-text.ts'
import { padTo, widthOf } from '../../text/width.ts'
import { type Frame, fitInto, framed, noticeOrKeys } from '../terminal/box.ts'
import { currentSwitch, type SettingsState } from './state.ts'

type SettingsTexts = Texts['settings']

/** The settings page as lines, with the cursor after the last; once it is closed, the line that stays. */
export function settingsView(
  app: SettingsPage['app'],
  switches: readonly SettingSwitch[],
  state: SettingsState,
  frame: Frame,
  texts: SettingsTexts,
): readonly string[] {
  const { good, bold, dim } = frame.palette
  if (state.isClosed) return wrapText(`${good('✔')} ${texts.closed(state.moves)}`, frame.columns - 1)
  const current = currentSwitch(state, switches)
  const box = framed(frame, inner => [
    [dim(texts.title)],
    fitInto(frame, app.name, inner, 2).map(bold),
    'gap',
    wrapText(switches.length === 0 ? texts.nothing : texts.allowed, inner),
    linesThatFit(
      switches.map(one => switchLines(one, one === current, frame, inner, texts)),
      current === undefined ? 0 : switches.indexOf(current),
      frame,
      texts,
    ),
  ])
  const keys = switches.length === 0 ? texts.emptyKeys : texts.keys
  return [...box, noticeOrKeys(texts, state.notice, keys, frame)]
}

// What the page needs besides its switches, at most: borders, title, name, gap, heading and the line under the box.
const linesAround = 9

/** The lines of all switches, or of as many around the pointer as there is room for. */
function linesThatFit(
  blocks: readonly (readonly string[])[],
  pointer: number,
  { rows, palette }: Frame,
  texts: SettingsTexts,
): readonly string[] {
  const room = Math.max(3, rows - linesAround)
  if (blocks.flat().length <= room) return blocks.flat()
  // Two of the lines say how many switches are not shown.
  const count = Math.max(1, Math.floor((room - 2) / Math.max(...blocks.map(lines => lines.length))))
  const start = Math.min(Math.max(0, pointer - Math.floor(count / 2)), blocks.length - count)
  return [
    palette.dim(texts.above(start)),
    ...blocks.slice(start, start + count).flat(),
    palette.dim(texts.below(blocks.length - count - start)),
  ]
}

/** `❯ [on ] Camera  scope.camera`, without the scope where there is no room for it. */
function switchLines(
  one: SettingSwitch,
  isCurrent: boolean,
  frame: Frame,
  inner: number,
  texts: SettingsTexts,
): readonly string[] {
  const { good, dim, bold } = frame.palette
  const word = padTo(one.on ? texts.on : texts.off, Math.max(widthOf(texts.on), widthOf(texts.off)))
  const lead = `${isCurrent ? '❯' : ' '} ${one.on ? good(`[${word}]`) : dim(`[${word}]`)} `
  const leadWidth = widthOf(lead)
  const lines = fitInto(frame, one.description, inner - leadWidth, 2).map(
    (line, index) => (index === 0 ? lead : ' '.repeat(leadWidth)) + (isCurrent ? bold(line) : line),
  )
  const withScope = `${lines[0]}  ${dim(one.scope)}`
  return lines.length === 1 && widthOf(withScope) <= inner ? [withScope] : lines
}
