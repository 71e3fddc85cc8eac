import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Arrangement } from '../machine/arrangement.ts'
import { checkedScope, checkedState, checkObject, layerSetting } from '../session/checks.ts'

/**
 * What `auth.set` is to do: a scope or a layer with its state, or an object of these.
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_STATE
 */
export function arrangementOf(catalogue: Catalogue, first: unknown, second: unknown): Required<Arrangement> {
  if (typeof first === 'string') return oneOf(catalogue, first, second)
  checkObject({ what: 'states' }, 'states', first)
  // `undefined` leaves the scope as it is.
  const all = Object.entries(first)
    .filter(([, state]) => state !== undefined)
    .map(([word, state]) => oneOf(catalogue, word, state))
  return { scopes: all.flatMap(({ scopes }) => scopes), layers: all.flatMap(({ layers }) => layers) }
}

function oneOf(catalogue: Catalogue, word: string, value: unknown): Required<Arrangement> {
  const layer = layerSetting(catalogue, word, value)
  if (layer !== undefined) return { scopes: [], layers: [layer] }
  const scopes = word === 'all' ? catalogue.scopeNames : [checkedScope(catalogue, word)]
  const state = checkedState(value)
  return { scopes: scopes.map((scope: ScopeName) => [scope, { type: 'arranged', state }]), layers: [] }
}
