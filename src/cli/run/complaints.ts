import type { RunTexts } from '../../messages/texts.ts'
import { flat } from '../../pages/target.ts'
import type { Expected } from '../arguments/run-plan.ts'
import type { Complaint } from '../report/report.ts'
import type { Shown, Step } from './conversation.ts'
import type { FinishedRun } from './supervise.ts'

/** What went wrong: the program failed, a step could not be taken, or an expectation did not come true. Pure. */
export function complaintsOf(run: FinishedRun, expected: Expected, texts: RunTexts): readonly Complaint[] {
  const { complaints } = texts
  const [first] = run.errors
  const failures =
    first === undefined
      ? []
      : [{ message: complaints.threw(run.errors.length, first.phase), hint: complaints.threwHint }]
  switch (run.end.kind) {
    case 'unanswered':
      return failures
    case 'not-opened':
      return [
        ...failures,
        {
          message: complaints.notOpened(run.end.page),
          hint: complaints.notOpenedHint(`${run.app.root === '.' ? '' : `${run.app.root}/`}${run.end.page}`),
        },
      ]
    case 'no-target':
      return [...failures, noTarget(run.end.step, run.shown, texts)]
    default:
      return [...failures, ...unmet(run, expected, texts)]
  }
}

function noTarget(
  { kind, target }: Step,
  shown: Shown | undefined,
  { complaints, unnamed }: RunTexts,
): Complaint {
  const isInput = kind === 'input'
  const fitting = (shown?.tappable ?? []).filter(element => element.isInput === isInput)
  const words = fitting.map(({ text, tag }) => (text === '' ? unnamed(tag) : text))
  return {
    message: complaints.noTarget(target, shown?.page ?? '', isInput),
    hint: complaints.noTargetHint([...new Set(words)].slice(0, 12), isInput),
  }
}

function unmet(run: FinishedRun, expected: Expected, { complaints }: RunTexts): readonly Complaint[] {
  const { page = '', text = '' } = run.shown ?? {}
  const shown = flat(text)
  const hint = complaints.shownInstead(page, shown)
  const popup = run.events.find(({ kind }) => kind === 'popup')
  const scope = popup?.kind === 'popup' ? popup.scope : ''
  return [
    ...(expected.popup === true && popup === undefined
      ? [{ message: complaints.popup, hint: complaints.popupHint }]
      : []),
    ...(expected.popup === false && popup !== undefined ? [{ message: complaints.noPopup(scope) }] : []),
    ...expected.texts
      .filter(text => !shown.includes(flat(text)))
      .map(text => ({ message: complaints.noText(text), hint })),
    ...expected.missingTexts
      .filter(text => shown.includes(flat(text)))
      .map(text => ({ message: complaints.text(text), hint })),
    ...expected.pages
      .filter(route => route !== page)
      .map(route => ({ message: complaints.page(route, page) })),
  ]
}
