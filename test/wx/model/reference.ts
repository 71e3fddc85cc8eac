import type { Catalogue } from '../../../src/catalogue/catalogue.ts'
import type { ScopeName } from '../../../src/catalogue/names.ts'
import { type LayerKey, type LayerState, layerStates } from '../../../src/machine/layer-states.ts'
import type { Answer, ScopeState } from '../../../src/wx/types/index.ts'
import { background, type Call, location, type Of, type Step } from './step.ts'

/** The platform as a model of a few lines, which the library must agree with. */
export function reference({ scopeNames, isRetired }: Catalogue) {
  let states = new Map<ScopeName, ScopeState>()
  const layers = new Map<LayerKey, LayerState>()
  let queue: { of: Of | null; answer: Answer }[] = []
  let popups = 0
  let isSheetPaused = false

  const stateOf = (scope: ScopeName) => states.get(scope) ?? 'undecided'

  /** How the call ends without a popup, or what it asks for. */
  function verdictOf({
    entry,
    scopes,
    name,
    isPrivacyApi,
    permissions,
  }: Call): string | { readonly asks: Of } {
    if (isPrivacyApi && layers.get('guideline') === 'undeclared')
      return `${name}:fail api scope is not declared in the privacy agreement`
    const open = scopes.find(scope => stateOf(scope) !== 'accepted')
    const isCoupled = open !== undefined && stateOf(open) === 'undecided'
    if (isPrivacyApi && layers.get('privacy') !== 'agreed' && !isCoupled) return { asks: 'privacy' }
    for (const scope of scopes) {
      if (stateOf(scope) === 'accepted') continue
      if (stateOf(scope) === 'rejected' && entry !== 'button') return `${name}:fail auth deny`
      if (entry === 'authorize' && scope === 'scope.userInfo') return `${name}:fail scope unauthorized`
      return { asks: scope }
    }
    const isDenied = permissions.some(permission => layers.get(permission) === 'denied')
    return `${name}:${isDenied ? 'fail system permission denied' : 'ok'}`
  }

  function popup({ name, isPrivacyApi }: Call, of: Of): string | undefined {
    // WeChat's own sheet does not appear again within ten seconds, and no test takes that long.
    if (of === 'privacy' && isSheetPaused) return `${name}:fail privacy permission is not authorized`
    popups += 1
    const entry = queue.find(one => one.of === of) ?? queue.find(one => one.of === null)
    queue = queue.filter(other => other !== entry)
    if (entry === undefined) return 'ERR_UNANSWERED'
    if (entry.answer === 'dismiss') return `${name}:fail auth canceled`
    const isAccepted = entry.answer === 'accept'
    if (isAccepted && isPrivacyApi) layers.set('privacy', 'agreed')
    if (of === 'privacy') {
      isSheetPaused ||= !isAccepted
      return isAccepted ? undefined : `${name}:fail privacy permission is not authorized`
    }
    states.set(of, isAccepted ? 'accepted' : 'rejected')
    if (isAccepted && of === background) states.set(location, 'accepted')
    return isAccepted ? undefined : `${name}:fail auth deny`
  }

  function resultOf(call: Call): string {
    const verdict = verdictOf(call)
    return typeof verdict === 'string' ? verdict : (popup(call, verdict.asks) ?? resultOf(call))
  }

  /** Whether the switch stands on; `undefined` if it is not on the page. */
  function shown(scope: ScopeName): boolean | undefined {
    if (isRetired(scope)) return undefined
    if (stateOf(scope) !== 'undecided') return stateOf(scope) === 'accepted'
    // The two locations are one row: whoever decided one finds both. The first is then as the other, the third choice off.
    if (scope === background) return stateOf(location) === 'undecided' ? undefined : false
    if (scope !== location || stateOf(background) === 'undecided') return undefined
    return stateOf(background) === 'accepted'
  }

  function flip(scope: ScopeName, on: boolean): readonly string[] {
    const isOn = shown(scope)
    if (isOn === undefined) return ['ERR_MISSING_SWITCH']
    const isWhole = scope !== background || !on || stateOf(location) === 'accepted'
    if (on === isOn && isWhole) return []
    states.set(scope, on ? 'accepted' : 'rejected')
    if (scope === background && on) states.set(location, 'accepted')
    if (scope === location && !on && stateOf(background) !== 'undecided') states.set(background, 'rejected')
    return []
  }

  return {
    take(step: Step): readonly string[] {
      if (step.do === 'answer') queue.push(step)
      else if (step.do === 'set') states.set(step.scope, step.state)
      else if (step.do === 'arrange') layers.set(step.layer, step.state)
      else if (step.do === 'reset' && step.scopes.length === 0) {
        states = new Map()
        layers.delete('privacy')
      } else if (step.do === 'reset') for (const scope of step.scopes) states.delete(scope)
      else if (step.do === 'calls') {
        const results = step.calls.map(verdictOf)
        return step.calls.map((call, index) => {
          const result = results[index]
          return typeof result === 'string' ? result : resultOf(call)
        })
      } else return flip(step.scope, step.on)
      return []
    },
    summary: () => ({
      states: Object.fromEntries(scopeNames.map(scope => [scope, stateOf(scope)])),
      layers: Object.fromEntries(
        Object.entries(layerStates).map(([layer, [usual]]) => [
          layer,
          layers.get(layer as LayerKey) ?? usual,
        ]),
      ),
      unused: queue.length,
      popups,
    }),
  }
}
