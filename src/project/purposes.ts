import type { ScopeName } from '../catalogue/names.ts'
import type { MiniProgram } from '../emulator/ports.ts'
import { declaredLists, declaredPurposes, demoMiniProgram } from './declared.ts'
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
  /** What else today's edition looks at. */
  readonly declares: NonNullable<MiniProgram['declares']>
  /** Where they are declared; `undefined` for the built-in demo. A hint names it. */
  readonly appJson: AppJson | undefined
  readonly notes: readonly ProjectNote[]
}

/**
 * What a Mini Program declares in app.json: `permission["scope.userLocation"].desc`, `requiredPrivateInfos` and
 * `requiredBackgroundModes`. A missing file declares nothing.
 * @throws WxauthError ERR_PROJECT_FILE if app.json cannot be read, or is not a JSON object
 */
export function readPurposes(project: Project): Purposes {
  if (project.kind === 'demo') {
    const { purposes, declares } = demoMiniProgram
    return { purposes, declares, appJson: undefined, notes: [] }
  }
  const path = project.appJson
  const json = readProjectFile(path)
  if (json === undefined) {
    const notes: readonly ProjectNote[] = [{ kind: 'no-app-json', path }]
    return { purposes: {}, declares: declaredLists(undefined), appJson: { path, exists: false }, notes }
  }
  const purposes = declaredPurposes(json)
  const entries = Object.entries(purposes) as [ScopeName, string][]
  const notes = entries.flatMap(([scope, desc]) => noteOn(path, scope, desc))
  return { purposes, declares: declaredLists(json), appJson: { path, exists: true }, notes }
}

function noteOn(path: string, scope: ScopeName, desc: string): readonly ProjectNote[] {
  const length = [...desc].length
  return length > limit ? [{ kind: 'long-purpose', path, scope, length, limit }] : []
}
