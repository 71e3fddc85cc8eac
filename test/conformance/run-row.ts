import { expect } from 'vitest'
import type { EditionName } from '../../src/catalogue/edition-names.ts'
import { stepText } from '../../src/guide/in-words.ts'
import {
  type Expected,
  isList,
  isUpkeep,
  type LayerStates,
  type Popup,
  type Row,
  type States,
  type Step,
} from '../../src/guide/sentence.ts'
import type { ApiResult, PopupShown } from '../../src/machine/outcome.ts'
import type { Driver, Observation, OpenDriver } from './drivers/driver.ts'
import { scopeList } from './scope-list.ts'
import { todayScopes } from './today-list.ts'

/** Runs a row through a driver, and checks the states of all scopes after each step. */
export async function runRow(open: OpenDriver, { given, steps }: Row): Promise<void> {
  const driver = await open(given)
  try {
    const complete = completeIn(given.edition ?? 'guide')
    let states = complete(given.scopes ?? {})
    let layers = allLayers(given.layers ?? {})
    expect(complete(await driver.states()), 'given').toEqual(states)
    expect(allLayers(await driver.layers()), 'given').toEqual(layers)
    for (const [index, step] of steps.entries()) {
      const place = `step ${index + 1}: ${stepText(step)}`
      await take(driver, step, place)
      states = { ...states, ...('after' in step.expected ? step.expected.after : {}) }
      layers = { ...layers, ...('layers' in step.expected ? step.expected.layers : {}) }
      expect(complete(await driver.states()), `states after ${place}`).toEqual(states)
      expect(allLayers(await driver.layers()), `layers after ${place}`).toEqual(layers)
    }
  } finally {
    driver.close()
  }
}

/** Whether a row uses the recorder, or an API of the privacy agreement, which only pages call. */
export const isOnlyForPages = ({ steps }: Row): boolean =>
  steps.some(({ when }) => when.do === 'privacy' || when.do === 'record')

async function take(driver: Driver, step: Step, place: string): Promise<void> {
  if (isList(step)) return expect(await driver.list(), place).toEqual(step.expected.lists)
  if (isUpkeep(step)) return driver.upkeep(step.when)
  const observation = await driver.use(step.when, step.user ?? 'nobody')
  expect(facts(observation), place).toEqual(expectation(step.expected, observation))
  if (step.expected.holds !== undefined) expect(observation.result, place).toMatchObject(step.expected.holds)
}

function facts({ result, missing, popups, ...rest }: Observation) {
  const { errMsg, errno, ...payload }: Partial<ApiResult> = { ...result }
  return {
    ...rest,
    ...(popups === undefined ? {} : { popups }),
    errMsg: errMsg ?? null,
    errno,
    carries: Object.keys(payload).sort(),
    authSetting: payload.authSetting,
    missing,
  }
}

/** The expected facts, without those that the driver cannot observe. */
function expectation(expected: Expected, { popups: shown, contents, scope }: Observation) {
  const { callback, errMsg, errno, popup, carries = [], authSetting, missing = [], popups = [] } = expected
  return {
    callback,
    errMsg,
    errno,
    popup,
    carries: [...carries].sort(),
    authSetting,
    missing,
    ...(shown === undefined ? {} : { popups: popups.map(answerOf) }),
    ...(contents === undefined ? {} : { contents: popups.map(({ answer: _, ...content }) => content) }),
    ...(scope === undefined ? {} : { scope: expected.scope ?? null }),
  }
}

const answerOf = ({ kind, scope, answer }: Popup): PopupShown => ({ kind, scope, answer })

const scopeLists = { guide: scopeList, today: todayScopes }

const completeIn =
  (edition: EditionName) =>
  (states: States): States =>
    Object.fromEntries(scopeLists[edition].map(({ scope }) => [scope, states[scope] ?? 'undecided']))

/** Every layer, as for a new user unless it says otherwise. */
function allLayers(layers: LayerStates): LayerStates {
  return { ...usualLayers, ...layers }
}

const usualLayers: LayerStates = {
  privacy: 'undecided',
  guideline: 'declared',
  'system.location': 'authorized',
  'system.camera': 'authorized',
  'system.microphone': 'authorized',
  'system.album': 'authorized',
  'system.bluetooth': 'authorized',
  'system.calendar': 'authorized',
}
