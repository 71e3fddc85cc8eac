import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { GuardedApi, ScopeName } from '../../src/catalogue/names.ts'
import { WxauthError } from '../../src/faults.ts'
import type { Answer, AuthEvent, ScopeState, WxAuth } from '../../src/wx/types/index.ts'
import { watched } from './uncaught-list.ts'

const { guardedApis, scopeNames, apiOf } = guideCatalogue

type Entry = 'call' | 'authorize' | 'button'
interface Call {
  readonly entry: Entry
  readonly scope: ScopeName
  /** As an errMsg names it. */
  readonly name: string
  readonly style: 'callbacks' | 'promise'
}

type Step =
  /** Made in one stack: they overlap. */
  | { readonly do: 'calls'; readonly calls: readonly Call[] }
  | { readonly do: 'answer'; readonly of: ScopeName | null; readonly answer: Answer }
  | { readonly do: 'set'; readonly scope: ScopeName; readonly state: ScopeState; readonly awaited: boolean }
  | { readonly do: 'reset'; readonly scopes: readonly ScopeName[]; readonly awaited: boolean }
  | { readonly do: 'settings'; readonly scope: ScopeName; readonly on: boolean }

/** The whole platform: what is to be said of the library in a few lines. */
function reference() {
  let states = new Map<ScopeName, ScopeState>()
  let queue: { of: ScopeName | null; answer: Answer }[] = []
  let popups = 0

  const stateOf = (scope: ScopeName) => states.get(scope) ?? 'undecided'
  function atOnce({ entry, scope, name }: Call): string | undefined {
    if (stateOf(scope) === 'accepted') return `${name}:ok`
    if (stateOf(scope) === 'rejected') return entry === 'button' ? undefined : `${name}:fail auth deny`
    return entry === 'authorize' && scope === 'scope.userInfo' ? `${name}:fail scope unauthorized` : undefined
  }
  function popup({ scope, name }: Call): string {
    popups += 1
    const used = queue.find(({ of }) => of === scope) ?? queue.find(({ of }) => of === null)
    queue = queue.filter(answer => answer !== used)
    if (used === undefined) return 'ERR_UNANSWERED'
    if (used.answer === 'dismiss') return `${name}:fail auth canceled`
    states.set(scope, used.answer === 'accept' ? 'accepted' : 'rejected')
    return used.answer === 'accept' ? `${name}:ok` : `${name}:fail auth deny`
  }
  return {
    take(step: Step): readonly string[] {
      if (step.do === 'answer') queue.push(step)
      else if (step.do === 'set') states.set(step.scope, step.state)
      else if (step.do === 'reset' && step.scopes.length === 0) states = new Map()
      else if (step.do === 'reset') for (const scope of step.scopes) states.delete(scope)
      else if (step.do === 'calls') {
        const decided = step.calls.map(atOnce)
        return step.calls.map((call, index) => decided[index] ?? atOnce(call) ?? popup(call))
      } else if (stateOf(step.scope) === 'undecided') return ['ERR_MISSING_SWITCH']
      else states.set(step.scope, step.on ? 'accepted' : 'rejected')
      return []
    },
    seen: () => ({
      states: Object.fromEntries(scopeNames.map(scope => [scope, stateOf(scope)])),
      unused: queue.length,
      popups,
    }),
  }
}

/** The library, lived through in the same steps. */
function library() {
  const { wx, auth, uncaught } = watched()
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
        const ended = await Promise.all(step.calls.map(call => made(call, { wx, auth }, uncaught)))
        popups += auth.events.slice(before).filter((event: AuthEvent) => event.type === 'asked').length
        return ended
      }
      case 'answer':
        if (step.of === null) auth.answer(answerer(step.answer))
        else auth.answer(step.of, answerer(step.answer))
        return []
      case 'set':
        return done(auth.set(step.scope, step.state), step.awaited)
      case 'reset':
        return done(auth.reset(...step.scopes), step.awaited)
      case 'settings':
        return auth.openSettingPage({ [step.scope]: step.on }).then(
          () => [],
          ({ code }) => [code],
        )
    }
  }
  return {
    take,
    seen: async () => ({ states: await auth.states(), unused: auth.unused().length, popups }),
  }
}

async function done(arranged: Promise<void>, awaited: boolean): Promise<readonly string[]> {
  if (awaited) await arranged
  return []
}

/** @returns the errMsg, or the code of the fault */
function made(call: Call, { wx, auth }: WxAuth, uncaught: unknown[]): Promise<string> {
  if (call.entry === 'button') return ended(auth.tap('getUserInfo'))
  const name = (call.entry === 'authorize' ? 'authorize' : call.name) as 'authorize'
  const film = call.name === 'saveVideoToPhotosAlbum'
  const option = { scope: call.scope, filePath: film ? 'wxfile://tmp.mp4' : 'wxfile://tmp.jpg' }
  if (call.name === 'insertCamera') {
    auth.unmount('camera')
    return ended(
      auth
        .mount('camera')
        .then(({ detail }) => ('errMsg' in detail ? detail : { errMsg: 'insertCamera:ok' })),
    )
  }
  if (call.style === 'promise') return ended(wx[name](option))
  return new Promise((resolve, reject) => {
    let ran = 0
    const complete = ({ errMsg }: { errMsg: string }) => {
      ran += 1
      if (ran === 1) resolve(errMsg)
      else reject(new Error('complete ran twice'))
    }
    wx[name]({ ...option, complete })
    void auth.idle().then(() => {
      if (ran > 0) return
      const fault = uncaught.shift()
      resolve(fault instanceof WxauthError ? fault.code : 'nothing at all')
    })
  })
}

function ended(promise: Promise<{ errMsg: string }>): Promise<string> {
  return promise.then(
    ({ errMsg }) => errMsg,
    reason => (reason instanceof WxauthError ? reason.code : reason.errMsg),
  )
}

const scope = fc.constantFrom(...scopeNames)
const style = fc.constantFrom('callbacks' as const, 'promise' as const)
const called = (api: GuardedApi) => ({
  entry: 'call' as const,
  scope: apiOf(api).scope,
  name: api === 'camera' ? 'insertCamera' : api.replace('wx.', ''),
})
const call: fc.Arbitrary<Call> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...guardedApis.filter(api => api !== 'camera')).map(called),
      scope.map(scope => ({ entry: 'authorize' as const, scope, name: 'authorize' })),
      fc.constant({ entry: 'button' as const, scope: 'scope.userInfo' as const, name: 'getUserInfo' }),
    ),
    style,
  )
  .map(([call, style]) => ({ ...call, style }))
const camera = fc.constant({ ...called('camera'), style: 'promise' as const })

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

test('whatever is called, answered, set and reset, in whatever order and at once, ends as the reference says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async steps => {
      const expected = reference()
      const actual = library()
      for (const step of steps) {
        expect(await actual.take(step), JSON.stringify(step)).toEqual(expected.take(step))
      }
      expect(await actual.seen()).toEqual(expected.seen())
    }),
    { numRuns: 300 },
  )
})
