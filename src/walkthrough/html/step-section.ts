import { type Element, h } from '../../html/element.ts'
import { safeJson } from '../../text/safe-json.ts'
import type { Code, Received, WalkthroughStep } from '../step.ts'
import type { PageTexts } from './page-texts.ts'
import { pictureOf } from './seen.ts'
import { ownText, visibleCode } from './text.ts'

/** A step with its place on the page. */
export interface PlacedStep {
  readonly step: WalkthroughStep
  /** Unique on the page. */
  readonly anchor: string
  readonly number: number
  /** An earlier step with the same code; its code is not shown again. */
  readonly sameCode: Pick<PlacedStep, 'anchor' | 'number'> | undefined
}

/** @param level of the heading */
export function stepSection(placed: PlacedStep, level: 3 | 4, texts: PageTexts): Element {
  const { step, anchor, number } = placed
  const { html, walkthrough } = texts
  return h(
    'section',
    { class: 'step', id: anchor },
    h(`h${level}`, h('span', { class: 'number' }, html.number(number)), ' ', ownText(step.title)),
    h('blockquote', { class: 'guide' }, h('p', step.guide)),
    h(
      'div',
      { class: 'sides' },
      h(
        'div',
        { class: 'side' },
        h('p', { class: 'label' }, html.user),
        h('p', ownText(step.user.text)),
        ...pictureOf(step.user, texts),
      ),
      h(
        'div',
        { class: 'side' },
        h('p', { class: 'label' }, html.received),
        ...receivedParts(step.received, texts),
      ),
    ),
    h('p', { class: 'lesson' }, ownText(step.lesson)),
    ...codeParts(placed, texts),
    h('details', h('summary', walkthrough.labels.more), h('p', ownText(step.more))),
  )
}

/** Whether the API ran: the class of what was received. */
export const kindOf = ({ result }: Received): 'good' | 'bad' =>
  /:fail/.test(String(result.errMsg)) ? 'bad' : 'good'

function receivedParts(received: Received | null, { walkthrough }: PageTexts): readonly Element[] {
  if (received === null) return [h('p', ownText(walkthrough.receivesNothing))]
  return [
    h('p', ownText(walkthrough.receives(received.from, received.by))),
    h('pre', { class: kindOf(received) }, h('code', safeJson(received.result, 2))),
  ]
}

function codeParts({ step, sameCode }: PlacedStep, { html, walkthrough }: PageTexts): readonly Element[] {
  if (sameCode !== undefined)
    return [
      h('p', { class: 'same' }, h('a', { href: `#${sameCode.anchor}` }, html.sameCode(sameCode.number))),
    ]
  return step.code.map(({ language, text }: Code) =>
    h(
      'div',
      { class: 'code' },
      h('p', { class: 'label' }, walkthrough.codeTitles[language]),
      h('pre', h('code', visibleCode(text))),
    ),
  )
}
