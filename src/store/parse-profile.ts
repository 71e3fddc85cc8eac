import { WxauthError } from '../faults.ts'
import { locateJsonError } from '../json/locate.ts'
import { decidedBy, type Profile } from '../machine/profile.ts'
import { profileTexts } from '../messages/en/profile.ts'

/** Whose text is parsed: both are named when it is refused. */
export interface ProfileSource {
  readonly path: string
  readonly name: string
}

type Json = Readonly<Record<string, unknown>>

const { root, mustBe } = profileTexts
const decisionMakers: ReadonlySet<unknown> = new Set(decidedBy)
const writtenDate =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const isoDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/

/**
 * The profile that a text holds, with every key that is not known here, scopes included.
 * @param text with or without a leading byte order mark
 * @throws WxauthError ERR_PROFILE_CORRUPT, ERR_PROFILE_VERSION, ERR_PROFILE_VALUE
 */
export function parseProfile(text: string, source: ProfileSource): Profile {
  const json = parseJson(text.startsWith('\uFEFF') ? text.slice(1) : text, source)
  const wrong = (place: readonly string[], problem: string) =>
    new WxauthError('ERR_PROFILE_VALUE', { ...source, place: written(place), problem })

  if (!isObject(json)) throw wrong([], mustBe.object)
  const { version, apps } = json
  if (typeof version === 'number' && version > 1) {
    throw new WxauthError('ERR_PROFILE_VERSION', { ...source, version })
  }
  if (version !== 1) throw wrong(['version'], mustBe.version)
  if (!isObject(apps)) throw wrong(['apps'], mustBe.object)
  const problem = firstProblem(apps, appProblem)
  if (problem !== undefined) throw wrong(['apps', ...problem.key], problem.mustBe)
  return json as unknown as Profile
}

/** What is wrong somewhere below, and the keys that lead there. */
interface Problem {
  readonly key: readonly string[]
  readonly mustBe: string
}

/** The first problem among the values of a record. JSON gives its records no keys but their own. */
function firstProblem(record: Json, problemOf: (value: unknown) => Problem | undefined): Problem | undefined {
  for (const key in record) {
    const problem = problemOf(record[key])
    if (problem !== undefined) return below(key, problem)
  }
  return undefined
}

const notObject: Problem = { key: [], mustBe: mustBe.object }

// Only what has no such keys need be asked whether it is an object at all.
const asJson = (value: unknown) => (value ?? {}) as Json

const below = (key: string, problem: Problem): Problem => ({ ...problem, key: [key, ...problem.key] })

function appProblem(app: unknown): Problem | undefined {
  const { name, scopes, replies } = asJson(app)
  if (typeof name !== 'string') return isObject(app) ? { key: ['name'], mustBe: mustBe.string } : notObject
  if (!isObject(scopes)) return { key: ['scopes'], mustBe: mustBe.object }
  const decision = firstProblem(scopes, decisionProblem)
  if (decision !== undefined) return below('scopes', decision)
  if (replies === undefined) return undefined
  if (!isObject(replies)) return { key: ['replies'], mustBe: mustBe.object }
  const reply = firstProblem(replies, replyProblem)
  return reply && below('replies', reply)
}

function replyProblem(reply: unknown): Problem | undefined {
  return isObject(reply) ? undefined : notObject
}

function decisionProblem(decision: unknown): Problem | undefined {
  const { state, at, by } = asJson(decision)
  if (state !== 'accepted' && state !== 'rejected') {
    return isObject(decision) ? { key: ['state'], mustBe: mustBe.state } : notObject
  }
  if (!isDate(at)) return { key: ['at'], mustBe: mustBe.at }
  if (!decisionMakers.has(by)) return { key: ['by'], mustBe: mustBe.by(decidedBy) }
  return undefined
}

// The form that wxauth itself writes is told by its pattern alone: reading thousands of dates takes milliseconds.
function isDate(at: unknown): boolean {
  if (typeof at !== 'string') return false
  return writtenDate.test(at) || (isoDate.test(at) && !Number.isNaN(Date.parse(at)))
}

function parseJson(text: string, source: ProfileSource): unknown {
  try {
    // Makes `__proto__` an own key like any other, which is why keys can be read with [] below.
    return JSON.parse(text)
  } catch (cause) {
    throw new WxauthError('ERR_PROFILE_CORRUPT', { ...source, ...locateJsonError(text) }, { cause })
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** As one would write it in JavaScript: `apps.touristappid.scopes["scope.camera"].state`. */
function written(place: readonly string[]): string {
  if (place.length === 0) return root
  return place
    .map((key, depth) => {
      if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `[${JSON.stringify(key)}]`
      return depth === 0 ? key : `.${key}`
    })
    .join('')
}
