import { type FaultFacts, type ProfileValue, WxauthError } from '../faults.ts'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import { decidedBy, type Profile } from '../machine/profile.ts'

/** Whose content is checked: both are named when it is refused. */
export interface ProfileSource {
  readonly path: string
  readonly name: string
}

const decisionMakers: ReadonlySet<unknown> = new Set(decidedBy)
const writtenDate =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

/**
 * The content of a file as a profile, with every key that is not known here, scopes included.
 * @throws WxauthError ERR_PROFILE_VERSION, ERR_PROFILE_VALUE
 */
export function checkProfile(json: JsonObject, source: ProfileSource): Profile {
  const { version, apps } = json
  if (typeof version === 'number' && version > 1) {
    throw new WxauthError('ERR_PROFILE_VERSION', { ...source, version })
  }
  const wrong = version === 1 ? below('apps', recordProblem(apps, appProblem)) : at('version', 'version')
  if (wrong === undefined) return json as unknown as Profile
  throw new WxauthError('ERR_PROFILE_VALUE', {
    ...source,
    place: placeOf(wrong.keys),
    expected: wrong.expected,
  })
}

/** What is wrong somewhere below, and the keys that lead there. */
interface Problem {
  readonly keys: readonly string[]
  readonly expected: ProfileValue
}

const notObject: Problem = { keys: [], expected: 'object' }
const at = (key: string, expected: ProfileValue): Problem => ({ keys: [key], expected })
const below = (key: string, problem: Problem | undefined): Problem | undefined =>
  problem && { ...problem, keys: [key, ...problem.keys] }

/** The first problem among the values of a record. JSON gives its records no keys but their own. */
function recordProblem(
  record: unknown,
  problemOf: (value: unknown) => Problem | undefined,
): Problem | undefined {
  if (!isJsonObject(record)) return notObject
  for (const key in record) {
    const problem = problemOf(record[key])
    if (problem !== undefined) return below(key, problem)
  }
  return undefined
}

function appProblem(app: unknown): Problem | undefined {
  if (!isJsonObject(app)) return notObject
  const { name, scopes, replies } = app
  if (typeof name !== 'string') return at('name', 'string')
  return (
    below('scopes', recordProblem(scopes, decisionProblem)) ??
    (replies === undefined ? undefined : below('replies', recordProblem(replies, replyProblem)))
  )
}

function replyProblem(reply: unknown): Problem | undefined {
  return isJsonObject(reply) ? undefined : notObject
}

function decisionProblem(decision: unknown): Problem | undefined {
  if (!isJsonObject(decision)) return notObject
  const { state, at: date, by } = decision
  if (state !== 'accepted' && state !== 'rejected') return at('state', 'state')
  if (!isDate(date)) return at('at', 'date')
  return decisionMakers.has(by) ? undefined : at('by', 'decided-by')
}

// The form that wxauth itself writes is told by its pattern alone: reading thousands of dates takes milliseconds.
function isDate(date: unknown): boolean {
  if (typeof date !== 'string') return false
  return writtenDate.test(date) || (isoDate.test(date) && !Number.isNaN(Date.parse(date)))
}

/** As one would write it in JavaScript: `apps.touristappid.scopes["scope.camera"].state`. */
function placeOf(keys: readonly string[]): FaultFacts['ERR_PROFILE_VALUE']['place'] {
  return keys
    .map((key, depth) => {
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`
      return depth === 0 ? key : `.${key}`
    })
    .join('')
}
