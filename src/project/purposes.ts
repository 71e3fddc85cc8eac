import type { ScopeName } from '../catalogue/names.ts'
import type { MiniProgram } from '../emulator/ports.ts'
import { declaredPurposes, demoMiniProgram } from './declared.ts'
import type { Project } from './find.ts'
import type { ProjectNote } from './notes.ts'
import { readProjectFile } from './project-file.ts'

/** In characters, from the official page of app.json. */
const limit = 30

export interface Purposes {
  readonly purposes: MiniProgram['purposes']
  /** The path of the app.json; `undefined` for the built-in demo. A hint names it. */
  readonly appJson: string | undefined
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
  const { appJson } = project
  const purposes = declaredPurposes(readProjectFile(appJson))
  const entries = Object.entries(purposes) as [ScopeName, string][]
  return { purposes, appJson, notes: entries.flatMap(([scope, desc]) => noteOn(appJson, scope, desc)) }
}

function noteOn(path: string, scope: ScopeName, desc: string): readonly ProjectNote[] {
  const length = [...desc].length
  return length > limit ? [{ kind: 'long-purpose', path, scope, length, limit }] : []
}
