import type { ScopeName } from '../catalogue/scopes.ts'
import type { MiniProgram } from '../emulator/ports.ts'
import { demoTexts } from '../messages/en/miniprogram.ts'
import type { Project } from './find.ts'
import { isJsonObject, type JsonObject, readJsonObject } from './json-file.ts'
import type { ProjectNote } from './notes.ts'

/**
 * "When scope.userLocation authorization is needed, it is necessary to configure a usage description for geographical
 * location." The only scope for which app.json's `permission` is documented.
 */
const described: readonly ScopeName[] = ['scope.userLocation']

/** Characters, by the official page of app.json. */
const limit = 30

export interface Purposes {
  readonly purposes: MiniProgram['purposes']
  /** The app.json that was looked for; `undefined` for the built-in demo. A refusal names it. */
  readonly appJson: string | undefined
  readonly notes: readonly ProjectNote[]
}

/**
 * The usage descriptions that a Mini Program declares: `permission["scope.userLocation"].desc` in app.json. A missing
 * file declares none.
 * @throws WxauthError ERR_PROJECT_FILE when app.json cannot be read, or is no JSON object
 */
export function readPurposes(project: Project): Purposes {
  if (project.kind === 'demo') {
    return { purposes: { 'scope.userLocation': demoTexts.purpose }, appJson: undefined, notes: [] }
  }
  const { appJson } = project
  const permission = readJsonObject(appJson)?.permission
  const declared = described.flatMap(scope => {
    const desc = descriptionIn(permission, scope)
    return desc === undefined ? [] : [{ scope, desc }]
  })
  return {
    purposes: Object.fromEntries(declared.map(({ scope, desc }) => [scope, desc])),
    appJson,
    notes: declared.flatMap(({ scope, desc }) => noteOn(appJson, scope, desc)),
  }
}

function descriptionIn(permission: unknown, scope: ScopeName): string | undefined {
  const entry: unknown = isJsonObject(permission) ? permission[scope] : undefined
  const desc: unknown = isJsonObject(entry) ? (entry as JsonObject).desc : undefined
  return typeof desc === 'string' && desc.trim() !== '' ? desc : undefined
}

function noteOn(path: string, scope: ScopeName, desc: string): readonly ProjectNote[] {
  const length = [...desc].length
  return length > limit ? [{ kind: 'long-purpose', path, scope, length, limit }] : []
}
