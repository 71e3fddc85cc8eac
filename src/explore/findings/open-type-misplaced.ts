import { inMarkup } from './missing-handler.ts'
import type { Rule } from './rule.ts'

const ofButtons: ReadonlySet<string | null> = new Set(['openSetting', 'getUserInfo'])

/** Only a `<button>` has an open-type: on everything else a tap does nothing. */
export const openTypeMisplaced: Rule = {
  name: 'open-type-misplaced',
  severity: 'error',
  violationsOn: observation =>
    observation.elements
      .filter(({ tag, openType }) => tag !== 'button' && ofButtons.has(openType))
      .map(element =>
        inMarkup(element, observation, '', { tag: element.tag, openType: element.openType ?? '' }),
      ),
}
