import type { SystemPermission } from '../catalogue/layers.ts'
import {
  type AppKey,
  type DecidedBy,
  type PrivacyRecord,
  type Profile,
  recordOf,
  type SystemState,
} from './profile.ts'

/** What `set` can arrange besides scopes: the agreement, the guideline, a permission of the phone. */
export type LayerKey = 'privacy' | 'guideline' | `system.${SystemPermission}`

/** A layer with its state. */
export type LayerSetting =
  | { readonly layer: 'privacy'; readonly state: 'undecided' | 'agreed' }
  | { readonly layer: 'guideline'; readonly state: 'declared' | 'undeclared' }
  | { readonly layer: `system.${SystemPermission}`; readonly state: SystemState }

export type LayerState = LayerSetting['state']

const systemStates = ['authorized', 'denied', 'undetermined'] as const satisfies readonly SystemState[]

/** The states of each layer, the usual one first. */
export const layerStates = {
  privacy: ['undecided', 'agreed'],
  guideline: ['declared', 'undeclared'],
  'system.location': systemStates,
  'system.camera': systemStates,
  'system.microphone': systemStates,
  'system.album': systemStates,
  'system.bluetooth': systemStates,
  'system.calendar': systemStates,
} as const satisfies Readonly<Record<LayerKey, readonly LayerState[]>>

/** Whether there is a layer of this name: `privacy`, `guideline`, `system.location`. */
export const isLayer = (word: string): word is LayerKey => Object.hasOwn(layerStates, word)

export function layerStateOf(profile: Profile, appid: string, layer: LayerKey): LayerState {
  const privacy = recordOf(profile, appid)?.privacy
  if (layer === 'privacy') return privacy?.state ?? 'undecided'
  if (layer === 'guideline') return privacy?.guideline ?? 'declared'
  return profile.system?.[permissionOf(layer)] ?? 'authorized'
}

/** The profile with this layer in this state; the usual state has no key. The same object if nothing changes. */
export function withLayer(
  profile: Profile,
  app: AppKey,
  setting: LayerSetting,
  { at, by }: { readonly at: Date; readonly by: DecidedBy },
): Profile {
  const { layer, state } = setting
  if (layerStateOf(profile, app.appid, layer) === state) return profile
  if (layer === 'privacy') {
    const { state: _state, at: _at, by: _by, ...others } = recordOf(profile, app.appid)?.privacy ?? {}
    return withPrivacy(
      profile,
      app,
      state === 'agreed' ? { ...others, state, at: at.toISOString(), by } : others,
    )
  }
  if (layer === 'guideline') {
    const { guideline: _, ...others } = recordOf(profile, app.appid)?.privacy ?? {}
    return withPrivacy(profile, app, state === 'undeclared' ? { ...others, guideline: state } : others)
  }
  const { system: before, ...rest } = profile
  const { [permissionOf(layer)]: _, ...others } = before ?? {}
  const system = state === 'authorized' ? others : { ...before, [permissionOf(layer)]: state }
  return Object.keys(system).length === 0 ? rest : { ...rest, system }
}

function withPrivacy(profile: Profile, app: AppKey, privacy: PrivacyRecord): Profile {
  const { privacy: _, ...others } = recordOf(profile, app.appid) ?? { name: '', scopes: {}, replies: {} }
  const record = { ...others, name: app.name }
  const changed = Object.keys(privacy).length === 0 ? record : { ...record, privacy }
  return { ...profile, apps: { ...profile.apps, [app.appid]: changed } }
}

const permissionOf = (layer: `system.${SystemPermission}`) =>
  layer.slice('system.'.length) as SystemPermission
