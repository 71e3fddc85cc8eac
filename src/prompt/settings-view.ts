import type { SettingSwitch, SettingsPage } from '../emulator/ports.ts'
import { promptTexts } from '../messages/en/prompt.ts'
import { type Frame, framed, noticeOrKeys } from './box.ts'
import { fitText, widthOf, wrapText } from './fit-text.ts'
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
    switches.flatMap(one => switchLine(one, currentSwitch(state, switches) === one, frame, inner)),
  ])
  const keys = switches.length === 0 ? texts.emptyKeys : texts.keys
  return [...box, noticeOrKeys(texts, state.notice, keys, frame)]
}

/** `❯ [on ] Camera  scope.camera`, without the scope where there is no room. */
function switchLine(
  one: SettingSwitch,
  isCurrent: boolean,
  { palette }: Frame,
  inner: number,
): readonly string[] {
  const word = (one.on ? texts.on : texts.off).padEnd(texts.off.length)
  const lever = one.on ? palette.good(`[${word}]`) : palette.dim(`[${word}]`)
  const pointer = isCurrent ? '❯' : ' '
  const [description = ''] = fitText(one.description, inner - 8, 1, palette.inverse)
  const label = isCurrent ? palette.bold(description) : description
  const line = `${pointer} ${lever} ${label}`
  const whole = `${line}  ${palette.dim(one.scope)}`
  return [widthOf(whole) <= inner ? whole : line]
}
