import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type * as library from '../../src/index.ts'
import type * as adapter from '../../src/simulate/index.ts'
import { loadInNewRealm } from './new-realm.ts'

const dist = join(import.meta.dirname, '../../dist')
const require = createRequire(import.meta.url)
const from = {
  import: (await import(join(dist, 'index.mjs'))) as typeof library,
  require: require(join(dist, 'index.cjs')) as typeof library,
  'another realm, as in Jest': loadInNewRealm(),
}
const simulate = {
  'import of wxauth/simulate': (await import(join(dist, 'simulate.mjs'))) as typeof adapter,
  'require of wxauth/simulate': require(join(dist, 'simulate.cjs')) as typeof adapter,
}

function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown')
}

const faults: readonly (readonly [string, unknown])[] = [
  ...Object.entries(from).map(
    ([way, { createWxAuth }]) =>
      [way, thrownBy(() => createWxAuth({ answers: 'yes' } as unknown as library.WxAuthOptions))] as const,
  ),
  ...Object.entries(simulate).map(
    ([way, { install }]) =>
      [way, thrownBy(() => install({} as unknown as Parameters<typeof install>[0]))] as const,
  ),
]

describe.each(Object.entries(from))('The WxauthError of %s', (_way, { WxauthError, createWxAuth }) => {
  test.each(faults)('knows a fault of %s', (_way, fault) => {
    expect(fault).toMatchObject({ name: 'WxauthError', code: expect.stringMatching(/^ERR_/) })
    expect(fault instanceof WxauthError).toBe(true)
  })

  test.each([undefined, null, 'WxauthError', new Error('ERR_INTERNAL'), { name: 'WxauthError' }, () => 0])(
    'does not know %s',
    value => expect(value instanceof WxauthError).toBe(false),
  )

  test('has subclasses, which only know their own instances', () => {
    class Own extends WxauthError {}
    const own = new Own('ERR_NO_HOME', {})
    expect([own instanceof Own, own instanceof WxauthError]).toEqual([true, true])
    for (const [, fault] of faults) expect(fault instanceof Own).toBe(false)
  })

  test('leaves a fault of another version of wxauth as it is', () => {
    const fault = thrownBy(() =>
      from.import.createWxAuth({ language: 'tlh' } as unknown as library.WxAuthOptions),
    )
    const text = { code: 'ERR_OF_TOMORROW', message: 'This is new.', hint: 'Read about it.' }
    const uncaught: unknown[] = []
    const onUncaught = (error: unknown) => uncaught.push(error)
    createWxAuth({ onUncaught }).auth.throwUncaught(Object.assign(fault as Error, text))
    expect(uncaught).toEqual([fault])
    expect(fault).toMatchObject(text)
  })
})
