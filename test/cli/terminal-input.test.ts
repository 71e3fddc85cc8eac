import { describe, expect, test } from 'vitest'
import { errorOf, inWorld } from '../support/cli-world.ts'

/** A person at a terminal. What runs here must not show a popup. */
const person = { stdinIsTerminal: true, columns: 80 }

describe('- on a terminal', () => {
  test.concurrent.each([
    ['call wx.getLocation -', 'params', 'scope.userLocation'],
    ['call wx.getLocation - --answer scope.camera=accept', 'params', 'scope.userLocation'],
    ['call camera --reply -', 'reply', 'scope.camera'],
    ['tap getUserInfo --reply -', 'reply', 'scope.userInfo'],
  ])('is refused with the reason where a popup may be needed: wxauth %s', (args, input, scope) =>
    inWorld(async world => {
      const run = await world.run(`${args} --json`, { ...person, input: '{}' })
      expect(run).toMatchObject({ code: 2, stdout: '' })
      const { code, message, hint } = errorOf(run)
      expect(code).toBe('ERR_STDIN_TERMINAL')
      expect(message.toLowerCase()).toContain(`the ${input} cannot be read from stdin`)
      expect(message).toContain(`the popup for ${scope}`)
      expect(hint).toContain('@FILE')
      expect(() => world.profile()).toThrow()
    }),
  )

  test.concurrent.each([
    ['call wx.getLocation - --accept', {}, 0],
    ['call wx.getLocation - --answer scope.userLocation=reject', {}, 1],
    ['call camera --reply - --dismiss', {}, 1],
    ['call wx.getLocation - --no-input', {}, 3],
    ['call wx.getLocation -', { CI: 'true' }, 3],
  ] as const)('is read where no popup can be needed: wxauth %s with %o', (args, env, code) =>
    inWorld(async world => {
      expect(await world.run(args, { ...person, env, input: '{}' })).toMatchObject({ code })
    }),
  )

  test.concurrent('is read if stdin is no terminal', () =>
    inWorld(async world => {
      const run = await world.run('call wx.getLocation - --accept --json', { input: '{"type":"gcj02"}' })
      expect(run.code).toBe(0)
    }))
})
