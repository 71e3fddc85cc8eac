import { WxauthError } from '../../../src/faults.ts'
import type { ApiResult } from '../../../src/machine/outcome.ts'
import type { WxAuth } from '../../../src/wx/types/index.ts'
import type { Observation } from './driver.ts'

/** How page code calls an API. */
export type Style = 'callbacks' | 'promise'

export type CallbackResult = Pick<Observation, 'callback' | 'result'>

type InStyle = (
  option: object,
  call: (option: object) => unknown,
  uncaught: readonly unknown[],
  auth: WxAuth['auth'],
) => Promise<CallbackResult>

export const inStyle: Readonly<Record<Style, InStyle>> = {
  promise: (option, call) => resultOf(call(option) as Promise<ApiResult>),
  async callbacks(option, call, uncaught, auth) {
    const runs: string[] = []
    let result: ApiResult | null = null
    const callback = (name: string) => (value: ApiResult) => {
      runs.push(name)
      result = value
    }
    const value = call({
      ...option,
      success: callback('success'),
      fail: callback('fail'),
      complete: callback('complete'),
    })
    if (value !== undefined) throw new Error('A call with callbacks returned a value')
    if (runs.length > 0) throw new Error('A callback ran in the stack of its call')
    await auth.idle()
    const unanswered = uncaught.some(error => isFault(error, 'ERR_UNANSWERED'))
    if (unanswered && runs.length === 0) return { callback: null, result: null }
    const [first, second, ...others] = runs
    if (second !== 'complete' || others.length > 0) throw new Error(`Callbacks ran: ${runs.join(', ')}`)
    return { callback: first as 'success' | 'fail', result }
  },
}

export async function resultOf(promise: Promise<{ readonly errMsg: string }>): Promise<CallbackResult> {
  try {
    const result = await promise
    return { callback: /:ok$/.test(result.errMsg) ? 'success' : 'fail', result: { ...result } }
  } catch (reason) {
    if (isFault(reason, 'ERR_UNANSWERED')) return { callback: null, result: null }
    if (reason instanceof Error) throw reason
    return { callback: 'fail', result: reason as ApiResult }
  }
}

export function isFault(error: unknown, code: WxauthError['code']): error is WxauthError {
  return error instanceof WxauthError && error.code === code
}
