import type { ScopeName } from '../catalogue/names.ts'
import type { MiniProgram } from '../emulator/ports.ts'
import { declaredPurposes, demoMiniProgram } from './declared.ts'
import type { Project } from './find.ts'
import type { ProjectNote } from './notes.ts'
import { readProjectFile } from './project-file.ts'

/** In characters, from the official page of app.json. */
const limit = 30

export interface AppJson {
  readonly path: string
  readonly exists: boolean
}

export interface Purposes {
  readonly purposes: MiniProgram['purposes']
  /** Where they are declared; `undefined` for the built-in demo. A hint names it. */
  readonly appJson: AppJson | undefined
  readonly notes: readonly ProjectNote[]
}

/**
 * The usage descriptions that a Mini Program declares: `permission["scope.userLocation"].desc` in app.json. A missing
 * file declares none.
 * @throws WxauthError ERR_PROJECT_FILE if app.json cannot be read, or is not a JSON object
 */
export function readPurposes(project: Project): Purposes {
  if (project.kind === 'demo') {
    return { purposes: demoMiniProgram.purposes, appJson: undefined, notes: [] }
  }
  const path = project.appJson
  const json = readProjectFile(path)
  if (json === undefined) {
    return { purposes: {}, appJson: { path, exists: false }, notes: [{ kind: 'no-app-json', path }] }
  }
  const purposes = declaredPurposes(json)
  const entries = Object.entries(purposes) as [ScopeName, string][]
  const notes = entries.flatMap(([scope, desc]) => noteOn(path, scope, desc))
  return { purposes, appJson: { path, exists: true }, notes }
}

function noteOn(path: string, scope: ScopeName, desc: string): readonly ProjectNote[] {
  const length = [...desc].length
  return length > limit ? [{ kind: 'long-purpose', path, scope, length, limit }] : []
}
