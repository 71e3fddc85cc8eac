import { type FaultFacts, type ProfileValue, WxauthError } from '../faults.ts'
import { isTooDeep } from '../json/depth.ts'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import { tooDeep } from '../json/parse-json.ts'
import { decidedBy, type Profile } from '../machine/profile.ts'

/** The profile that is checked: its faults name both. */
export interface ProfileSource {
  readonly path: string
  readonly name: string
}

const decisionMakers: ReadonlySet<unknown> = new Set(decidedBy)
const writtenDate =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

/**
 * Checks the content of a profile's file, whose depth nobody has checked so far. Unknown keys are kept, and so are
 * unknown scopes.
 * @throws WxauthError ERR_PROFILE_VERSION, ERR_PROFILE_VALUE, ERR_PROFILE_UNREADABLE if it is nested too deep
 */
export function checkProfile(json: JsonObject, source: ProfileSource): Profile {
  const { version } = json
  if (typeof version === 'number' && version > 1) {
    throw new WxauthError('ERR_PROFILE_VERSION', { ...source, version })
  }
  const problem = profileProblem(json)
  if (problem === undefined) return json as unknown as Profile
  const { keys, expected } = problem
  if (expected === 'depth') {
    throw new WxauthError('ERR_PROFILE_UNREADABLE', { path: source.path, problem: tooDeep })
  }
  throw new WxauthError('ERR_PROFILE_VALUE', { ...source, place: placeOf(keys), expected })
}

/** What is wrong with a value, and the keys that lead to it. */
interface Problem {
  readonly keys: readonly string[]
  /** `depth`: the value is nested too deep. */
  readonly expected: ProfileValue | 'depth'
}

const notObject: Problem = { keys: [], expected: 'object' }
const notShallow: Problem = { keys: [], expected: 'depth' }
const at = (key: string, expected: ProfileValue): Problem => ({ keys: [key], expected })
const below = (key: string, problem: Problem): Problem => ({ ...problem, keys: [key, ...problem.keys] })

/** The first problem of a record under that key. A record that comes from JSON has own keys only. */
function recordProblem(
  key: string,
  record: unknown,
  problemOf: (value: unknown) => Problem | undefined,
): Problem | undefined {
  if (!isJsonObject(record)) return at(key, 'object')
  for (const inner in record) {
    const problem = problemOf(record[inner])
    if (problem !== undefined) return below(key, below(inner, problem))
  }
  return undefined
}

function profileProblem(json: JsonObject): Problem | undefined {
  if (json.version !== 1) return at('version', 'version')
  const problem = recordProblem('apps', json.apps, appProblem)
  if (problem !== undefined) return problem
  for (const key in json) if (key !== 'apps' && isTooDeep(json[key], 1)) return notShallow
  return undefined
}

// Only an object has the keys that are looked for here, in an app and in a decision. So a value is tested only if one is
// missing. To test every value first takes half a millisecond more for 10,000 Mini Programs.
function appProblem(value: unknown): Problem | undefined {
  const app = (value ?? {}) as JsonObject
  const { name, scopes, replies } = app
  if (typeof name !== 'string') return objectProblem(value) ?? at('name', 'string')
  const problem =
    recordProblem('scopes', scopes, decisionProblem) ??
    (replies === undefined ? undefined : recordProblem('replies', replies, replyProblem))
  if (problem !== undefined) return problem
  for (const key in app) {
    if (key !== 'scopes' && key !== 'replies' && isTooDeep(app[key], 3)) return notShallow
  }
  return undefined
}

function decisionProblem(value: unknown): Problem | undefined {
  const { state, at: date, by } = (value ?? {}) as JsonObject
  if (state !== 'accepted' && state !== 'rejected') return objectProblem(value) ?? at('state', 'state')
  if (!isDate(date)) return at('at', 'date')
  if (!decisionMakers.has(by)) return at('by', 'decided-by')
  return isTooDeep(value, 4) ? notShallow : undefined
}

function replyProblem(value: unknown): Problem | undefined {
  return objectProblem(value) ?? (isTooDeep(value, 4) ? notShallow : undefined)
}

const objectProblem = (value: unknown) => (isJsonObject(value) ? undefined : notObject)

// A pattern recognizes the dates that wxauth itself writes: parsing thousands of dates takes milliseconds.
function isDate(date: unknown): boolean {
  if (typeof date !== 'string') return false
  return writtenDate.test(date) || (isoDate.test(date) && !Number.isNaN(Date.parse(date)))
}

/** A place, as JavaScript writes it: `apps.touristappid.scopes["scope.camera"].state`. */
function placeOf(keys: readonly string[]): FaultFacts['ERR_PROFILE_VALUE']['place'] {
  return keys
    .map((key, depth) => {
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`
      return depth === 0 ? key : `.${key}`
    })
    .join('')
}
