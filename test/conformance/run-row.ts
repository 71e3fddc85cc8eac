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
import type { Driver, Observed, OpenDriver } from './drivers/driver.ts'
import { scopeList } from './scope-list.ts'

/** Lives through a row behind a door; after each step every scope has the state that the row says. */
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
  const seen = await driver.use(step.when, step.user ?? 'nobody')
  expect(facts(seen), place).toEqual(expectation(step.expected, seen))
}

function facts({ result, missing, ...seen }: Observed) {
  const payload: Partial<ApiResult> = { ...result }
  return {
    ...seen,
    errMsg: payload.errMsg ?? null,
    carries: Object.keys(payload)
      .filter(key => key !== 'errMsg')
      .sort(),
    authSetting: payload.authSetting,
    missing,
  }
}

/** Everything there is to see, and no more than shows at this door. */
function expectation(expected: Expected, { asked, scope }: Observed) {
  const { callback, errMsg, popup, carries = [], authSetting, missing = [] } = expected
  return {
    callback,
    errMsg,
    popup,
    carries: [...carries].sort(),
    authSetting,
    missing,
    ...(asked === undefined ? {} : { asked: expected.asks === undefined ? [] : [expected.asks] }),
    ...(scope === undefined ? {} : { scope: expected.scope ?? null }),
  }
}

function complete(states: States): States {
  return Object.fromEntries(scopeList.map(({ scope }) => [scope, states[scope] ?? 'undecided']))
}
