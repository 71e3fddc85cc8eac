import type { Happening, Observation, Stack } from '../ports.ts'
import { aboutCall } from './refusals.ts'
import type { Rule } from './rule.ts'

export const actsWhileAsking: Rule = {
  name: 'acts-while-asking',
  severity: 'warning',
  violationsOn: observation =>
    observation.choices.flatMap((popup, index) => {
      const asking = popup.kind === 'popup' ? observation.calls[popup.call] : undefined
      if (popup.kind !== 'popup' || asking === undefined) return []
      const { events } = observation
      const closed = events.findIndex(event => event.kind === 'answered' && event.choice === index)
      const open = events.slice(popup.event + 1, closed === -1 ? undefined : closed)
      return open.flatMap((event, at) => {
        const act = actOf(event, observation)
        if (act === undefined) return []
        const about = aboutCall({ call: asking, index: popup.call })
        return { ...about, stack: act.stack, until: popup.event + 1 + at, facts: { act: act.kind } }
      })
    }),
}

/** What covers the popup, or takes the page from under it. */
function actOf(
  event: Happening,
  { choices }: Observation,
): { readonly kind: 'modal' | 'settings' | 'page'; readonly stack: Stack } | undefined {
  if (event.kind === 'navigated') return { kind: 'page', stack: event.stack }
  const choice = event.kind === 'asked' ? choices[event.choice] : undefined
  if (choice === undefined || choice.stack.length === 0) return undefined
  return choice.kind === 'modal' || choice.kind === 'settings'
    ? { kind: choice.kind, stack: choice.stack }
    : undefined
}
