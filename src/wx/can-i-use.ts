import type { ApiShape } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { FreeApi, GuardedApi } from '../catalogue/names.ts'

const callbacks = ['success', 'fail', 'complete']

/** What something has, and what each part of it takes. */
export type Parts = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** The rest of `wx`: APIs without options, the objects that they return, and components with their attributes. */
const others: Parts = {
  canIUse: {},
  createCameraContext: {},
  getRecorderManager: {},
  CameraContext: { takePhoto: [], startRecord: [], stopRecord: [], setZoom: [], onCameraFrame: [] },
  RecorderManager: {
    start: [],
    pause: [],
    resume: [],
    stop: [],
    onStart: [],
    onPause: [],
    onResume: [],
    onStop: [],
    onError: [],
  },
  button: { 'open-type': ['getUserInfo', 'openSetting'], bindgetuserinfo: [], bindopensetting: [] },
  camera: { bindinitdone: [], binderror: [] },
}

/**
 * `wx.canIUse`, for `api.method.param.option` or `component.attribute.option`: true for what wxauth has.
 * developers.weixin.qq.com/miniprogram/dev/api/base/wx.canIUse.html
 */
export function canIUse(catalogue: Catalogue, more: Parts = {}) {
  const rest = { ...others, ...more }
  return (schema: unknown): boolean => {
    if (typeof schema !== 'string') return false
    const [name = '', ...path] = schema.split('.')
    const shape = shapeOf(catalogue, `wx.${name}`)
    return shape === undefined ? isPartOf(rest, name, path) : isPartOfApi(shape, path)
  }
}

/** What the API takes and gives; `undefined` if the catalogue has no such API. */
export function shapeOf(catalogue: Catalogue, name: string): ApiShape | undefined {
  if (catalogue.guardedApis.some(api => api === name)) return catalogue.apiOf(name as GuardedApi)
  return catalogue.freeApis.some(api => api === name) ? catalogue.shapeOf(name as FreeApi) : undefined
}

function isPartOfApi(shape: ApiShape, [method, param, option, ...more]: readonly string[]): boolean {
  if (method === undefined) return true
  if (more.length > 0) return false
  if (method === 'object') {
    if (param === undefined) return true
    const options = Object.hasOwn(shape.options, param) ? shape.options[param] : undefined
    if (option !== undefined) return options?.values?.includes(option) ?? false
    return options !== undefined || callbacks.includes(param)
  }
  // An API that returns its answer has no callback that receives it.
  const receiver = shape.answers === 'value' ? 'return' : 'success'
  if (method !== receiver || option !== undefined) return false
  return param === undefined || param === 'errMsg' || shape.receives.includes(param)
}

function isPartOf(rest: Parts, name: string, [part, option, ...more]: readonly string[]): boolean {
  const parts = Object.hasOwn(rest, name) ? rest[name] : undefined
  if (parts === undefined) return false
  if (part === undefined) return true
  if (more.length > 0 || !Object.hasOwn(parts, part)) return false
  return option === undefined || (parts[part]?.includes(option) ?? false)
}
