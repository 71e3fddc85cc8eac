import { expect } from 'vitest'
import { stepText } from '../../src/guide/in-words.ts'
import {
  type Expected,
  isList,
  isUpkeep,
  type Row,
  type States,
  type Step,
} from '../../src/guide/sentence.ts'
import type { ApiResult } from '../../src/machine/outcome.ts'
import type { Driver, Observation, OpenDriver } from './drivers/driver.ts'
import { scopeList } from './scope-list.ts'

/** Runs a row through a driver, and checks the states of all scopes after each step. */
export async function runRow(open: OpenDriver, { given, steps }: Row): Promise<void> {
  const driver = await open(given)
  try {
    let states = complete(given.scopes ?? {})
    expect(complete(await driver.states()), 'given').toEqual(states)
    for (const [index, step] of steps.entries()) {
      const place = `step ${index + 1}: ${stepText(step)}`
      await take(driver, step, place)
      states = { ...states, ...('after' in step.expected ? step.expected.after : {}) }
      expect(complete(await driver.states()), `states after ${place}`).toEqual(states)
    }
  } finally {
    driver.close()
  }
}

async function take(driver: Driver, step: Step, place: string): Promise<void> {
  if (isList(step)) return expect(await driver.list(), place).toEqual(step.expected.lists)
  if (isUpkeep(step)) return driver.upkeep(step.when)
  const observation = await driver.use(step.when, step.user ?? 'nobody')
  expect(facts(observation), place).toEqual(expectation(step.expected, observation))
}

function facts({ result, missing, ...rest }: Observation) {
  const payload: Partial<ApiResult> = { ...result }
  return {
    ...rest,
    errMsg: payload.errMsg ?? null,
    carries: Object.keys(payload)
      .filter(key => key !== 'errMsg')
      .sort(),
    authSetting: payload.authSetting,
    missing,
  }
}

/** The expected facts, without those that the driver cannot observe. */
function expectation(expected: Expected, { popups, scope }: Observation) {
  const { callback, errMsg, popup, carries = [], authSetting, missing = [] } = expected
  return {
    callback,
    errMsg,
    popup,
    carries: [...carries].sort(),
    authSetting,
    missing,
    ...(popups === undefined ? {} : { popups: expected.asks === undefined ? [] : [expected.asks] }),
    ...(scope === undefined ? {} : { scope: expected.scope ?? null }),
  }
}

function complete(states: States): States {
  return Object.fromEntries(scopeList.map(({ scope }) => [scope, states[scope] ?? 'undecided']))
}
