import type { SettingSwitch, SettingsPage } from '../../emulator/ports.ts'
import { promptTexts } from '../../messages/en/prompt.ts'
import { fitText, widthOf, wrapText } from '../../text/fit-text.ts'
import { type Frame, framed, noticeOrKeys } from '../terminal/box.ts'
import { currentSwitch, type SettingsState } from './settings-keys.ts'

const texts = promptTexts.settings

/** The settings page as lines, the cursor after the last; one line once it was closed. */
export function settingsView(
  app: SettingsPage['app'],
  switches: readonly SettingSwitch[],
  state: SettingsState,
  frame: Frame,
): readonly string[] {
  if (state.closed)
    return wrapText(`${frame.palette.good('✔')} ${texts.closed(state.moved)}`, frame.columns - 1)
  const box = framed(frame, inner => [
    [frame.palette.dim(texts.title)],
    fitText(app.name, inner, 2, frame.palette.inverse).map(frame.palette.bold),
    'gap',
    wrapText(switches.length === 0 ? texts.nothing : texts.allowed, inner),
    shownSwitches(switches, state, frame, inner),
  ])
  const keys = switches.length === 0 ? texts.emptyKeys : texts.keys
  return [...box, noticeOrKeys(texts, state.notice, keys, frame)]
}

// What the page takes besides its switches, at most: borders, title, name, gap, heading and the line under it.
const aroundSwitches = 9

/** The switches, or as many around the pointer as there is room for. */
function shownSwitches(
  switches: readonly SettingSwitch[],
  state: SettingsState,
  frame: Frame,
  inner: number,
) {
  const current = currentSwitch(state, switches)
  const room = Math.max(3, frame.rows - aroundSwitches)
  const blocks = switches.map(one => switchLines(one, one === current, frame, inner))
  if (blocks.flat().length <= room) return blocks.flat()
  // Two of the lines say how many are not shown.
  const size = Math.max(1, Math.floor((room - 2) / Math.max(...blocks.map(lines => lines.length))))
  const at = current === undefined ? 0 : switches.indexOf(current)
  const start = Math.min(Math.max(0, at - Math.floor(size / 2)), blocks.length - size)
  const { dim } = frame.palette
  return [
    dim(texts.above(start)),
    ...blocks.slice(start, start + size).flat(),
    dim(texts.below(blocks.length - size - start)),
  ]
}

/** `❯ [on ] Camera  scope.camera`, without the scope where there is no room. */
function switchLines(
  one: SettingSwitch,
  isCurrent: boolean,
  { palette }: Frame,
  inner: number,
): readonly string[] {
  const word = (one.on ? texts.on : texts.off).padEnd(texts.off.length)
  const lever = one.on ? palette.good(`[${word}]`) : palette.dim(`[${word}]`)
  const lead = `${isCurrent ? '❯' : ' '} [${word}] `
  const label = fitText(one.description, inner - lead.length, 2, palette.inverse)
  const lines = label.map((line, index) => {
    const set = isCurrent ? palette.bold(line) : line
    return index === 0 ? lead.replace(`[${word}]`, lever) + set : ' '.repeat(lead.length) + set
  })
  const whole = `${lines[0]}  ${palette.dim(one.scope)}`
  return lines.length === 1 && widthOf(whole) <= inner ? [whole] : lines
}
