import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ListedScope, States } from './sentence.ts'

/** The list of scopes, as `list-scopes` shows it. */
export function listOf({ edition, scopeNames, rowOf }: Catalogue, states: States): readonly ListedScope[] {
  return scopeNames.map(scope => {
    const { apis, components, description, since = null } = rowOf(scope)
    return { edition, scope, state: states[scope] ?? 'undecided', apis, components, description, since }
  })
}
