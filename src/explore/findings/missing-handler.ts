import type { Element, Listened, View } from '../ports.ts'
import type { Rule, Violation } from './rule.ts'

export const missingHandler: Rule = {
  name: 'missing-handler',
  severity: 'error',
  violationsOn: ({ views }) =>
    views.flatMap(view =>
      view.elements.flatMap(element =>
        element.listens
          .filter(listened => !listened.exists && tellsRefusals(element, listened))
          .map(({ handler, event }) => inMarkup(element, view, handler, { handler, event })),
      ),
    ),
}

/** Who is sent to customer service, or shares, refuses nothing. */
const consents: ReadonlySet<string> = new Set([
  'getUserInfo',
  'getPhoneNumber',
  'getRealtimePhoneNumber',
  'agreePrivacyAuthorization',
  'openSetting',
])

function tellsRefusals({ tag, openType }: Element, { event }: Listened): boolean {
  if (tag === 'camera') return event === 'error'
  return tag === 'button' && openType !== null && consents.has(openType) && event === openType.toLowerCase()
}

/** What is wrong in WXML, whatever the user does. */
export function inMarkup(
  { at }: Element,
  { event }: View,
  name: string,
  facts: NonNullable<Violation['facts']>,
): Violation {
  const stack = [{ ...at, script: 'page' as const, function: name }]
  return { stack, call: null, api: null, scope: null, until: event, facts }
}
