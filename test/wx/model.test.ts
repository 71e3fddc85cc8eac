import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Catalogue, errMsgName, isWxApi } from '../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import type { GuardedApi, ScopeName } from '../../src/catalogue/names.ts'
import { WxauthError } from '../../src/faults.ts'
import { type LayerKey, type LayerState, layerStates } from '../../src/machine/layer-states.ts'
import type { Answer, AuthEvent, ScopeState, TodayComponent, WxAuth } from '../../src/wx/types/index.ts'
import { createWorld } from './uncaught-list.ts'

type Entry = 'call' | 'authorize' | 'button'
type Component = 'camera' | TodayComponent

interface Call {
  readonly entry: Entry
  /** Those that it needs, in the order in which they are asked for. */
  readonly scopes: readonly ScopeName[]
  /** As in its errMsg. */
  readonly name: string
  /** Mounted, not called. */
  readonly component?: Component | undefined
  readonly option: object
  readonly isOnlyWithCallbacks?: boolean
  readonly style: 'callbacks' | 'promise'
  /** What else it has to pass, in today's edition. */
  readonly isPrivacyApi: boolean
  readonly permissions: readonly LayerKey[]
}

/** What a popup is for. */
type Of = ScopeName | 'privacy'

type Step =
  /** All in one turn, so they overlap. */
  | { readonly do: 'calls'; readonly calls: readonly Call[] }
  | { readonly do: 'answer'; readonly of: Of | null; readonly answer: Answer }
  | { readonly do: 'set'; readonly scope: ScopeName; readonly state: ScopeState; readonly awaited: boolean }
  | { readonly do: 'arrange'; readonly layer: LayerKey; readonly state: LayerState }
  | { readonly do: 'reset'; readonly scopes: readonly ScopeName[]; readonly awaited: boolean }
  | { readonly do: 'settings'; readonly scope: ScopeName; readonly on: boolean }

const background = 'scope.userLocationBackground'
const location = 'scope.userLocation'

/** The platform as a model of a few lines, which the library must agree with. */
function reference({ scopeNames, isRetired }: Catalogue) {
  let states = new Map<ScopeName, ScopeState>()
  const layers = new Map<LayerKey, LayerState>()
  let queue: { of: Of | null; answer: Answer }[] = []
  let popups = 0
  let isSheetPaused = false

  const stateOf = (scope: ScopeName) => states.get(scope) ?? 'undecided'

  /** How the call ends without a popup, or what it asks for. */
  function verdictOf({
    entry,
    scopes,
    name,
    isPrivacyApi,
    permissions,
  }: Call): string | { readonly asks: Of } {
    if (isPrivacyApi && layers.get('guideline') === 'undeclared')
      return `${name}:fail api scope is not declared in the privacy agreement`
    const open = scopes.find(scope => stateOf(scope) !== 'accepted')
    const isCoupled = open !== undefined && stateOf(open) === 'undecided'
    if (isPrivacyApi && layers.get('privacy') !== 'agreed' && !isCoupled) return { asks: 'privacy' }
    for (const scope of scopes) {
      if (stateOf(scope) === 'accepted') continue
      if (stateOf(scope) === 'rejected' && entry !== 'button') return `${name}:fail auth deny`
      if (entry === 'authorize' && scope === 'scope.userInfo') return `${name}:fail scope unauthorized`
      return { asks: scope }
    }
    const isDenied = permissions.some(permission => layers.get(permission) === 'denied')
    return `${name}:${isDenied ? 'fail system permission denied' : 'ok'}`
  }

  function popup({ name, isPrivacyApi }: Call, of: Of): string | undefined {
    // WeChat's own sheet does not appear again within ten seconds, and no test takes that long.
    if (of === 'privacy' && isSheetPaused) return `${name}:fail privacy permission is not authorized`
    popups += 1
    const entry = queue.find(one => one.of === of) ?? queue.find(one => one.of === null)
    queue = queue.filter(other => other !== entry)
    if (entry === undefined) return 'ERR_UNANSWERED'
    if (entry.answer === 'dismiss') return `${name}:fail auth canceled`
    const isAccepted = entry.answer === 'accept'
    if (isAccepted && isPrivacyApi) layers.set('privacy', 'agreed')
    if (of === 'privacy') {
      isSheetPaused ||= !isAccepted
      return isAccepted ? undefined : `${name}:fail privacy permission is not authorized`
    }
    states.set(of, isAccepted ? 'accepted' : 'rejected')
    if (isAccepted && of === background) states.set(location, 'accepted')
    return isAccepted ? undefined : `${name}:fail auth deny`
  }

  function resultOf(call: Call): string {
    const verdict = verdictOf(call)
    return typeof verdict === 'string' ? verdict : (popup(call, verdict.asks) ?? resultOf(call))
  }

  function flip(scope: ScopeName, on: boolean): readonly string[] {
    const isThirdChoice = scope === background && stateOf(location) !== 'undecided'
    if (isRetired(scope) || (stateOf(scope) === 'undecided' && !isThirdChoice)) return ['ERR_MISSING_SWITCH']
    if (on === (stateOf(scope) === 'accepted')) return []
    // Undecided, the third choice stands off.
    if (stateOf(scope) === 'undecided' && !on) return []
    const wasAccepted = stateOf(scope) === 'accepted'
    states.set(scope, on ? 'accepted' : 'rejected')
    if (scope === background && on) states.set(location, 'accepted')
    if (scope === location && wasAccepted && stateOf(background) !== 'undecided') {
      states.set(background, 'rejected')
    }
    return []
  }

  return {
    take(step: Step): readonly string[] {
      if (step.do === 'answer') queue.push(step)
      else if (step.do === 'set') states.set(step.scope, step.state)
      else if (step.do === 'arrange') layers.set(step.layer, step.state)
      else if (step.do === 'reset' && step.scopes.length === 0) {
        states = new Map()
        layers.delete('privacy')
      } else if (step.do === 'reset') for (const scope of step.scopes) states.delete(scope)
      else if (step.do === 'calls') {
        const results = step.calls.map(verdictOf)
        return step.calls.map((call, index) => {
          const result = results[index]
          return typeof result === 'string' ? result : resultOf(call)
        })
      } else return flip(step.scope, step.on)
      return []
    },
    summary: () => ({
      states: Object.fromEntries(scopeNames.map(scope => [scope, stateOf(scope)])),
      layers: Object.fromEntries(
        Object.entries(layerStates).map(([layer, [usual]]) => [
          layer,
          layers.get(layer as LayerKey) ?? usual,
        ]),
      ),
      unused: queue.length,
      popups,
    }),
  }
}

/** The library, driven by the same steps. */
function library({ edition }: Catalogue) {
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

function callsOf(catalogue: Catalogue): readonly Omit<Call, 'style'>[] {
  const { guardedApis, scopeNames, apiOf, scopesOf, layersOf, isRetired } = catalogue
  const passing = ({ privacy, system = [] }: ReturnType<typeof layersOf>) => ({
    isPrivacyApi: privacy === true,
    permissions: system.map(permission => `system.${permission}` as const),
  })
  // The demo Mini Program declares the exact locations, which exclude the fuzzy one; the others are made by objects.
  const others: readonly GuardedApi[] = ['wx.getFuzzyLocation', 'wx.createVKSession']
  const calls = guardedApis
    .filter(api => !others.includes(api) && (isWxApi(api) || !api.includes('.')))
    .map(api => {
      const { sample = {}, answers } = apiOf(api)
      return {
        entry: 'call' as const,
        scopes: scopesOf(api, sample),
        name: errMsgName(api),
        component: isWxApi(api) ? undefined : (api as Component),
        option: {
          ...sample,
          ...(api === 'wx.saveVideoToPhotosAlbum' ? { filePath: 'wxfile://tmp.mp4' } : {}),
        },
        isOnlyWithCallbacks: answers === 'callbacks',
        ...passing(layersOf(api, sample)),
      }
    })
  const authorizes = scopeNames.map(scope => ({
    entry: 'authorize' as const,
    scopes: isRetired(scope) ? [] : [scope],
    name: 'authorize',
    option: { scope },
    ...passing(layersOf('wx.authorize', { scope })),
  }))
  const [userInfo] = calls.filter(({ name }) => name === 'getUserInfo')
  return [
    ...calls,
    ...authorizes,
    ...(userInfo === undefined ? [] : [{ ...userInfo, entry: 'button' as const }]),
  ]
}

/** Today's edition has so many scopes that most steps are about these few, which have rules of their own. */
const few: readonly ScopeName[] = [location, background, 'scope.record', 'scope.address']

const state = fc.constantFrom('undecided' as const, 'accepted' as const, 'rejected' as const)
const fewStates: fc.Arbitrary<readonly Step[]> = fc.tuple(
  ...few.map(scope => state.map(state => ({ do: 'set' as const, scope, state, awaited: true }))),
)

const fewFirst = <T>(all: readonly T[], isOfFew: (one: T) => boolean) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...all.filter(isOfFew)) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  )

function callsStep(catalogue: Catalogue): fc.Arbitrary<Step> {
  const isOfFew = ({ scopes }: Pick<Call, 'scopes'>) => scopes.every(scope => few.includes(scope))
  const style = fc.constantFrom('callbacks' as const, 'promise' as const)
  const all = callsOf(catalogue)
  const [camera] = all.filter(({ component }) => component === 'camera')
  const calls = all.filter(one => one !== camera)
  const call: fc.Arbitrary<Call> = fc
    .tuple(catalogue.edition === 'today' ? fewFirst(calls, isOfFew) : fc.constantFrom(...calls), style)
    .map(([call, style]) => ({ ...call, style: call.isOnlyWithCallbacks ? 'callbacks' : style }))
  // A page has one camera, so it is mounted alone.
  const cameras = camera === undefined ? [] : [{ ...camera, style: 'promise' as const }]
  return fc.record({
    do: fc.constant('calls' as const),
    calls: fc.oneof(
      { weight: 4, arbitrary: fc.array(call, { minLength: 1, maxLength: 5 }) },
      { weight: 1, arbitrary: fc.constant(cameras) },
    ),
  })
}

function stepOf(catalogue: Catalogue): fc.Arbitrary<Step> {
  const { edition, scopeNames } = catalogue
  const isToday = edition === 'today'
  const scope = isToday ? fewFirst(scopeNames, name => few.includes(name)) : fc.constantFrom(...scopeNames)
  const of = isToday ? fc.oneof(scope, fc.constant('privacy' as const)) : scope
  const answer = fc.record({
    do: fc.constant('answer' as const),
    of: fc.option<Of, null>(of, { nil: null }),
    answer: fc.constantFrom('accept' as const, 'reject' as const, 'dismiss' as const),
  })
  const set = fc.record({
    do: fc.constant('set' as const),
    scope,
    state,
    awaited: fc.boolean(),
  })
  const reset = fc.record({
    do: fc.constant('reset' as const),
    scopes: fc.array(scope, { maxLength: 2 }),
    awaited: fc.boolean(),
  })
  const settings = fc.record({ do: fc.constant('settings' as const), scope, on: fc.boolean() })
  return fc.oneof(
    { weight: 5, arbitrary: callsStep(catalogue) },
    { weight: 4, arbitrary: answer },
    { weight: 1, arbitrary: set },
    { weight: 1, arbitrary: reset },
    { weight: isToday ? 2 : 1, arbitrary: settings },
    { weight: isToday ? 2 : 0, arbitrary: fewFirst(layerSteps, ({ layer }) => fewLayers.includes(layer)) },
  )
}

const fewLayers: readonly LayerKey[] = ['privacy', 'system.location']
const layerSteps = Object.entries(layerStates).flatMap(([layer, states]) =>
  states.map(state => ({ do: 'arrange' as const, layer: layer as LayerKey, state })),
)

test.each([guideCatalogue, todayCatalogue])(
  'any sequence of calls, answers, sets and resets, overlapping or not, ends as in the reference model: $edition',
  async catalogue => {
    const start = catalogue.edition === 'today' ? fewStates : fc.constant([])
    await fc.assert(
      fc.asyncProperty(start, fc.array(stepOf(catalogue), { maxLength: 15 }), async (start, steps) => {
        const expected = reference(catalogue)
        const actual = library(catalogue)
        for (const step of [...start, ...steps]) {
          expect(await actual.take(step), JSON.stringify(step)).toEqual(expected.take(step))
        }
        expect(await actual.summary()).toEqual(expected.summary())
      }),
      { numRuns: 300 },
    )
  },
)
