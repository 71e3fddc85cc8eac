import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import type { ScopeName } from '../../../src/catalogue/names.ts'
import { createEmulator, type Emulator } from '../../../src/emulator/emulator.ts'
import type { EmulatorEvent } from '../../../src/emulator/events.ts'
import type { ProfileStore, Prompter } from '../../../src/emulator/ports.ts'
import type { SettingsOutcome } from '../../../src/emulator/settings-apis.ts'
import {
  type Given,
  type Moves,
  type States,
  type Use,
  type User,
  usage,
} from '../../../src/guide/sentence.ts'
import type { Outcome } from '../../../src/machine/outcome.ts'
import type { ScopeEvent, ScopeState } from '../../../src/machine/state.ts'
import { absentPrompter } from '../../../src/prompt/popup/absent-prompter.ts'
import { scriptedPrompter } from '../../../src/prompt/popup/scripted-prompter.ts'
import { absentVisitor } from '../../../src/prompt/settings/absent-visitor.ts'
import { scriptedVisitor } from '../../../src/prompt/settings/scripted-visitor.ts'
import { nodeSeal } from '../../../src/seal/node-seal.ts'
import { memoryStore } from '../../../src/store/memory-store.ts'
import { type Driver, type Observation, type OpenDriver, samples } from './driver.ts'

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
  let emulator = start()
  if (given.scopes !== undefined) await emulator.arrange(arrangeEvents(given.scopes))

  return {
    async use(action, stepUser) {
      events = []
      user = stepUser
      return observation(await perform(emulator, action), events)
    },
    async upkeep(action) {
      if (action.do === 'restart') emulator = start()
      else if (action.do === 'set') await emulator.arrange(arrangeEvents(action.states))
      else
        await emulator.arrange((action.scopes ?? emulator.states().map(([scope]) => scope)).map(forgetEvent))
    },
    list: async () =>
      emulator.states().map(([scope, state]) => ({ state, ...guideCatalogue.rowOf(scope), scope })),
    states: async () => Object.fromEntries(emulator.states()),
    close: () => undefined,
  } satisfies Driver
}

function emulatorOver(
  store: ProfileStore,
  given: Given,
  prompter: Prompter,
  observe: (event: EmulatorEvent) => void,
): Emulator {
  const purpose = given.usage === undefined ? usage : given.usage
  const purposes = purpose === null ? {} : { 'scope.userLocation': purpose }
  const app = { appid: 'wx0123456789abcdef', name: 'Shops', purposes }
  return createEmulator({
    app,
    catalogue: guideCatalogue,
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
      return emulator.call(action.api, samples[action.api] ?? {})
    case 'authorize':
      return emulator.authorize({ scope: action.scope })
    case 'getSetting':
      return emulator.getSetting()
    case 'tapGetUserInfo':
      return emulator.tapGetUserInfo()
    case 'openSetting':
    case 'tapOpenSetting':
      return emulator.openSetting(visitorFor(action))
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
  const { callback, result, popup, scope } = outcome
  const questions = events.flatMap(event =>
    event.type === 'asked' && event.question.kind === 'scope' ? [event.question] : [],
  )
  return {
    callback,
    result,
    popup,
    scope,
    popups: questions.map(({ scope, description, purpose = null }) => ({ scope, description, purpose })),
    missing: 'missing' in outcome ? outcome.missing : [],
  }
}

function arrangeEvents(states: States): readonly (readonly [ScopeName, ScopeEvent])[] {
  const entries = Object.entries(states) as [ScopeName, ScopeState][]
  return entries.map(([scope, state]) => [scope, { type: 'arranged', state }])
}

function forgetEvent(scope: ScopeName): readonly [ScopeName, ScopeEvent] {
  return [scope, { type: 'forgotten' }]
}
