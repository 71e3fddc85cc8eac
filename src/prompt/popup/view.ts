import type { Question } from '../../emulator/ports.ts'
import { type PopupEnding, promptTexts } from '../../messages/en/prompt.ts'
import { fitText, widthOf, wrapText } from '../../text/fit-text.ts'
import type { Paint } from '../../text/palette.ts'
import { type Frame, framed, noticeOrKeys } from '../terminal/box.ts'
import type { PopupState } from './popup-keys.ts'

const texts = promptTexts.popup

/** The popup as lines, the cursor after the last; the line that stays once it ended. */
export function popupView(question: Question, state: PopupState, frame: Frame): readonly string[] {
  if (state.ending !== undefined) return endingView(question, state.ending, frame)
  return [...sheet(question, state, frame), noticeOrKeys(texts, state.notice, texts.keys, frame)]
}

function sheet(question: Question, state: PopupState, frame: Frame): readonly string[] {
  const { bold, dim, accent, inverse } = frame.palette
  const { description, scope, purpose, caller } = question
  return framed(frame, inner => [
    // One line: what follows it is ours, and a name that went on there would read as if it were.
    fitText(question.app.name, inner, 1, inverse).map(bold),
    wrapText(texts.applying, inner),
    'gap',
    fitText(inner < roomForLabels ? description : `${description} (${scope})`, inner, 2, inverse).map(accent),
    row(texts.why, purpose ?? texts.noReason, 3, inner, frame, purpose === undefined ? dim : undefined),
    row(texts.askedBy, caller === 'button' ? texts.button : caller, 2, inner, frame),
    'gap',
    choices(state, frame, inner),
  ])
}

const labels = Math.max(widthOf(texts.why), widthOf(texts.askedBy)) + 2
const roomForLabels = 36

/** A label and its text, side by side where there is room. */
function row(
  label: string,
  text: string,
  lines: number,
  inner: number,
  { palette }: Frame,
  set: Paint = as => as,
) {
  const beside = inner >= roomForLabels
  if (!beside) {
    // The label takes room of its own: a line more, so that a description of WeChat's 30 characters is shown whole.
    const wrapped = fitText(`${label}: ${text}`, inner - 2, lines + 1, palette.inverse)
    return wrapped.map((line, index) => (index === 0 ? '' : '  ') + set(line))
  }
  return fitText(text, inner - labels, lines, palette.inverse).map(
    (line, index) => palette.dim((index === 0 ? label : '').padEnd(labels)) + set(line),
  )
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

/** What was decided and how to change it: in one line if any wording of it fits. */
function endingView(
  question: Question,
  ending: PopupEnding | 'dropped',
  { columns, palette }: Frame,
): readonly string[] {
  const { sign, word, paint } = { ...texts.decided[ending], paint: endingPaints[ending] }
  const head = `${palette[paint](sign)} ${palette.bold(word)}`
  const then = followUp(question, ending)
  const { description, scope } = question
  const wordings = [
    `${head}: ${description} (${scope}). ${then}`,
    `${head}: ${description}. ${then}`,
    `${head}. ${then}`,
  ]
  const fitting = wordings.find(line => widthOf(line) < columns)
  return fitting === undefined ? wrapText(`${head}. ${then}`, columns - 1) : [fitting]
}

const endingPaints = { accept: 'good', reject: 'bad', dismiss: 'dim', closed: 'dim', dropped: 'dim' } as const

function followUp(question: Question, ending: PopupEnding | 'dropped'): string {
  if (ending === 'dropped') return texts.countsForNothing
  if (ending === 'closed') return texts.nothingRecorded
  if (ending === 'dismiss') return question.state === 'rejected' ? texts.staysRejected : texts.asksAgain
  return texts.change(texts.changeIt[ending], question.scope)
}
