import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { GuardedApi, ScopeName } from '../../src/catalogue/names.ts'
import { WxauthError } from '../../src/faults.ts'
import type { Answer, AuthEvent, ScopeState, WxAuth } from '../../src/wx/types/index.ts'
import { createWorld } from './uncaught-list.ts'

const { guardedApis, scopeNames, scopeOf } = guideCatalogue

type Entry = 'call' | 'authorize' | 'button'
interface Call {
  readonly entry: Entry
  readonly scope: ScopeName
  /** As in its errMsg. */
  readonly name: string
  readonly style: 'callbacks' | 'promise'
}

type Step =
  /** All in one turn, so they overlap. */
  | { readonly do: 'calls'; readonly calls: readonly Call[] }
  | { readonly do: 'answer'; readonly of: ScopeName | null; readonly answer: Answer }
  | { readonly do: 'set'; readonly scope: ScopeName; readonly state: ScopeState; readonly awaited: boolean }
  | { readonly do: 'reset'; readonly scopes: readonly ScopeName[]; readonly awaited: boolean }
  | { readonly do: 'settings'; readonly scope: ScopeName; readonly on: boolean }

/** The platform as a model of a few lines, which the library must agree with. */
function reference() {
  let states = new Map<ScopeName, ScopeState>()
  let queue: { of: ScopeName | null; answer: Answer }[] = []
  let popups = 0

  const stateOf = (scope: ScopeName) => states.get(scope) ?? 'undecided'
  function withoutPopup({ entry, scope, name }: Call): string | undefined {
    if (stateOf(scope) === 'accepted') return `${name}:ok`
    if (stateOf(scope) === 'rejected') return entry === 'button' ? undefined : `${name}:fail auth deny`
    return entry === 'authorize' && scope === 'scope.userInfo' ? `${name}:fail scope unauthorized` : undefined
  }
  function popup({ scope, name }: Call): string {
    popups += 1
    const entry = queue.find(({ of }) => of === scope) ?? queue.find(({ of }) => of === null)
    queue = queue.filter(other => other !== entry)
    if (entry === undefined) return 'ERR_UNANSWERED'
    if (entry.answer === 'dismiss') return `${name}:fail auth canceled`
    states.set(scope, entry.answer === 'accept' ? 'accepted' : 'rejected')
    return entry.answer === 'accept' ? `${name}:ok` : `${name}:fail auth deny`
  }
  return {
    take(step: Step): readonly string[] {
      if (step.do === 'answer') queue.push(step)
      else if (step.do === 'set') states.set(step.scope, step.state)
      else if (step.do === 'reset' && step.scopes.length === 0) states = new Map()
      else if (step.do === 'reset') for (const scope of step.scopes) states.delete(scope)
      else if (step.do === 'calls') {
        const results = step.calls.map(withoutPopup)
        return step.calls.map((call, index) => results[index] ?? withoutPopup(call) ?? popup(call))
      } else if (stateOf(step.scope) === 'undecided') return ['ERR_MISSING_SWITCH']
      else states.set(step.scope, step.on ? 'accepted' : 'rejected')
      return []
    },
    summary: () => ({
      states: Object.fromEntries(scopeNames.map(scope => [scope, stateOf(scope)])),
      unused: queue.length,
      popups,
    }),
  }
}

/** The library, driven by the same steps. */
function library() {
  const { wx, auth, uncaught } = createWorld()
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
    summary: () => ({ states: auth.states(), unused: auth.unused().length, popups }),
  }
}

async function finish(arrangement: Promise<void>, awaited: boolean): Promise<readonly string[]> {
  if (awaited) await arrangement
  return []
}

/** @returns the errMsg, or the code of the fault */
function make(call: Call, { wx, auth }: WxAuth, uncaught: unknown[]): Promise<string> {
  if (call.entry === 'button') return errMsgOf(auth.tap('getUserInfo'))
  const name = (call.entry === 'authorize' ? 'authorize' : call.name) as 'authorize'
  const film = call.name === 'saveVideoToPhotosAlbum'
  const option = { scope: call.scope, filePath: film ? 'wxfile://tmp.mp4' : 'wxfile://tmp.jpg' }
  if (call.name === 'insertCamera') {
    auth.unmount('camera')
    return errMsgOf(
      auth
        .mount('camera')
        .then(({ detail }) => ('errMsg' in detail ? detail : { errMsg: 'insertCamera:ok' })),
    )
  }
  if (call.style === 'promise') return errMsgOf(wx[name](option))
  return new Promise((resolve, reject) => {
    let runs = 0
    const complete = ({ errMsg }: { errMsg: string }) => {
      runs += 1
      if (runs === 1) resolve(errMsg)
      else reject(new Error('complete ran twice'))
    }
    wx[name]({ ...option, complete })
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

const scope = fc.constantFrom(...scopeNames)
const style = fc.constantFrom('callbacks' as const, 'promise' as const)
const callOf = (api: GuardedApi) => ({
  entry: 'call' as const,
  scope: scopeOf(api),
  name: api === 'camera' ? 'insertCamera' : api.replace('wx.', ''),
})
const call: fc.Arbitrary<Call> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...guardedApis.filter(api => api !== 'camera')).map(callOf),
      scope.map(scope => ({ entry: 'authorize' as const, scope, name: 'authorize' })),
      fc.constant({ entry: 'button' as const, scope: 'scope.userInfo' as const, name: 'getUserInfo' }),
    ),
    style,
  )
  .map(([call, style]) => ({ ...call, style }))
const camera = fc.constant({ ...callOf('camera'), style: 'promise' as const })

const answer: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('answer' as const),
  of: fc.option<ScopeName, null>(scope, { nil: null }),
  answer: fc.constantFrom('accept' as const, 'reject' as const, 'dismiss' as const),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('calls' as const),
      calls: fc.array(call, { minLength: 1, maxLength: 5 }),
    }),
  },
  { weight: 1, arbitrary: camera.map(call => ({ do: 'calls' as const, calls: [call] })) },
  { weight: 4, arbitrary: answer },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      scope,
      state: fc.constantFrom('undecided' as const, 'accepted' as const, 'rejected' as const),
      awaited: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('reset' as const),
      scopes: fc.array(scope, { maxLength: 2 }),
      awaited: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), scope, on: fc.boolean() }) },
)

test('any sequence of calls, answers, sets and resets, overlapping or not, ends as in the reference model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async steps => {
      const expected = reference()
      const actual = library()
      for (const step of steps) {
        expect(await actual.take(step), JSON.stringify(step)).toEqual(expected.take(step))
      }
      expect(await actual.summary()).toEqual(expected.summary())
    }),
    { numRuns: 300 },
  )
})
