import { mostPrivateInfos } from '../catalogue/layers.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { MiniProgram } from '../emulator/ports.ts'
import { isJsonObject } from '../json/json-object.ts'
import type { Declares } from '../machine/layers.ts'
import { isBlank } from '../text/visible-text.ts'

/** What DevTools calls a project without an appid. */
export const touristAppid = 'touristappid'

export function isAppid(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(value)
}

/** The built-in Mini Program: a first run needs no configuration. */
export const demoMiniProgram: Required<MiniProgram> = {
  appid: touristAppid,
  name: 'WXAuth Demo',
  purposes: { 'scope.userLocation': 'To show what is near you' },
  declares: {
    requiredPrivateInfos: mostPrivateInfos,
    requiredBackgroundModes: ['location'],
  },
}

/**
 * "When scope.userLocation authorization is needed, it is necessary to configure a usage description for geographical
 * location." The only scope for which app.json's `permission` is documented.
 */
const documentedScopes: readonly ScopeName[] = ['scope.userLocation']

/** The usage descriptions in an app.json; none if it, or a part of it, is not an object. */
export function declaredPurposes(appJson: unknown): MiniProgram['purposes'] {
  const permission = isJsonObject(appJson) ? appJson.permission : undefined
  const purposes = documentedScopes.flatMap(scope => {
    const desc = descriptionIn(permission, scope)
    return desc === undefined ? [] : [[scope, desc] as const]
  })
  return Object.fromEntries(purposes)
}

/** What else an app.json declares; nothing where it has another type, as for a list that DevTools refuses. */
export function declaredLists(appJson: unknown): Declares {
  const { requiredPrivateInfos, requiredBackgroundModes } = isJsonObject(appJson) ? appJson : {}
  return {
    requiredPrivateInfos: textsIn(requiredPrivateInfos),
    requiredBackgroundModes: textsIn(requiredBackgroundModes),
  }
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter(entry => typeof entry === 'string') : []
}

function descriptionIn(permission: unknown, scope: ScopeName): string | undefined {
  const entry: unknown = isJsonObject(permission) ? permission[scope] : undefined
  const desc: unknown = isJsonObject(entry) ? entry.desc : undefined
  return typeof desc === 'string' && !isBlank(desc) ? desc : undefined
}
