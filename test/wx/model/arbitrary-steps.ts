import fc from 'fast-check'
import { type Catalogue, errMsgName, isWxApi } from '../../../src/catalogue/catalogue.ts'
import type { GuardedApi, ScopeName } from '../../../src/catalogue/names.ts'
import { type LayerKey, layerStates } from '../../../src/machine/layer-states.ts'
import { background, type Call, type Component, location, type Of, type Step } from './step.ts'

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
/** What the first steps decide, so that few steps are needed for the rest. */
export const fewStates: fc.Arbitrary<readonly Step[]> = fc.tuple(
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

/** Any step of a sequence. */
export function stepOf(catalogue: Catalogue): fc.Arbitrary<Step> {
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
