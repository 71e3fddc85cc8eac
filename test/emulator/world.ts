import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { ScopeName } from '../../src/catalogue/names.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/emulator.ts'
import type { EmulatorEvent } from '../../src/emulator/events.ts'
import type { ProfileStore, Prompter, Question, Unanswered } from '../../src/emulator/ports.ts'
import type { Answer, ScopeState } from '../../src/machine/state.ts'
import { absentPrompter } from '../../src/prompt/popup/absent-prompter.ts'
import { nodeSeal } from '../../src/seal/node-seal.ts'
import { memoryStore } from '../../src/store/memory-store.ts'

export const appid = 'wx0123456789abcdef'
export const app = { appid, name: 'Shops', purposes: { 'scope.userLocation': 'To show shops' } }
export const now = '2026-01-31T08:00:00.000Z'
export const nobody = absentPrompter('no-terminal')

export interface World {
  readonly emulator: Emulator
  readonly store: ProfileStore
  /** The events since the last call of this function. */
  events(): readonly EmulatorEvent[]
}

/** An emulator over a store in memory, of a Mini Program that declares a usage description. */
export function world(parts: Partial<EmulatorOptions> = {}): World {
  const store = parts.store ?? memoryStore()
  let log: EmulatorEvent[] = []
  const emulator = createEmulator({
    app,
    catalogue: guideCatalogue,
    makers: { Object, Array },
    prompter: nobody,
    seal: nodeSeal,
    now: () => new Date(now),
    observe: event => log.push(event),
    ...parts,
    store,
  })
  return {
    emulator,
    store,
    events() {
      const events = log
      log = []
      return events
    },
  }
}

/** Puts a scope into a state as another process would: through another emulator of the same profile. */
export async function decideElsewhere(
  store: ProfileStore,
  scope: ScopeName,
  state: ScopeState,
): Promise<void> {
  await world({ store }).emulator.arrange([[scope, { type: 'arranged', state }]])
}

/** A popup that is open. */
export interface Popup {
  readonly question: Question
  answer(answer: Answer | Unanswered): void
  fail(error: unknown): void
}

/** Leaves each popup open until the test answers it. */
export function heldPrompter(): Prompter & { popup(): Promise<Popup>; readonly waiting: readonly Popup[] } {
  const waiting: Popup[] = []
  const watchers: ((popup: Popup) => void)[] = []
  return {
    waiting,
    ask: question =>
      new Promise((resolve, reject) => {
        if (question.kind !== 'scope') return reject(new Error('The guide has no other popup.'))
        const popup: Popup = {
          question,
          answer: answer => resolve(typeof answer === 'string' ? { answer } : answer),
          fail: reject,
        }
        const watcher = watchers.shift()
        if (watcher === undefined) waiting.push(popup)
        else watcher(popup)
      }),
    popup: () =>
      new Promise(resolve => {
        const popup = waiting.shift()
        if (popup === undefined) watchers.push(resolve)
        else resolve(popup)
      }),
  }
}

/** Waits long enough for everything that needs no answer. */
export const turns = () => new Promise(resolve => setTimeout(resolve, 5))
