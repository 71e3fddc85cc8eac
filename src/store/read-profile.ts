import type { Catalogue } from '../catalogue/catalogue.ts'
import { WxauthError } from '../faults.ts'
import { formatOf, type JsonFormat, usualFormat } from '../json/format.ts'
import type { JsonProblem } from '../json/json-problem.ts'
import { jsonOfAnyDepth } from '../json/parse-json.ts'
import { type ReadBytes, readRegularFile } from '../json/read-file.ts'
import { emptyProfile, type Profile } from '../machine/profile.ts'
import { checkProfile, type ProfileSource } from './check-profile.ts'

/** A profile as its file has it. */
export interface StoredProfile {
  readonly profile: Profile
  /** The layout of the file. */
  readonly format: () => JsonFormat
}

/**
 * Reads the profile from its file, or returns the empty one if there is no file. Creates nothing and never waits.
 * @throws WxauthError ERR_PROFILE_UNREADABLE, ERR_PROFILE_CORRUPT, and what {@link checkProfile} throws
 */
export function readProfile(source: ProfileSource, catalogue: Catalogue): StoredProfile {
  const content = readRegularFile(source.path)
  if (content === undefined || isDanglingLink(content)) {
    return { profile: emptyProfile, format: () => usualFormat }
  }
  const result = jsonOfAnyDepth(content)
  if ('problem' in result) throw unusable(result.problem, source)
  return { profile: checkProfile(result.object, source, catalogue), format: () => formatOf(result.text) }
}

/** The first decision creates the file that it leads to. */
const isDanglingLink = (content: ReadBytes) =>
  'problem' in content && content.problem.kind === 'dangling-link'

function unusable(problem: JsonProblem, source: ProfileSource): WxauthError {
  if (problem.kind === 'not-json') {
    const { line, column } = problem
    return new WxauthError('ERR_PROFILE_CORRUPT', { ...source, line, column })
  }
  if (problem.kind === 'not-object') {
    return new WxauthError('ERR_PROFILE_VALUE', { ...source, place: '', expected: 'object' })
  }
  return new WxauthError('ERR_PROFILE_UNREADABLE', { path: source.path, problem })
}
