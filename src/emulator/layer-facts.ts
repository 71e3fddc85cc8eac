import type { Check } from '../machine/checks.ts'
import { type Declares, layerChecks } from '../machine/layers.ts'
import { recordOf, stateOf } from '../machine/profile.ts'
import type { Looked } from './layers.ts'

const declaresNothing: Declares = { requiredPrivateInfos: [], requiredBackgroundModes: [] }

/** What this use meets, with this profile and these declarations. Pure. */
export function checksOf({ catalogue, app, profile, use, params }: Looked): readonly Check[] {
  const { appid, purposes, declares = declaresNothing } = app
  const privacy = recordOf(profile, appid)?.privacy
  return layerChecks({
    needs: catalogue.layersOf(use.api, params),
    scopes: use.scopesOf(params).map(scope => ({ scope, state: stateOf(profile, appid, scope) })),
    // Official: this one description covers the fuzzy location and the one in the background too.
    purpose: purposes['scope.userLocation'],
    declares,
    guideline: privacy?.guideline ?? 'declared',
    privacy: privacy?.state ?? 'undecided',
    system: permission => profile.system?.[permission] ?? 'authorized',
  })
}
