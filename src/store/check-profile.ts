import { type Catalogue, errMsgName, isErrMsgOf, shortName, withoutPrefix } from '../catalogue/catalogue.ts'
import { laterApis } from '../catalogue/names.ts'
import { type FaultFacts, WxauthError } from '../faults.ts'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import { isTooDeep, tooDeep } from '../json/parse-json.ts'
import { isLayer, layerStates } from '../machine/layer-states.ts'
import { decidedBy, type Profile } from '../machine/profile.ts'
import { nearest } from '../text/nearest.ts'

/** The profile that is checked: its faults name both. */
export interface ProfileSource {
  readonly path: string
  readonly name: string
}

const appKeys = ['name', 'scopes'] as const
const appKeysWithReplies = [...appKeys, 'replies'] as const
const decisionKeys = ['state', 'at', 'by'] as const
const decisionMakers: ReadonlySet<unknown> = new Set(decidedBy)
const writtenDate =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

/**
 * Checks the content of a profile's file. Unknown keys are kept, and so are unknown scopes.
 * @throws WxauthError ERR_PROFILE_VERSION, ERR_PROFILE_VALUE
 */
export function checkProfile(json: JsonObject, source: ProfileSource, catalogue: Catalogue): Profile {
  const { version, apps, system } = json
  if (typeof version === 'number' && version > 1) {
    throw new WxauthError('ERR_PROFILE_VERSION', { ...source, version })
  }
  const problem =
    version === 1
      ? (recordProblem('apps', apps, appProblem(catalogue)) ??
        (system === undefined ? undefined : recordProblem('system', system, permissionProblem)) ??
        depthProblem(json, 0, ['version', 'apps']))
      : at('version', 'version')
  if (problem === undefined) return json as unknown as Profile
  const { keys, expected, near } = problem
  throw new WxauthError('ERR_PROFILE_VALUE', { ...source, place: placeOf(keys), expected, near })
}

type Expected = FaultFacts['ERR_PROFILE_VALUE']['expected']

interface Problem {
  /** They lead to the value that is wrong. */
  readonly keys: readonly string[]
  readonly expected: Expected
  /** The word that was probably meant. */
  readonly near?: string | undefined
}

const notObject: Problem = { keys: [], expected: 'object' }
const at = (key: string, expected: Expected): Problem => ({ keys: [key], expected })
const below = (key: string, problem: Problem): Problem => ({ ...problem, keys: [key, ...problem.keys] })

/** The first problem of a record under that key. A record that comes from JSON has own keys only. */
function recordProblem(
  key: string,
  record: unknown,
  problemOf: (value: unknown, name: string) => Problem | undefined,
): Problem | undefined {
  if (!isJsonObject(record)) return at(key, 'object')
  for (const inner in record) {
    const problem = problemOf(record[inner], inner)
    if (problem !== undefined) return below(key, below(inner, problem))
  }
  return undefined
}

// Only an object has the keys that are looked for here, in an app and in a decision. So a value is tested only if one is
// missing. To test every value first takes half a millisecond more for 10,000 Mini Programs.
function appProblem(catalogue: Catalogue) {
  const replyProblem = replyCheck(catalogue)
  return (app: unknown): Problem | undefined => {
    const { name, scopes, replies, privacy } = (app ?? {}) as JsonObject
    if (typeof name !== 'string') return objectProblem(app) ?? at('name', 'string')
    const problem = recordProblem('scopes', scopes, decisionProblem) ?? privacyProblem(privacy)
    if (replies === undefined) return problem ?? depthProblem(app as JsonObject, 2, appKeys)
    return (
      problem ??
      recordProblem('replies', replies, replyProblem) ??
      depthProblem(app as JsonObject, 2, appKeysWithReplies)
    )
  }
}

/** The agreement has its date and how it came about, as a decision has. */
function privacyProblem(privacy: unknown): Problem | undefined {
  if (privacy === undefined) return undefined
  if (!isJsonObject(privacy)) return at('privacy', 'object')
  const problem = agreementProblem(privacy)
  return problem && below('privacy', problem)
}

function agreementProblem({ state, at: date, by, guideline }: JsonObject): Problem | undefined {
  if (guideline !== undefined && guideline !== 'undeclared') return at('guideline', 'undeclared')
  if (state === undefined) return undefined
  if (state !== 'agreed') return at('state', 'agreed')
  if (!isDate(date)) return at('at', 'date')
  return decisionMakers.has(by) ? undefined : at('by', 'decided-by')
}

// A permission that wxauth does not know is kept, as unknown keys are.
function permissionProblem(state: unknown, permission: string): Problem | undefined {
  const layer = `system.${permission}`
  if (!isLayer(layer)) return undefined
  const states: readonly unknown[] = layerStates[layer]
  return states.includes(state) ? undefined : { keys: [], expected: 'permission-state' }
}

function decisionProblem(decision: unknown): Problem | undefined {
  const { state, at: date, by } = (decision ?? {}) as JsonObject
  if (state !== 'accepted' && state !== 'rejected') return objectProblem(decision) ?? at('state', 'state')
  if (!isDate(date)) return at('at', 'date')
  return decisionMakers.has(by)
    ? depthProblem(decision as JsonObject, 4, decisionKeys)
    : at('by', 'decided-by')
}

/**
 * The first part that is nested too deep.
 * @param checked keys that the object has, and whose values are checked elsewhere. Most objects have no others: their
 * number tells, without a walk that takes milliseconds for 10,000 Mini Programs.
 */
function depthProblem(object: JsonObject, level: number, checked: readonly string[]): Problem | undefined {
  if (Object.keys(object).length === checked.length) return undefined
  for (const key in object) {
    if (!checked.includes(key) && isTooDeep(object[key], level + 1)) return at(key, tooDeep)
  }
  return undefined
}

// A reply that no API takes would be ignored in silence, as would a misspelled name.
function replyCheck(catalogue: Catalogue) {
  return (reply: unknown, name: string): Problem | undefined => {
    // Both editions read a profile, so each takes the replies of the other.
    const api = catalogue.findApi(name) ?? laterApis.find(api => [api, shortName(api)].includes(name))
    if (api === undefined) {
      return { keys: [], expected: 'api', near: nearest(name, catalogue.guardedApis, withoutPrefix) }
    }
    if (!isJsonObject(reply)) return notObject
    const { errMsg } = reply
    if (errMsg !== undefined && !isErrMsgOf(api, errMsg)) {
      return at('errMsg', { kind: 'err-msg', name: errMsgName(api) })
    }
    return depthProblem(reply, 4, [])
  }
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
