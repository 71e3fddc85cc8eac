import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../../src/catalogue/editions/today.ts'
import type { ScopeName } from '../../../src/catalogue/names.ts'
import { createEmulator, type Emulator } from '../../../src/emulator/emulator.ts'
import type { EmulatorEvent } from '../../../src/emulator/events.ts'
import type { ProfileStore, Prompter } from '../../../src/emulator/ports.ts'
import type { SettingsOutcome } from '../../../src/emulator/settings-apis.ts'
import { todayLayers } from '../../../src/emulator/today.ts'
import { listOf } from '../../../src/guide/listed.ts'
import {
  appName,
  type Given,
  type LayerStates,
  type Moves,
  type PrivacyApi,
  type States,
  type Use,
  type User,
  usage,
  usualBackgroundModes,
  usualPrivateInfos,
} from '../../../src/guide/sentence.ts'
import { isLayer, type LayerSetting, layerStateOf, layerStates } from '../../../src/machine/layer-states.ts'
import type { Outcome } from '../../../src/machine/outcome.ts'
import type { ScopeEvent, ScopeState } from '../../../src/machine/state.ts'
import { absentPrompter } from '../../../src/prompt/popup/absent-prompter.ts'
import { scriptedPrompter } from '../../../src/prompt/popup/scripted-prompter.ts'
import { absentVisitor } from '../../../src/prompt/settings/absent-visitor.ts'
import { scriptedVisitor } from '../../../src/prompt/settings/scripted-visitor.ts'
import { nodeSeal } from '../../../src/seal/node-seal.ts'
import { memoryStore } from '../../../src/store/memory-store.ts'
import { contentOf, type Driver, type Observation, type OpenDriver, optionsOf } from './driver.ts'

const appid = 'wx0123456789abcdef'
const nobody = absentPrompter('no-terminal')

/** Drives the emulator itself, with a memory store. */
export const emulatorDriver: OpenDriver = async given => {
  const store = memoryStore()
  let events: EmulatorEvent[] = []
  let user: User = 'nobody'
  const prompter: Prompter = {
    ask: question =>
      (user === 'nobody' ? nobody : scriptedPrompter({ general: user, otherwise: nobody })).ask(question),
  }
  const start = () => emulatorOver(store, given, prompter, event => events.push(event))
  const { catalogue } = editions[given.edition ?? 'guide']
  let emulator = start()
  await arrange(given)

  function arrange({ scopes = {}, layers = {} }: Pick<Given, 'scopes' | 'layers'>) {
    return emulator.arrangeAll({ scopes: arrangeEvents(scopes), layers: settingsOf(layers) })
  }

  return {
    async use(action, stepUser) {
      events = []
      user = stepUser
      return observation(await perform(emulator, action), events)
    },
    async upkeep(action) {
      switch (action.do) {
        case 'restart':
          emulator = start()
          return
        case 'set':
          await arrange({ scopes: action.states, layers: action.layers ?? {} })
          return
        case 'reset':
          if (action.scopes === undefined) await emulator.forgetAll()
          else await emulator.arrange(action.scopes.map(forgetEvent))
          return
        case 'wait':
        // Without a pause of the sheet, nothing depends on the time.
      }
    },
    list: async () => listOf(catalogue, Object.fromEntries(emulator.states())),
    states: async () => Object.fromEntries(emulator.states()),
    layers: async () => {
      const profile = store.read()
      const keys = Object.keys(layerStates).filter(isLayer)
      return Object.fromEntries(keys.map(layer => [layer, layerStateOf(profile, appid, layer)]))
    },
    close: () => undefined,
  } satisfies Driver
}

const editions = {
  guide: { catalogue: guideCatalogue },
  today: { catalogue: todayCatalogue, layers: todayLayers },
} as const

function emulatorOver(
  store: ProfileStore,
  given: Given,
  prompter: Prompter,
  observe: (event: EmulatorEvent) => void,
): Emulator {
  const { edition = 'guide', platform } = given
  const {
    usage: purpose = usage,
    requiredPrivateInfos = usualPrivateInfos,
    requiredBackgroundModes = usualBackgroundModes,
  } = given
  const purposes = purpose === null ? {} : { 'scope.userLocation': purpose }
  const declares = { requiredPrivateInfos, requiredBackgroundModes }
  return createEmulator({
    ...editions[edition],
    app: { appid, name: appName, purposes, declares },
    platform,
    store,
    prompter,
    observe,
    seal: nodeSeal,
    now: () => new Date(),
    makers: { Object, Array },
  })
}

function perform(
  emulator: Emulator,
  action: Use,
): Outcome | SettingsOutcome | Promise<Outcome | SettingsOutcome> {
  switch (action.do) {
    case 'call':
      return emulator.call(action.api, optionsOf(action))
    case 'authorize':
      return emulator.authorize({ scope: action.scope })
    case 'getSetting':
      return emulator.getSetting()
    case 'privacy':
      return callPrivacy(emulator, action.api)
    case 'record':
      return emulator.startRecorder()
    case 'tapGetUserInfo':
      return emulator.tapGetUserInfo()
    case 'openSetting':
    case 'tapOpenSetting':
      return emulator.openSetting(visitorFor(action))
  }
}

function callPrivacy({ layerApis }: Emulator, api: PrivacyApi): Outcome | Promise<Outcome> {
  if (layerApis === undefined) throw new Error(`The edition has no ${api}`)
  switch (api) {
    case 'wx.getPrivacySetting':
      return layerApis.getPrivacySetting()
    case 'wx.requirePrivacyAuthorize':
      return layerApis.requirePrivacyAuthorize()
    case 'wx.openPrivacyContract':
      return layerApis.openPrivacyContract()
  }
}

function visitorFor({ enable = [], disable = [] }: Moves) {
  const moves = [
    ...enable.map(scope => ({ scope, on: true })),
    ...disable.map(scope => ({ scope, on: false })),
  ]
  return moves.length === 0 ? absentVisitor('no-terminal') : scriptedVisitor(moves)
}

function observation(outcome: Outcome | SettingsOutcome, events: readonly EmulatorEvent[]): Observation {
  const { callback, result, popup, popups, scope } = outcome
  const contents = events.flatMap(event => (event.type === 'asked' ? [contentOf(event.question)] : []))
  const missing = 'missing' in outcome ? outcome.missing : []
  return { callback, result, popup, popups, scope, contents, missing }
}

function arrangeEvents(states: States): readonly (readonly [ScopeName, ScopeEvent])[] {
  const entries = Object.entries(states) as [ScopeName, ScopeState][]
  return entries.map(([scope, state]) => [scope, { type: 'arranged', state }])
}

function settingsOf(layers: LayerStates): readonly LayerSetting[] {
  return Object.entries(layers).map(([layer, state]) => ({ layer, state }) as LayerSetting)
}

function forgetEvent(scope: ScopeName): readonly [ScopeName, ScopeEvent] {
  return [scope, { type: 'forgotten' }]
}
