import type { GuardedApi } from './scopes.ts'
import { type ParameterProblem, parameterError, type TypeName } from './wording.ts'

/** The APIs whose options are checked. */
export type CheckedApi = GuardedApi | 'wx.authorize' | 'wx.getSetting' | 'wx.openSetting'

interface Option {
  /** The documented type first: it is the one that a refusal names. */
  readonly types: readonly [TypeName, ...TypeName[]]
  readonly required?: true
}

type ByName = Readonly<Record<string, Option>>

type Options = Readonly<Record<string, unknown>>

interface ParameterRow {
  readonly options: Readonly<Record<string, Option>>
  /** What is passed when the caller gave nothing at all; passes the check. */
  readonly sample: Readonly<Record<string, unknown>>
}

const text: Option = { types: ['String'] }
const number: Option = { types: ['Number'] }
const yesOrNo: Option = { types: ['Boolean'] }
const requiredText: Option = { types: ['String'], required: true }
const nothing: ParameterRow = { options: {}, sample: {} }

/**
 * One row per API, by the official typings. `success`, `fail`, `complete` and options that are not named here are
 * ignored, as on the platform.
 *
 * Values of closed sets (`type: 'wgs84' | 'gcj02'`, `lang: 'en' | 'zh_CN' | 'zh_TW'`) are checked for their type only.
 * The typings call getLocation's `type` any string, and no report of a refused value was found; a failure of our own
 * making would teach a developer something that no device does. An unknown value gets the default's answer.
 */
export const parameterRows: Readonly<Record<CheckedApi, ParameterRow>> = {
  'wx.getUserInfo': { options: { withCredentials: yesOrNo, lang: text }, sample: {} },
  'wx.getLocation': {
    options: {
      type: text,
      // The pages of early 2019 call it a string, today's a boolean.
      altitude: { types: ['Boolean', 'String'] },
      isHighAccuracy: yesOrNo,
      highAccuracyExpireTime: number,
    },
    sample: {},
  },
  'wx.chooseLocation': { options: { latitude: number, longitude: number }, sample: {} },
  'wx.chooseAddress': nothing,
  'wx.chooseInvoiceTitle': nothing,
  'wx.chooseInvoice': nothing,
  'wx.getWeRunData': nothing,
  'wx.startRecord': nothing,
  'wx.saveImageToPhotosAlbum': {
    options: { filePath: requiredText },
    sample: { filePath: 'wxfile://tmp_wxauth_demo.jpg' },
  },
  'wx.saveVideoToPhotosAlbum': {
    options: { filePath: requiredText },
    sample: { filePath: 'wxfile://tmp_wxauth_demo.mp4' },
  },
  // A component has attributes: a page converts them and refuses none.
  camera: nothing,
  'wx.authorize': { options: { scope: requiredText }, sample: { scope: 'scope.userLocation' } },
  'wx.getSetting': { options: { withSubscriptions: yesOrNo }, sample: {} },
  'wx.openSetting': { options: { withSubscriptions: yesOrNo }, sample: {} },
}

const checks: ReadonlyMap<string, ParameterCheck> = new Map(
  Object.entries(parameterRows).map(([api, row]) => [api, checkOf(row)]),
)

/** Options that pass, for a call that was given none. */
export function sampleParameters(api: CheckedApi): Readonly<Record<string, unknown>> {
  return parameterRows[api].sample
}

/**
 * Checks options as an API does, before any popup.
 * @returns how the `errMsg` ends (`fail parameter error: …`), or `undefined` when the options pass
 */
export type ParameterCheck = (params: unknown) => string | undefined

export function parameterCheck(api: CheckedApi): ParameterCheck {
  return checks.get(api) as ParameterCheck
}

function checkOf({ options }: ParameterRow): ParameterCheck {
  const rows = Object.entries(options)
  // No options are inherited: `toString` is none.
  const byName: ByName = Object.setPrototypeOf({ ...options }, null)
  const needsOptions = rows.some(([, option]) => option.required)
  return params => {
    // `wx.getSetting()` is a valid call; where an option is required, its absence is a missing object.
    if (params === undefined && !needsOptions) return undefined
    if (typeOf(params) !== 'Object') return parameterError([{ expected: 'Object', actual: typeOf(params) }])
    return !needsOptions && passes(params as Options, byName)
      ? undefined
      : problemsOf(params as Options, rows)
  }
}

function problemsOf(params: Options, rows: readonly (readonly [string, Option])[]): string | undefined {
  const [first, ...others] = rows.flatMap(
    ([name, option]) =>
      problemWith(name, option, Object.hasOwn(params, name) ? params[name] : undefined) ?? [],
  )
  return first && parameterError([first, ...others])
}

/**
 * Whether nothing in the options is of a wrong type. It stands before every call of a test's code, so it makes nothing
 * and looks at what is given, which is less than what could be. What is inherited may fail here; it does not count.
 */
function passes(params: Options, byName: ByName): boolean {
  for (const name in params) {
    const option = byName[name]
    if (option !== undefined && problemWith(name, option, params[name]) !== undefined) return false
  }
  return true
}

function problemWith(name: string, option: Option, value: unknown): ParameterProblem | undefined {
  if (value === undefined && !option.required) return undefined
  const actual = typeOf(value)
  if (option.types.includes(actual)) return undefined
  return { name, expected: option.types[0], actual }
}

function typeOf(value: unknown): TypeName {
  if (value === null) return 'Null'
  if (Array.isArray(value)) return 'Array'
  switch (typeof value) {
    case 'string':
      return 'String'
    case 'number':
    case 'bigint':
      return 'Number'
    case 'boolean':
      return 'Boolean'
    case 'function':
      return 'Function'
    case 'undefined':
      return 'Undefined'
    default:
      return 'Object'
  }
}
