import type { Question } from '../emulator/ports.ts'
import { type PopupEnding, promptTexts } from '../messages/en/prompt.ts'
import { type Frame, framed, noticeOrKeys } from './box.ts'
import { fitText, widthOf, wrapText } from './fit-text.ts'
import type { PopupState } from './popup-keys.ts'
import { visibleText } from './visible-text.ts'

const texts = promptTexts.popup

/** The popup as lines, the cursor after the last; one line or two once it ended. */
export function popupView(question: Question, state: PopupState, frame: Frame): readonly string[] {
  if (state.ending !== undefined) return endingView(question, state.ending, frame)
  return [...sheet(question, state, frame), noticeOrKeys(texts, state.notice, texts.keys, frame)]
}

function sheet(question: Question, state: PopupState, frame: Frame): readonly string[] {
  const { palette } = frame
  return framed(frame, inner => {
    const labels = Math.max(widthOf(texts.why), widthOf(texts.askedBy)) + 2
    const row = (label: string, text: string, lines: number, set: (text: string) => string) =>
      fitText(text, inner - labels, lines, palette.inverse).map(
        (line, index) => palette.dim((index === 0 ? label : '').padEnd(labels)) + set(line),
      )
    return [
      fitText(question.app.name, inner, 2, palette.inverse).map(palette.bold),
      wrapText(texts.applying, inner),
      'gap',
      fitText(`${question.description} (${question.scope})`, inner, 2, palette.inverse).map(palette.accent),
      row(
        texts.why,
        question.purpose ?? texts.noReason,
        2,
        question.purpose === undefined ? palette.dim : text => text,
      ),
      row(texts.askedBy, question.caller === 'button' ? texts.button : question.caller, 1, text => text),
      'gap',
      choices(state, frame, inner),
    ]
  })
}

function choices(state: PopupState, { palette }: Frame, inner: number): readonly string[] {
  const chosen = state.pending ?? state.chosen
  const both = (['reject', 'accept'] as const).map(answer => {
    const { key, label } = texts[answer]
    // The pointer says it without colour.
    return answer === chosen ? palette.inverse(`❯ ${key} ${label} `) : `  ${palette.bold(key)} ${label} `
  })
  const line = both.join('   ')
  return widthOf(line) <= inner ? [line] : both
}

/** What was decided and how to change it. */
function endingView(question: Question, ending: PopupEnding, { columns, palette }: Frame): readonly string[] {
  const { sign, word } = texts.decided[ending]
  const paint = ending === 'accept' ? palette.good : ending === 'reject' ? palette.bad : palette.dim
  const what = `${visibleText(question.description, palette.inverse)} (${question.scope}).`
  const then = followUp(question, ending)
  const head = `${paint(sign)} ${palette.bold(`${word}:`)} ${what}`
  const whole = `${head} ${then}`
  if (widthOf(whole) < columns) return [whole]
  return [head, then].flatMap(line => wrapText(line, columns - 1))
}

function followUp(question: Question, ending: PopupEnding): string {
  if (ending === 'closed') return texts.nothingRecorded
  if (ending === 'dismiss') return question.state === 'rejected' ? texts.staysRejected : texts.asksAgain
  return texts.change(texts.changeIt[ending], question.scope)
}
