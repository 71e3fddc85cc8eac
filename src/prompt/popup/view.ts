import type { Question } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import type { Paint, Palette } from '../../text/color.ts'
import { wrapText } from '../../text/fit-text.ts'
import { padTo, widthOf } from '../../text/width.ts'
import { type Frame, fitInto, framed, noticeOrKeys } from '../terminal/box.ts'
import { choices, type PopupResult, type PopupState } from './state.ts'

type PopupTexts = Texts['popup']

/** The popup as lines, with the cursor after the last; once it has a result, the line that stays. */
export function popupView(
  question: Question,
  state: PopupState,
  frame: Frame,
  texts: PopupTexts,
): readonly string[] {
  if (state.result !== undefined) return resultLines(question, state.result, frame, texts)
  return [...boxLines(question, state, frame, texts), noticeOrKeys(texts, state.notice, texts.keys, frame)]
}

// Where less than this is left inside the box, a label stands above its text: columns.
const roomForLabels = 36

function boxLines(question: Question, state: PopupState, frame: Frame, texts: PopupTexts): readonly string[] {
  const { bold, dim, accent } = frame.palette
  const { app, description, scope, purpose, caller } = question
  const asking = caller === 'button' ? texts.button : caller
  return framed(frame, inner => {
    const rowOf = inner >= roomForLabels ? rowBeside(frame, inner, texts) : rowBelow(frame, inner)
    const title = inner >= roomForLabels ? `${description} (${scope})` : description
    return [
      // A single line: the next line is ours, and a name that went on there would read as if it were ours too.
      fitInto(frame, app.name, inner, 1).map(bold),
      wrapText(texts.applying, inner),
      'gap',
      fitInto(frame, title, inner, 2).map(accent),
      rowOf(texts.why, purpose ?? texts.noReason, 3, purpose === undefined ? dim : undefined),
      rowOf(texts.askedBy, asking, 2),
      'gap',
      choiceLines(state, frame, inner, texts),
    ]
  })
}

/** Draws a label with its text, in at most `lines` lines of text. */
type Row = (label: string, text: string, lines: number, paint?: Paint) => readonly string[]

const asIs: Paint = text => text

function rowBeside(frame: Frame, inner: number, texts: PopupTexts): Row {
  const room = Math.max(widthOf(texts.why), widthOf(texts.askedBy)) + 2
  return (label, text, lines, paint = asIs) =>
    fitInto(frame, text, inner - room, lines).map(
      (line, index) => frame.palette.dim(padTo(index === 0 ? label : '', room)) + paint(line),
    )
}

function rowBelow(frame: Frame, inner: number): Row {
  // The label takes room too: a line more, so that a description of WeChat's 30 characters is shown whole.
  return (label, text, lines, paint = asIs) =>
    fitInto(frame, `${label}: ${text}`, inner - 2, lines + 1).map(
      (line, index) => (index === 0 ? '' : '  ') + paint(line),
    )
}

function choiceLines(
  state: PopupState,
  { palette }: Frame,
  inner: number,
  texts: PopupTexts,
): readonly string[] {
  const chosen = state.pending ?? state.chosen
  const lines = choices.map(({ answer, key }) => {
    const label = texts.choices[answer]
    // The pointer shows the choice where there is no color.
    return answer === chosen ? palette.inverse(`❯ ${key} ${label} `) : `  ${palette.bold(key)} ${label} `
  })
  const line = lines.join('   ')
  return widthOf(line) <= inner ? [line] : lines
}

/** What became of the question and how to change it: in one line if any wording of it fits. */
function resultLines(
  question: Question,
  result: PopupResult,
  { columns, palette }: Frame,
  texts: PopupTexts,
): readonly string[] {
  const { sign, paint } = signs[result]
  const { description, scope } = question
  const head = `${palette[paint](sign)} ${palette.bold(texts.results[result])}`
  const next = nextStep(question, result, texts)
  const wordings = [
    `${head}: ${description} (${scope}). ${next}`,
    `${head}: ${description}. ${next}`,
    `${head}. ${next}`,
  ]
  const line = wordings.find(wording => widthOf(wording) < columns)
  return line === undefined ? wrapText(`${head}. ${next}`, columns - 1) : [line]
}

const signs: Readonly<Record<PopupResult, { readonly sign: string; readonly paint: keyof Palette }>> = {
  accept: { sign: '✔', paint: 'good' },
  reject: { sign: '✖', paint: 'bad' },
  dismiss: { sign: '–', paint: 'dim' },
  closed: { sign: '–', paint: 'dim' },
  dropped: { sign: '–', paint: 'dim' },
}

// Of `wxauth open-setting`: what takes the answer back.
const flags = { accept: '--disable', reject: '--enable' } as const

function nextStep({ scope, state }: Question, result: PopupResult, texts: PopupTexts): string {
  if (result === 'dropped') return texts.countsForNothing
  if (result === 'closed') return texts.nothingRecorded
  if (result === 'dismiss') return state === 'rejected' ? texts.staysRejected : texts.asksAgain
  return texts.change(`wxauth open-setting ${flags[result]} ${scope}`)
}
