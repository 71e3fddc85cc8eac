import type { PopupQuestion } from '../../emulator/ports.ts'
import type { Texts } from '../../messages/texts.ts'
import type { Paint, Palette } from '../../text/color.ts'
import { wrapText } from '../../text/fit-text.ts'
import { padTo, widthOf } from '../../text/width.ts'
import { type Block, type Frame, firstThatFits, fitInto, statusLine } from '../terminal/box.ts'
import { choices, type PopupResult, type PopupState } from './state.ts'

type PopupTexts = Texts['popup']

/**
 * The popup as lines, with the cursor after the last; once it has a result, the line that stays. No lines if the window
 * is too small to show who asks for what.
 */
export function popupView(
  question: PopupQuestion,
  state: PopupState,
  frame: Frame,
  texts: PopupTexts,
): readonly string[] {
  if (state.result !== undefined) return resultLines(question, state.result, frame, texts)
  const status = statusLine(texts.notices, state.notice, texts.keys, frame)
  const layouts = contents.map(content => ({
    ...content,
    draw: (inner: number) => popupBlocks(question, state, content, inner, frame, texts),
  }))
  const lines = firstThatFits(frame, status.mostLines, layouts)
  return lines.length === 0 ? [] : [...lines, ...status.lines]
}

/** What is shown besides the Mini Program, the scope and the choices, which always are. */
interface Content {
  readonly border: boolean
  readonly gaps: boolean
  /** Lines, at most. */
  readonly why: number
  readonly askedBy: number
  readonly applying: boolean
}

const everything: Content = { border: true, gaps: true, why: 3, askedBy: 2, applying: true }
const plain: Content = { ...everything, border: false, gaps: false }

/** From a large window to the smallest that can still ask. */
const contents: readonly Content[] = [
  everything,
  { ...everything, gaps: false },
  plain,
  { ...plain, why: 2 },
  { ...plain, why: 1 },
  { ...plain, why: 1, askedBy: 0 },
  { ...plain, why: 0, askedBy: 0 },
  { ...plain, why: 0, askedBy: 0, applying: false },
]

// Where less than this is left, a label stands before its text instead of beside it: columns.
const roomForLabels = 36

function popupBlocks(
  question: PopupQuestion,
  state: PopupState,
  content: Content,
  inner: number,
  frame: Frame,
  texts: PopupTexts,
): readonly Block[] | undefined {
  const { bold, dim, accent } = frame.palette
  const { app, caller } = question
  const { description, scope } = subjectOf(question)
  const purpose = question.kind === 'scope' ? question.purpose : undefined
  // The privacy sheet gives no reason but the guideline.
  const isReasoned = question.kind === 'scope' && content.why > 0
  const title = wrapText(texts.title(description, scope), inner)
  if (!title.some(line => line.includes(scope))) return undefined
  const rowOf = inner >= roomForLabels ? rowBeside(frame, inner, texts) : rowBelow(frame, inner, texts)
  const paint = purpose === undefined ? dim : undefined
  const asking = caller === 'button' ? texts.button : caller
  return [
    // A single line: the next line is ours, and a name that went on there would read as if it were ours too.
    fitInto(frame, app.name, inner, 1).map(bold),
    content.applying ? wrapText(texts.applying, inner) : [],
    'gap',
    title.map(accent),
    ...(isReasoned ? [rowOf(texts.why, purpose ?? texts.noReason, content.why, paint)] : []),
    ...(content.askedBy > 0 ? [rowOf(texts.askedBy, asking, content.askedBy)] : []),
    'gap',
    choiceLines(state, frame, inner, texts),
  ]
}

/** What is asked for: a scope, or the agreement to the guideline. */
function subjectOf(question: PopupQuestion): { readonly description: string; readonly scope: string } {
  return question.kind === 'scope' ? question : { description: question.contract, scope: question.kind }
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

function rowBelow(frame: Frame, inner: number, texts: PopupTexts): Row {
  // The label takes room too: a line more, so that a description of WeChat's 30 characters is shown whole.
  return (label, text, lines, paint = asIs) =>
    fitInto(frame, texts.labeled(label, text), inner - 2, lines + 1).map(
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
    // Without color the brackets mark the key, and the pointer the choice.
    return answer === chosen
      ? palette.inverse(`❯ [${key}] ${label} `)
      : `  ${palette.bold(`[${key}]`)} ${label} `
  })
  const line = lines.join('')
  return widthOf(line.trimEnd()) <= inner ? [line.trimEnd()] : lines.map(one => one.trimEnd())
}

/** What became of the question: in one line if any wording of it fits. */
function resultLines(
  question: PopupQuestion,
  result: PopupResult,
  { columns, palette }: Frame,
  texts: PopupTexts,
): readonly string[] {
  const { sign, paint } = signs[result]
  const { description, scope } = subjectOf(question)
  const wordings = texts.results[result](description, scope)
  // After a rejection the hint says how to change it.
  const command = `wxauth open-setting --disable ${scope}`
  const isSwitch = result === 'accept' && question.kind === 'scope'
  const longer = isSwitch ? wordings.map(wording => texts.change(wording, command)) : []
  const lines = [...longer, ...wordings].map(wording => `${palette[paint](sign)} ${wording}`)
  const line = lines.find(one => widthOf(one) < columns)
  return line === undefined ? wrapText(lines.at(-1) ?? '', columns - 1) : [line]
}

const signs: Readonly<Record<PopupResult, { readonly sign: string; readonly paint: keyof Palette }>> = {
  accept: { sign: '✔', paint: 'good' },
  reject: { sign: '✖', paint: 'bad' },
  dismiss: { sign: '–', paint: 'dim' },
  closed: { sign: '–', paint: 'dim' },
  dropped: { sign: '–', paint: 'dim' },
}
