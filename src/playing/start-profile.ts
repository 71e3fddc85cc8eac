import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { StartUser } from '../explore/path.ts'
import { emptyProfile, type Profile, recordOf } from '../machine/profile.ts'
import type { ScopeState } from '../machine/state.ts'
import { startOfTime } from '../pages/clock.ts'

/** Who decided nothing, or refused everything. */
export function startProfile(
  start: StartUser,
  { scopeNames }: Pick<Catalogue, 'scopeNames'>,
  app: { readonly appid: string; readonly name: string },
): Profile {
  if (start === 'undecided') return emptyProfile
  const refused = { state: 'rejected', at: new Date(startOfTime).toISOString(), by: 'set' } as const
  const scopes = Object.fromEntries(scopeNames.map(scope => [scope, refused]))
  return { version: 1, apps: { [app.appid]: { name: app.name, scopes } } }
}

/** What is decided now. */
export function statesIn(profile: Profile, appid: string): Readonly<Partial<Record<ScopeName, ScopeState>>> {
  const scopes = recordOf(profile, appid)?.scopes ?? {}
  return Object.fromEntries(Object.entries(scopes).map(([scope, decision]) => [scope, decision?.state]))
}
