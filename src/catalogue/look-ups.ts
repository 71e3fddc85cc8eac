import { type GuardedApi, type ScopeName, type ScopeRow, scopeRows } from './scopes.ts'

const rows: readonly (ScopeRow & { readonly scope: ScopeName })[] = scopeRows

/** All scopes, in the guide's order. */
export const scopeNames: readonly ScopeName[] = scopeRows.map(row => row.scope)

/** All that a scope guards, in the guide's order: `wx.getUserInfo` … `camera`. */
export const guardedApis: readonly GuardedApi[] = scopeRows.flatMap(row => [...row.apis, ...row.components])

const scopesByApi: ReadonlyMap<string, ScopeName> = new Map(
  rows.flatMap(row => [...row.apis, ...row.components].map(api => [api, row.scope] as const)),
)
const rowsByScope: ReadonlyMap<string, ScopeRow> = new Map(rows.map(row => [row.scope, row]))
const apisByText: ReadonlyMap<string, GuardedApi> = new Map(
  guardedApis.flatMap(api => [[api, api] as const, [api.replace(/^wx\./, ''), api] as const]),
)

/** The scope that guards an API or a component. */
export function scopeOf(api: GuardedApi): ScopeName {
  // The type says that there is one: both come from the same table.
  return scopesByApi.get(api) as ScopeName
}

export function isScopeName(text: string): text is ScopeName {
  return rowsByScope.has(text)
}

/** In the guide's words: `Geographic location`. */
export function descriptionOf(scope: ScopeName): string {
  return (rowsByScope.get(scope) as ScopeRow).description
}

/** What a person means by `wx.getLocation`, `getLocation` or `camera`; `undefined` when no scope guards it. */
export function guardedApi(text: string): GuardedApi | undefined {
  return apisByText.get(text)
}

/** The name of a scope or an API as two such names are compared: in lower case, without `scope.` or `wx.`. */
export function withoutPrefix(name: string): string {
  return name.toLowerCase().replace(/^(?:scope|wx)\./, '')
}

/** The whole row of a scope: what it guards, and its description. */
export function rowOf(scope: ScopeName): ScopeRow {
  return rowsByScope.get(scope) as ScopeRow
}
