import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { errorOf, inWorld, type World } from '../support/cli-world.ts'
import { bin, spawnCli } from '../support/spawn-cli.ts'

/** A user id without an entry in passwd, as of `docker run --user 12345`. Only root can take another one. */
const uid = 12345
const asRoot = test.runIf(process.getuid?.() === 0).concurrent

/** A first use of each command, in this order, and its exit code. */
const commands: readonly (readonly [args: string, code: number])[] = [
  ['list-scopes', 0],
  ['get-setting', 0],
  ['set scope.camera=accepted', 0],
  ['call wx.getLocation --reject', 1],
  ['call wx.chooseAddress --accept --json', 0],
  ['authorize scope.record --accept', 0],
  ['tap getUserInfo --accept', 0],
  ['open-setting --disable scope.camera', 0],
  ['reset scope.record', 0],
  ['call startRecord', 3],
  ['profile path', 0],
  ['profile list', 0],
  ['profile remove default', 0],
]

type Env = Readonly<Record<string, string | undefined>>

function runAs(world: World, args: string, env: Env, entry = bin) {
  for (const folder of [world.directory, world.cwd]) chmodSync(folder, 0o777)
  const stdio = ['ignore', 'pipe', 'pipe'] as const
  return spawnCli({ world, args: args.split(' '), uid, env, entry, stdio: [...stdio] })
}

asRoot.each<readonly [has: string, env: (world: World) => Env]>([
  ['$WXAUTH_HOME', () => ({ HOME: undefined })],
  ['$WXAUTH_HOME and an empty $HOME', () => ({ HOME: '' })],
  ['$WXAUTH_HOME, and / as $HOME', () => ({ HOME: '/' })],
  ['$XDG_CONFIG_HOME', ({ home }) => ({ HOME: undefined, WXAUTH_HOME: undefined, XDG_CONFIG_HOME: home })],
  ['$HOME', ({ home }) => ({ HOME: home, WXAUTH_HOME: undefined })],
])('a user without an entry in passwd can run every command with %s', (_, environment) =>
  inWorld(async world => {
    for (const [args, code] of commands) {
      const run = await runAs(world, args, environment(world))
      expect({ args, code: run.code, stderr: run.stderr }).toEqual({ args, code, stderr: run.stderr })
    }
  }),
)

asRoot.each([{ HOME: undefined }, { HOME: '' }])(
  'ERR_NO_HOME: without any folder, with %j, each command that needs a profile is exit code 4',
  env =>
    inWorld(async world => {
      await Promise.all(
        commands.map(async ([args]) => {
          const run = await runAs(world, `${args} --json`, { ...env, WXAUTH_HOME: undefined })
          expect({ args, code: run.code, stdout: run.stdout }).toEqual({ args, code: 4, stdout: '' })
          expect(errorOf(run)).toMatchObject({
            code: 'ERR_NO_HOME',
            hint: expect.stringContaining('$WXAUTH_HOME'),
          })
        }),
      )
      for (const args of ['--version', '--help', 'completion bash', 'complete -- call'])
        expect(await runAs(world, args, { ...env, WXAUTH_HOME: undefined })).toMatchObject({ code: 0 })
    }),
)

asRoot.each([
  { env: { HOME: undefined }, says: 'getSetting:ok' },
  { env: { HOME: undefined, WXAUTH_HOME: undefined }, says: 'ERR_NO_HOME' },
])('the library says $says for such a user with a profile and $env', ({ env, says }) =>
  inWorld(async world => {
    const library = join(bin, '../../dist/index.cjs')
    const script = `const { createWxAuth } = require(${JSON.stringify(library)})
      const { wx, auth } = createWxAuth({ profile: 'default' })
      auth.set('scope.camera', 'accepted').then(() => wx.getSetting()).then(
        ({ errMsg }) => console.log(errMsg),
        ({ code }) => console.log(code))`
    const run = await runAs(world, '', env, world.write('use.cjs', script))
    expect(run).toMatchObject({ stdout: `${says}\n`, code: 0 })
  }),
)
