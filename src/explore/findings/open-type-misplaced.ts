import { inMarkup } from './missing-handler.ts'
import type { Rule } from './rule.ts'

const ofButtons: ReadonlySet<string | null> = new Set(['openSetting', 'getUserInfo'])

/** Only a `<button>` has an open-type: on everything else a tap does nothing. */
export const openTypeMisplaced: Rule = {
  name: 'open-type-misplaced',
  severity: 'error',
  violationsOn: ({ views }) =>
    views.flatMap(view =>
      view.elements
        .filter(({ tag, openType }) => tag !== 'button' && ofButtons.has(openType))
        .map(element => inMarkup(element, view, '', { tag: element.tag, openType: element.openType ?? '' })),
    ),
}
