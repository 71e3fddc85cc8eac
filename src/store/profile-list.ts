import { readdirSync } from 'node:fs'
import { WxauthError } from '../faults.ts'
import { codeOf, systemProblem } from '../text/system-problem.ts'
import { isProfileName, profilePath } from './profile-path.ts'

export interface ListedProfile {
  readonly name: string
  readonly path: string
}

/**
 * Lists the profiles in a folder, usable or not, sorted by name: what has such a name and is no profile is unusable. Without a folder there are none.
 * @throws WxauthError ERR_PROFILE_UNREADABLE if the folder cannot be read
 */
export function listProfiles(directory: string): readonly ListedProfile[] {
  return namesIn(directory)
    .filter(entry => entry.endsWith('.json'))
    .map(entry => entry.slice(0, -'.json'.length))
    .filter(name => isProfileName(name))
    .sort()
    .map(name => ({ name, path: profilePath(directory, name) }))
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return []
    throw new WxauthError(
      'ERR_PROFILE_UNREADABLE',
      { path: directory, isFolder: true, problem: systemProblem(cause) },
      { cause },
    )
  }
}
