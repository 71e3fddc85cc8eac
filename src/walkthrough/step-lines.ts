import { isFailure } from '../catalogue/wording.ts'
import type { Texts, WalkthroughTexts } from '../messages/texts.ts'
import { initialPopup } from '../prompt/popup/state.ts'
import { popupView } from '../prompt/popup/view.ts'
import { initialSettings } from '../prompt/settings/state.ts'
import { settingsView } from '../prompt/settings/view.ts'
import type { Frame } from '../prompt/terminal/box.ts'
import type { Palette } from '../text/color.ts'
import { inLines } from '../text/in-lines.ts'
import { safeJson } from '../text/safe-json.ts'
import { visibleText } from '../text/visible-text.ts'
import type { Code, Seen, WalkthroughStep } from './step.ts'

/** What the lines of a step are made with. */
export interface StepTexts extends Pick<Texts, 'popup' | 'scopes' | 'settings' | 'terminal'> {
  readonly walkthrough: WalkthroughTexts
}

export interface StepLayout {
  readonly columns: number
  readonly palette: Palette
}

/** A step as lines for people, without what `More` says. Pure. */
export function stepLines(
  step: WalkthroughStep,
  number: number,
  texts: StepTexts,
  layout: StepLayout,
): readonly string[] {
  return [
    ...headLines(step, number, texts, layout),
    ...seenLines(step.user, texts, layout),
    ...afterLines(step, texts, layout),
  ]
}

/** What is known before the step is played. */
export function headLines(
  { title, guide }: Pick<WalkthroughStep, 'title' | 'guide'>,
  number: number,
  { walkthrough: { labels } }: StepTexts,
  layout: StepLayout,
): readonly string[] {
  const { bold, dim } = layout.palette
  return [
    ...inLines(`${number}. ${title}`, layout.columns, '   ').map(bold),
    '',
    ...labeled(dim(labels.guide), `“${guide}”`, layout),
  ]
}

/** What the user saw. A person at the terminal has seen it already. */
function seenLines(user: Seen, texts: StepTexts, layout: StepLayout): readonly string[] {
  return [...userLines(user, texts, layout), ...pictureOf(user, texts, layout).map(line => `  ${line}`)]
}

export function userLines(user: Seen, texts: StepTexts, layout: StepLayout): readonly string[] {
  return labeled(layout.palette.dim(texts.walkthrough.labels.user), user.text, layout)
}

/** What the code receives, what follows from it, and the code to write. */
export function afterLines(
  { received, lesson, code }: WalkthroughStep,
  { walkthrough }: StepTexts,
  layout: StepLayout,
): readonly string[] {
  const { labels, codeTitles } = walkthrough
  const { dim, good, bad } = layout.palette
  const failed = isFailure(received?.result.errMsg)
  const paint = failed ? bad : good
  const result = received === null ? [] : jsonLines(received.result, layout).map(line => `  ${paint(line)}`)
  const what =
    received === null ? walkthrough.receivesNothing : walkthrough.receives(received.from, received.by)
  return [
    ...labeled(dim(labels.received), what, layout),
    ...result,
    ...labeled(dim(labels.lesson), lesson, layout),
    '',
    ...code.flatMap(one => codeLines(one, codeTitles[one.language], layout)),
  ]
}

export function moreLines(
  { more }: WalkthroughStep,
  { walkthrough: { labels } }: StepTexts,
  layout: StepLayout,
): readonly string[] {
  return labeled(layout.palette.dim(labels.more), more, layout)
}

/** Broken between words, so that an `errMsg` can be read in a narrow window too. */
function jsonLines(value: object, { columns }: StepLayout): readonly string[] {
  return safeJson(value, 2)
    .split('\n')
    .flatMap(line => {
      const indent = /^ */.exec(line)?.[0] ?? ''
      const room = columns - 2 - indent.length
      return inLines(line.trimStart(), room, '  ').map(part => indent + part)
    })
}

function codeLines({ text }: Code, title: string, { palette }: StepLayout): readonly string[] {
  // Only the line breaks and the indent are ours for sure: the usage description is the Mini Program's.
  const lines = text.split('\n').map(line => `  ${line.replace(/\S.*/, rest => visibleText(rest))}`)
  return [palette.dim(title), ...lines]
}

/** `The user: No popup appears.` */
function labeled(label: string, text: string, { columns }: StepLayout): readonly string[] {
  return inLines(label + text, columns, '  ')
}

/** The popup with the answer chosen, or the settings page as it was left. */
function pictureOf({ popup, settings }: Seen, texts: StepTexts, layout: StepLayout): readonly string[] {
  const frame: Frame = {
    columns: layout.columns - 2,
    rows: 24,
    palette: layout.palette,
    boxed: true,
    cut: texts.terminal.cut,
  }
  // The last line of a prompt says which keys there are.
  if (popup !== null) {
    const chosen = popup.answer === 'dismiss' ? undefined : popup.answer
    const { question } = popup
    const description = texts.scopes.request(question.scope, question.description)
    return popupView({ ...question, description }, { ...initialPopup, chosen }, frame, texts.popup).slice(
      0,
      -1,
    )
  }
  if (settings !== null) {
    const { app, before, after } = settings
    const pointer = after.find(({ scope, on }) => before.some(one => one.scope === scope && one.on !== on))
    const state = { ...initialSettings, pointer: pointer?.scope }
    const switches = after.map(one => ({
      ...one,
      description: texts.scopes.name(one.scope, one.description),
    }))
    return settingsView(app, switches, state, frame, texts.settings).slice(0, -1)
  }
  return []
}

/** A sentence on its own. */
export function sentenceLines(text: string, { columns }: StepLayout): readonly string[] {
  return inLines(text, columns)
}

/** A line between steps. */
export const ruleOf = ({ columns, palette }: StepLayout) => palette.dim('─'.repeat(Math.min(columns - 1, 72)))
