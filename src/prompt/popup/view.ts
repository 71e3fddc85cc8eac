import type { PopupQuestion, PrivacyQuestion, Question } from '../../emulator/ports.ts'
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
  const { app, caller } = question
  const subject =
    question.kind === 'scope'
      ? scopeBlocks(question, content, inner, frame, texts)
      : sheetBlocks(question, content, inner, frame, texts)
  const asking = caller === 'button' ? texts.button : caller
  return (
    subject && [
      // A single line: the next line is ours, and a name that went on there would read as if it were ours too.
      fitInto(frame, app.name, inner, 1).map(frame.palette.bold),
      ...subject,
      ...(content.askedBy > 0 ? [rowOf(frame, inner, texts)(texts.askedBy, asking, content.askedBy)] : []),
      'gap',
      choiceLines(state, frame, inner, labelsOf(question, texts)),
    ]
  )
}

/** What the popup of a scope asks for; `undefined` if the window is too narrow for the name of the scope. */
function scopeBlocks(
  { description, scope, purpose, withPrivacy }: Question,
  content: Content,
  inner: number,
  frame: Frame,
  texts: PopupTexts,
): readonly Block[] | undefined {
  const { dim, accent } = frame.palette
  const title = wrapText(texts.title(description, scope), inner)
  if (!title.some(line => line.includes(scope))) return undefined
  const row = rowOf(frame, inner, texts)
  const paint = purpose === undefined ? dim : undefined
  return [
    content.applying ? wrapText(texts.applying, inner) : [],
    'gap',
    title.map(accent),
    ...(content.why > 0 ? [row(texts.why, purpose ?? texts.noReason, content.why, paint)] : []),
    // What Allow decides is never left out.
    ...(withPrivacy ? [wrapText(texts.withPrivacy, inner)] : []),
  ]
}

/** The privacy sheet: its title, and the guideline that it is about. */
function sheetBlocks(
  { contract }: PrivacyQuestion,
  content: Content,
  inner: number,
  frame: Frame,
  { sheet }: PopupTexts,
): readonly Block[] {
  // The name of the guideline has that of the Mini Program in it, and both can be long.
  const asking = fitInto(frame, sheet.asking(contract), inner, Math.max(2, content.why))
  return ['gap', wrapText(sheet.title, inner).map(frame.palette.accent), asking]
}

/** The words of the two choices. */
const labelsOf = (question: PopupQuestion, texts: PopupTexts) =>
  question.kind === 'scope' ? texts.choices : texts.sheet.choices

/** Draws a label with its text, in at most `lines` lines of text. */
type Row = (label: string, text: string, lines: number, paint?: Paint) => readonly string[]

const asIs: Paint = text => text

const rowOf = (frame: Frame, inner: number, texts: PopupTexts): Row =>
  inner >= roomForLabels ? rowBeside(frame, inner, texts) : rowBelow(frame, inner, texts)

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
  labels: PopupTexts['choices'],
): readonly string[] {
  const chosen = state.pending ?? state.chosen
  const lines = choices.map(({ answer, key }) => {
    const label = labels[answer]
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
  const lines = resultWordings(question, result, texts).map(wording => `${palette[paint](sign)} ${wording}`)
  const line = lines.find(one => widthOf(one) < columns)
  return line === undefined ? wrapText(lines.at(-1) ?? '', columns - 1) : [line]
}

function resultWordings(question: PopupQuestion, result: PopupResult, texts: PopupTexts): readonly string[] {
  if (question.kind === 'privacy') return [texts.sheet.results[result]]
  const { description, scope } = question
  const wordings = texts.results[result](description, scope)
  if (result !== 'accept') return wordings
  // After a rejection the hint says how to change it.
  const command = `wxauth open-setting --disable ${scope}`
  return [...wordings.map(wording => texts.change(wording, command)), ...wordings]
}

const signs: Readonly<Record<PopupResult, { readonly sign: string; readonly paint: keyof Palette }>> = {
  accept: { sign: '✔', paint: 'good' },
  reject: { sign: '✖', paint: 'bad' },
  dismiss: { sign: '–', paint: 'dim' },
  closed: { sign: '–', paint: 'dim' },
  dropped: { sign: '–', paint: 'dim' },
}
