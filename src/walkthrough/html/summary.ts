import { type Element, h } from '../../html/element.ts'
import type { Verdict } from '../../machine/decide.ts'
import type { Branch } from '../branches.ts'
import type { WalkthroughStep } from '../step.ts'
import type { PageTexts } from './page-texts.ts'
import { kindOf } from './step-section.ts'

/** A row for each answer: what the code receives, and what happens the next time. */
export function summaryTable(branches: readonly Branch[], { html }: PageTexts): Element {
  const { summary, diagram } = html
  const rows = branches.map(({ answer, steps }) => {
    const at = steps.findIndex(({ id }) => id === 'ask')
    return h(
      'tr',
      h('th', { scope: 'row' }, summary.answers[answer]),
      h('td', ...receivedIn(steps[at])),
      h('td', diagram.verdicts[verdictOf(steps[at + 1])]),
    )
  })
  const heads = [summary.user, summary.received, summary.next]
  return h(
    'table',
    { class: 'short' },
    h('thead', h('tr', ...heads.map(head => h('th', { scope: 'col' }, head)))),
    h('tbody', ...rows),
  )
}

/** `fail getLocation:fail auth deny` */
function receivedIn(step: WalkthroughStep | undefined): readonly (Element | string)[] {
  if (step === undefined || step.received === null) return []
  const { by, result } = step.received
  const errMsg = result.errMsg === undefined ? [] : [' ', h('code', String(result.errMsg))]
  return [h('code', { class: kindOf(step.received) }, by), ...errMsg]
}

function verdictOf(step: WalkthroughStep | undefined): Verdict['kind'] {
  if (step === undefined || step.user.popup !== null || step.received === null) return 'ask'
  return kindOf(step.received) === 'bad' ? 'refuse' : 'proceed'
}
