import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import type { ScopeName } from '../../src/catalogue/names.ts'
import type { EmulatorOptions } from '../../src/emulator/emulator.ts'
import type { MiniProgram } from '../../src/emulator/ports.ts'
import { todayLayers } from '../../src/emulator/today.ts'
import type { LayerSetting } from '../../src/machine/layer-states.ts'
import type { Outcome } from '../../src/machine/outcome.ts'
import type { Answer, ScopeState } from '../../src/machine/state.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { memoryStore } from '../../src/store/memory-store.ts'
import { app, nobody, type World, world } from './world.ts'

/** A Mini Program that declares everything but the fuzzy location. */
export const declaringApp: MiniProgram = {
  ...app,
  declares: {
    requiredPrivateInfos: [
      'getLocation',
      'onLocationChange',
      'startLocationUpdate',
      'startLocationUpdateBackground',
      'chooseLocation',
      'choosePoi',
      'chooseAddress',
    ],
    requiredBackgroundModes: ['location'],
  },
}

/** The same world in today's edition. */
export function today(parts: Partial<EmulatorOptions> = {}): World {
  return world({ app: declaringApp, catalogue: todayCatalogue, layers: todayLayers, ...parts })
}

export type Answers = Readonly<Partial<Record<ScopeName | 'privacy', Answer>>>

export interface Given {
  readonly scopes?: Readonly<Partial<Record<ScopeName, ScopeState>>>
  readonly layers?: readonly LayerSetting[]
  readonly answers?: Answers
}

/** A world where this was arranged, and where a script answers. */
export async function given(
  { scopes = {}, layers = [], answers = {} }: Given,
  parts: Partial<EmulatorOptions> = {},
): Promise<World> {
  const store = memoryStore()
  const events = Object.entries(scopes) as [ScopeName, ScopeState][]
  await today({ store }).emulator.arrangeAll({
    scopes: events.map(([scope, state]) => [scope, { type: 'arranged', state }]),
    layers,
  })
  const prompter = scriptedPrompter({ perScope: answers, otherwise: nobody })
  return today({ store, prompter, ...parts })
}

/** `scope.camera accept`, `privacy reject` */
export const popupsOf = ({ popups }: Pick<Outcome, 'popups'>): readonly string[] =>
  popups.map(({ scope, answer }) => `${scope ?? 'privacy'} ${answer}`)
