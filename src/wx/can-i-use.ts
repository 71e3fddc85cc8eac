import type { ApiShape } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { FreeApi, GuardedApi } from '../catalogue/names.ts'

const callbacks = ['success', 'fail', 'complete']

/** The rest of `wx`: APIs without options, the objects that they return, and components with their attributes. */
const others: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
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
export function canIUse(catalogue: Catalogue) {
  return (schema: unknown): boolean => {
    if (typeof schema !== 'string') return false
    const [name = '', ...path] = schema.split('.')
    const shape = shapeOf(catalogue, `wx.${name}`)
    return shape === undefined ? isPartOfOther(name, path) : isPartOfApi(shape, path)
  }
}

function shapeOf(catalogue: Catalogue, name: string): ApiShape | undefined {
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
  if (method !== 'success' || option !== undefined) return false
  return param === undefined || param === 'errMsg' || shape.receives.includes(param)
}

function isPartOfOther(name: string, [part, option, ...more]: readonly string[]): boolean {
  const parts = Object.hasOwn(others, name) ? others[name] : undefined
  if (parts === undefined) return false
  if (part === undefined) return true
  if (more.length > 0 || !Object.hasOwn(parts, part)) return false
  return option === undefined || (parts[part]?.includes(option) ?? false)
}
