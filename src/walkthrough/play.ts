import type { Payload, Seal } from '../catalogue/api.ts'
import { createEmulator, type Emulator } from '../emulator/emulator.ts'
import type { EmulatorEvent } from '../emulator/events.ts'
import type { MiniProgram, Prompter, SettingsVisitor } from '../emulator/ports.ts'
import { guideSays } from '../guide/sentences.ts'
import type { Outcome, UnansweredWhy } from '../machine/outcome.ts'
import type { Profile } from '../machine/profile.ts'
import { memoryStore } from '../store/memory-store.ts'
import { codeOf } from './code.ts'
import type { Received, Seen, Visited, WalkthroughStep } from './step.ts'
import { type Position, stateAt, stepAfter, type Tour } from './tour.ts'
import { wordsOf } from './words.ts'

/** Who answers the popup and moves the switch: a person at the terminal, or a script. */
export interface Hands {
  readonly prompter: Prompter
  readonly visitor: SettingsVisitor
}

/** A step after it was played, and the point that follows; `undefined` at the end. */
export interface Played {
  readonly step: WalkthroughStep
  readonly next: Position | undefined
}

/** Nobody answered the popup, or nobody visited the settings page. */
export interface NotPlayed {
  readonly caller: string
  readonly why: UnansweredWhy
}

/** Plays one step against an emulator of its own, which starts from the profile of that point. */
export async function playStep(tour: Tour, position: Position, hands: Hands): Promise<Played | NotPlayed> {
  const { id } = position
  const scene = sceneOf(tour, position.profile, hands)
  const outcome = await act(tour, position, scene)
  if (outcome !== undefined && 'why' in outcome) return outcome
  const after = { ...position, profile: scene.profile() }
  const before = stateAt(tour, position)
  const state = stateAt(tour, after)
  const { popup, settings } = scene.seen()
  const words = wordsOf(tour, { id, before, after: state, answer: popup?.answer })
  const seen: Seen = { text: words.user, popup, settings }
  const next = stepAfter(tour, id, state)
  return {
    step: {
      id,
      title: words.title,
      guide: tour.texts.guide(words.guide, guideSays(words.guide)),
      user: seen,
      received: outcome ?? null,
      lesson: words.lesson,
      code: codeOf(tour, id, before === 'rejected'),
      more: words.more,
    },
    next: next === undefined ? undefined : { id: next, profile: after.profile },
  }
}

/** The emulator of one step, and what the user saw of it. */
interface Scene {
  readonly emulator: Emulator
  readonly visitor: SettingsVisitor
  /** The same Mini Program without a usage description. */
  readonly undescribed: () => Emulator
  profile(): Profile
  seen(): Pick<Seen, 'popup' | 'settings'>
}

// Nothing that a walkthrough shows may differ from run to run.
const seal: Seal = { sha1: async () => '…', encrypt: async () => ({ encryptedData: '…', iv: '…' }) }
const midnight = new Date(0)

function sceneOf({ app, catalogue }: Tour, profile: Profile, hands: Hands): Scene {
  const store = memoryStore(profile)
  let popup: Seen['popup'] = null
  let settings: Visited | null = null
  const observe = (event: EmulatorEvent) => {
    if (event.type !== 'answered') return
    const { question, answer } = event
    // The guide has no other popups.
    if (question.kind === 'scope') popup = { question, answer }
  }
  const emulatorOf = (app: MiniProgram) =>
    createEmulator({
      app,
      catalogue,
      store,
      prompter: hands.prompter,
      seal,
      now: () => midnight,
      makers: { Object, Array },
      observe,
    })
  return {
    emulator: emulatorOf(app),
    undescribed: () => emulatorOf({ ...app, purposes: {} }),
    visitor: {
      async visit(page) {
        const before = page.switches()
        const visit = await hands.visitor.visit(page)
        settings = { app: page.app, before, after: page.switches() }
        return visit
      },
    },
    profile: () => store.read(),
    seen: () => ({ popup, settings }),
  }
}

/** What the page or the user does in this step. @returns what the page receives */
async function act(
  tour: Tour,
  { id }: Position,
  { emulator, visitor, undescribed }: Scene,
): Promise<Received | NotPlayed | undefined> {
  const { api, scope, use, catalogue } = tour
  const params = catalogue.apiOf(api).sample ?? {}
  switch (id) {
    case 'prepare':
      return undefined
    case 'declare':
      return received(await undescribed().call(api, params))
    case 'authorize':
      return received(await emulator.authorize({ scope }))
    case 'ask':
    case 'ask-again':
    case 'tap-again':
      if (use === 'button') return ofButton(await emulator.tapGetUserInfo())
      return use === 'component'
        ? ofCamera(await emulator.call(api, params))
        : received(await emulator.call(api, params))
    case 'call-again':
    case 'call-after-settings': {
      const outcome = await emulator.call(api, params)
      return use === 'component' ? ofCamera(outcome) : received(outcome)
    }
    case 'open-settings':
      return received(await emulator.openSetting(visitor))
    case 'settings-by-hand': {
      const visit = await emulator.visitSettings(visitor)
      return 'unanswered' in visit ? { caller: 'wx.openSetting', why: visit.unanswered } : undefined
    }
    case 'reset':
      await emulator.arrange(catalogue.scopeNames.map(scope => [scope, { type: 'forgotten' }]))
      return received(emulator.getSetting())
    case 'not-recorded':
      return received(emulator.getSetting())
  }
}

function received(outcome: Outcome): Received | NotPlayed {
  const { api, callback, result, unanswered = 'no-terminal' } = outcome
  if (callback === null || result === null) return { caller: api, why: unanswered }
  return { from: api, by: callback, result: shortened(result) }
}

function ofButton(outcome: Outcome): Received | NotPlayed {
  const one = received(outcome)
  return 'why' in one ? one : { ...one, from: 'button', by: 'bindgetuserinfo' }
}

/** A camera that works has no `errMsg` in its event. */
function ofCamera(outcome: Outcome): Received | NotPlayed {
  const one = received(outcome)
  if ('why' in one) return one
  if (one.by === 'fail') return { ...one, by: 'binderror' }
  const { errMsg: _, ...detail } = one.result
  return { ...one, by: 'bindinitdone', result: detail }
}

/** Longer texts in a payload teach nothing; an `errMsg` does. */
const longest = 30

function shortened(payload: Payload): Payload {
  const short = Object.entries(payload).map(([key, value]) => [
    key,
    key === 'errMsg' ? value : shortValue(value),
  ])
  return Object.fromEntries(short)
}

function shortValue(value: unknown): unknown {
  if (typeof value === 'string' && value.length > longest) return `${value.slice(0, longest)}…`
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return shortened(value as Payload)
  return value
}

/** Whether a step was played. */
export function isPlayed(played: Played | NotPlayed): played is Played {
  return 'step' in played
}
