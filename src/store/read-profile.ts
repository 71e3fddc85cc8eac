import { WxauthError } from '../faults.ts'
import type { JsonProblem } from '../json/json-problem.ts'
import { parseAnyDepth } from '../json/parse-json.ts'
import { readRegularFile } from '../json/read-file.ts'
import { emptyProfile, type Profile } from '../machine/profile.ts'
import { checkProfile, type ProfileSource } from './check-profile.ts'

/**
 * Reads the profile from its file, or returns the empty one if there is no file. Creates nothing and never waits.
 * @throws WxauthError ERR_PROFILE_UNREADABLE, ERR_PROFILE_CORRUPT, and what {@link checkProfile} throws
 */
export function readProfile(source: ProfileSource): Profile {
  const file = readRegularFile(source.path)
  if (file === undefined) return emptyProfile
  const result = 'problem' in file ? file : parseAnyDepth(file.bytes)
  if ('problem' in result) throw unusable(result.problem, source)
  return checkProfile(result.object, source)
}

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
