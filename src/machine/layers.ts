import {
  type ApiLayers,
  exactLocations,
  type PrivateInfo,
  type SystemPermission,
} from '../catalogue/layers.ts'
import type { ScopeName } from '../catalogue/names.ts'
import { type Check, passes, purposeCheck } from './checks.ts'
import type { SystemState } from './profile.ts'
import type { ScopeState } from './state.ts'

/** What an app.json declares besides usage descriptions. */
export interface Declares {
  readonly requiredPrivateInfos: readonly string[]
  readonly requiredBackgroundModes: readonly string[]
}

/** Everything that decides a call. */
export interface LayerFacts {
  readonly needs: ApiLayers
  /** The scopes that it needs, in the order in which they are asked for. */
  readonly scopes: readonly { readonly scope: ScopeName; readonly state: ScopeState }[]
  /** The usage description of locations. */
  readonly purpose: string | undefined
  readonly declares: Declares
  readonly guideline: 'declared' | 'undeclared'
  readonly privacy: 'undecided' | 'agreed'
  readonly system: (permission: SystemPermission) => SystemState
}

/**
 * What today's platform checks between the parameters and the API, in its order. That the agreement comes before the
 * scope has one report (community/develop/doc/000e265708093839f8307f7926fc00); that declarations come first has many;
 * the rest is inferred.
 */
export function layerChecks(facts: LayerFacts): readonly Check[] {
  return [...declarationChecks(facts), ...privacyChecks(facts), ...scopeChecks(facts), ...systemChecks(facts)]
}

function declarationChecks({ needs, purpose, declares }: LayerFacts): readonly Check[] {
  const { privateInfo, backgroundMode } = needs
  const checks = [
    ...(needs.purpose === true ? [purposeCheck(purpose)] : []),
    ...(privateInfo === undefined ? [] : [privateInfoCheck(privateInfo, declares)]),
    ...(backgroundMode === undefined ? [] : [backgroundModeCheck(backgroundMode, declares)]),
  ]
  return checks.length === 0 ? [passes('declarations', 'nothing-to-declare')] : checks
}

function privateInfoCheck(name: PrivateInfo, { requiredPrivateInfos }: Declares): Check {
  const fails = { layer: 'declarations', verdict: 'fails', of: name } as const
  if (!requiredPrivateInfos.includes(name)) {
    return { ...fails, because: 'private-info-missing', fix: { kind: 'add-private-info', name } }
  }
  const excluded = excludedBy(name, requiredPrivateInfos)
  if (excluded === undefined) return passes('declarations', 'declared', name)
  return { ...fails, because: 'private-info-excluded', fix: { kind: 'remove-private-info', name: excluded } }
}

/** The declared name that cannot stand beside this one. Official: "getFuzzyLocation" excludes the exact locations. */
function excludedBy(name: PrivateInfo, declared: readonly string[]): PrivateInfo | undefined {
  if (name === 'getFuzzyLocation') return exactLocations.find(exact => declared.includes(exact))
  const fuzzy = 'getFuzzyLocation'
  return exactLocations.includes(name) && declared.includes(fuzzy) ? fuzzy : undefined
}

function backgroundModeCheck(name: 'location', { requiredBackgroundModes }: Declares): Check {
  if (requiredBackgroundModes.includes(name)) return passes('declarations', 'declared')
  const fix = { kind: 'add-background-mode', name } as const
  return { layer: 'declarations', verdict: 'fails', because: 'background-mode-missing', of: null, fix }
}

function privacyChecks(facts: LayerFacts): readonly Check[] {
  const { needs, guideline, privacy } = facts
  if (needs.privacy !== true) return [passes('guideline', 'no-privacy'), passes('privacy', 'no-privacy')]
  return [
    guideline === 'declared'
      ? passes('guideline', 'guideline-declared')
      : {
          layer: 'guideline',
          verdict: 'fails',
          because: 'guideline-undeclared',
          of: null,
          fix: { kind: 'set', layer: 'guideline', state: 'declared' },
        },
    privacy === 'agreed' ? passes('privacy', 'agreed') : agreementCheck(facts),
  ]
}

// Official: since 2024-04 an API with an authorization popup has no sheet before it; its popup asks for both.
function agreementCheck({ scopes }: LayerFacts): Check {
  const coupled = scopes.find(({ state }) => state !== 'accepted')
  if (coupled?.state !== 'undecided') {
    const fix = { kind: 'answer', of: 'privacy' } as const
    return { layer: 'privacy', verdict: 'asks', because: 'not-agreed', of: null, fix }
  }
  const fix = { kind: 'answer', of: coupled.scope } as const
  return { layer: 'privacy', verdict: 'asks', because: 'asked-with-scope', of: coupled.scope, fix }
}

function scopeChecks({ scopes }: LayerFacts): readonly Check[] {
  if (scopes.length === 0) return [passes('scope', 'no-scope')]
  return scopes.map(({ scope, state }): Check => {
    if (state === 'accepted') return passes('scope', state, scope)
    const check = { layer: 'scope', of: scope } as const
    return state === 'undecided'
      ? { ...check, verdict: 'asks', because: state, fix: { kind: 'answer', of: scope } }
      : { ...check, verdict: 'fails', because: state, fix: { kind: 'switch', scope } }
  })
}

function systemChecks({ needs, system }: LayerFacts): readonly Check[] {
  const permissions = needs.system ?? []
  if (permissions.length === 0) return [passes('system', 'no-permission')]
  return permissions.map((permission): Check => {
    const state = system(permission)
    // The phone asks when the permission is first used. That popup is not WeChat's. Chosen, not confirmed: it is allowed.
    if (state !== 'denied') return passes('system', state, permission)
    const fix = { kind: 'set', layer: `system.${permission}`, state: 'authorized' } as const
    return { layer: 'system', verdict: 'fails', because: 'system-denied', of: permission, fix }
  })
}
