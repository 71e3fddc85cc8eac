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
  for (const appid of Object.keys(apps)) checkApp(apps[appid], appid, wrong)
  return json as unknown as Profile
}

type Wrong = (place: readonly string[], problem: string) => Error

// A place is put together only when something is wrong there: thousands of apps are checked at each start.
function checkApp(app: unknown, appid: string, wrong: Wrong): void {
  if (!isObject(app)) throw wrong(['apps', appid], mustBe.object)
  const { name, scopes, replies } = app
  if (typeof name !== 'string') throw wrong(['apps', appid, 'name'], mustBe.string)
  if (!isObject(scopes)) throw wrong(['apps', appid, 'scopes'], mustBe.object)
  for (const scope of Object.keys(scopes)) {
    const problem = decisionProblem(scopes[scope])
    if (problem !== undefined) throw wrong(['apps', appid, 'scopes', scope, ...problem.key], problem.mustBe)
  }
  if (replies === undefined) return
  if (!isObject(replies)) throw wrong(['apps', appid, 'replies'], mustBe.object)
  for (const api of Object.keys(replies)) {
    if (!isObject(replies[api])) throw wrong(['apps', appid, 'replies', api], mustBe.object)
  }
}

function decisionProblem(decision: unknown): { key: readonly string[]; mustBe: string } | undefined {
  if (!isObject(decision)) return { key: [], mustBe: mustBe.object }
  const { state, at, by } = decision
  if (state !== 'accepted' && state !== 'rejected') return { key: ['state'], mustBe: mustBe.state }
  if (typeof at !== 'string' || !(isAsWritten(at) || isoDate.test(at)) || Number.isNaN(Date.parse(at))) {
    return { key: ['at'], mustBe: mustBe.at }
  }
  if (!decisionMakers.has(by)) return { key: ['by'], mustBe: mustBe.by(decidedBy) }
  return undefined
}

// The form that wxauth itself writes, told by its marks alone: the full pattern takes milliseconds for thousands of them.
function isAsWritten(at: string): boolean {
  return (
    at.length === 24 && at[4] === '-' && at[7] === '-' && at[10] === 'T' && at[13] === ':' && at[23] === 'Z'
  )
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
