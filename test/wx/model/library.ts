import { expect } from 'vitest'
import type { Catalogue } from '../../../src/catalogue/catalogue.ts'
import { WxauthError } from '../../../src/faults.ts'
import type { Answer, AuthEvent, WxAuth } from '../../../src/wx/types/index.ts'
import { createWorld } from '../uncaught-list.ts'
import type { Call, Step } from './step.ts'

/** The library, driven by the same steps. */
export function library({ edition }: Catalogue) {
  const { wx, auth, uncaught } = createWorld({ edition })
  let open = 0
  let popups = 0

  function answerer(answer: Answer) {
    return async () => {
      open += 1
      expect(open, 'popups that are open').toBe(1)
      await new Promise(resolve => setImmediate(resolve))
      open -= 1
      return answer
    }
  }

  async function take(step: Step): Promise<readonly string[]> {
    switch (step.do) {
      case 'calls': {
        const before = auth.events.length
        const results = await Promise.all(step.calls.map(call => make(call, { wx, auth }, uncaught)))
        popups += auth.events.slice(before).filter((event: AuthEvent) => event.type === 'asked').length
        return results
      }
      case 'answer':
        if (step.of === null) auth.answer(answerer(step.answer))
        else auth.answer(step.of, answerer(step.answer))
        return []
      case 'set':
        return finish(auth.set(step.scope, step.state), step.awaited)
      case 'arrange':
        return finish(auth.set({ [step.layer]: step.state }), true)
      case 'reset':
        return finish(auth.reset(...step.scopes), step.awaited)
      case 'settings':
        return auth.openSettingPage({ [step.scope]: step.on }).then(
          () => [],
          ({ code }) => [code],
        )
    }
  }
  return {
    take,
    summary: () => ({ states: auth.states(), layers: auth.layers(), unused: auth.unused().length, popups }),
  }
}

async function finish(arrangement: Promise<void>, awaited: boolean): Promise<readonly string[]> {
  if (awaited) await arrangement
  return []
}

/** @returns the errMsg, or the code of the fault */
function make(call: Call, { wx, auth }: WxAuth, uncaught: unknown[]): Promise<string> {
  const { entry, name, component, option } = call
  if (entry === 'button') return errMsgOf(auth.tap('getUserInfo'))
  if (component !== undefined) {
    auth.unmount(component)
    const mounted: Promise<{ readonly detail: object }> = auth.mount(component as 'map', { ...option })
    return errMsgOf(mounted.then(({ detail }) => ({ errMsg: `${name}:ok`, ...detail })))
  }
  const api = wx[name as 'authorize'] as (option: object) => Promise<{ errMsg: string }>
  if (call.style === 'promise') return errMsgOf(api(option))
  return new Promise((resolve, reject) => {
    let runs = 0
    const complete = ({ errMsg }: { errMsg: string }) => {
      runs += 1
      if (runs === 1) resolve(errMsg)
      else reject(new Error('complete ran twice'))
    }
    api({ ...option, complete })
    void auth.idle().then(() => {
      if (runs > 0) return
      const fault = uncaught.shift()
      resolve(fault instanceof WxauthError ? fault.code : 'nothing at all')
    })
  })
}

function errMsgOf(promise: Promise<{ errMsg: string }>): Promise<string> {
  return promise.then(
    ({ errMsg }) => errMsg,
    reason => (reason instanceof WxauthError ? reason.code : reason.errMsg),
  )
}
