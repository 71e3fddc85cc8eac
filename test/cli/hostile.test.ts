import { describe, expect, test } from 'vitest'
import { errorOf, inWorld } from '../support/cli-world.ts'
import { documentOf, type Run } from '../support/run-cli.ts'

/** Sets a title, clears the screen; a C1 introducer, a right-to-left override, a line separator. */
const evil = '\u001b]0;x\u0007\u001b[2J\u009b31m\u202e\u2066\u2028\u007f\u200b'
/** The same as JSON escapes. */
const asEscapes = JSON.stringify(evil).slice(1, -1)

/** Any character, except for our own line breaks, that acts on a terminal or is invisible. */
const unsafe = /[^\P{C}\n]|\p{Zl}|\p{Zp}/u

function expectSafe({ stdout, stderr }: Pick<Run, 'stdout' | 'stderr'>) {
  expect(stdout).not.toMatch(unsafe)
  expect(stderr).not.toMatch(unsafe)
}

describe('hostile text in arguments', () => {
  const rows: readonly (readonly string[])[] = [
    [evil],
    [`--${evil}`],
    ['profile', evil],
    ['call', `wx.${evil}`],
    ['call', 'camera', evil, '--accept'],
    ['call', 'camera', `@${evil}`, '--accept'],
    ['call', 'camera', '{}', evil],
    ['call', 'camera', '--accept', '--reply', `{"errMsg":"${asEscapes}"}`],
    ['call', 'camera', '--accept', '--reply', `@${evil}`],
    ['call', 'camera', '--accept', `--${evil}=1`],
    ['call', 'camera', '--expect', evil],
    ['call', 'camera', '--answer', `${evil}=accept`],
    ['call', 'camera', '--answer', `scope.camera=${evil}`],
    ['call', 'camera', '--answer', evil],
    ['authorize', `scope.${evil}`],
    ['open-setting', '--enable', evil],
    ['tap', evil],
    ['reset', evil],
    ['set', `scope.camera=${evil}`],
    ['set', `${evil}=accepted`],
    ['set', evil],
    ['get-setting', '--profile', evil],
    ['get-setting', '--project', evil],
    ['profile', 'remove', evil],
    ['profile', 'remove', '--', evil],
  ]
  test.concurrent.each(rows)('reaches the terminal only escaped: %j %j %j %j %j', (...args) =>
    inWorld(async world => {
      const words = args.filter(word => word !== undefined)
      const run = await world.run(words)
      expect(run).toMatchObject({ code: 2, stdout: '' })
      expectSafe(run)
      // The error still has the text, escaped.
      expect(run.stderr).toContain('\\u{202e}')
    }),
  )

  test.concurrent.each(rows.slice(0, 5))(
    'is escaped in the error of --json and in its stack: %j %j %j %j',
    (...args) =>
      inWorld(async world => {
        const words = args.filter(word => word !== undefined)
        const run = await world.run(['--json', '--verbose', ...words])
        expect(run).toMatchObject({ code: 2, stdout: '' })
        expectSafe(run)
        expect(errorOf(run).message).toContain('\\u{202e}')
      }),
  )

  test.concurrent('is escaped after help', () =>
    inWorld(async world => {
      const run = await world.run(['help', evil])
      expectSafe(run)
      expect(run).toMatchObject({ code: 2, stdout: '' })
    }))
})

describe('hostile text in files', () => {
  test.concurrent('is escaped in a Mini Program’s name and description', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx1', projectname: evil })
      const purpose = { permission: { 'scope.userLocation': { desc: evil.repeat(4) } } }
      world.write('work/app.json', purpose)
      for (const args of [
        'call getLocation --accept --verbose',
        'profile list',
        'profile list --json',
        'reset',
      ]) {
        const run = await world.run(args)
        expect(run.code).toBe(0)
        expectSafe(run)
      }
      const [profile] = await world.json<readonly { readonly apps: object }[]>('profile list')
      expect(profile?.apps).toEqual({ wx1: { name: evil, scopes: {} } })
    }))

  const decision = { state: 'accepted', at: '2026-01-31', by: 'popup' }
  const profileOf = (appid: string) => ({
    version: 1,
    apps: { [appid]: { name: evil, scopes: { [evil]: decision } } },
  })

  test.concurrent('is escaped in the names of Mini Programs and scopes of a profile', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileOf('wx1'))
      expectSafe(await world.run('profile list'))
    }))

  test.concurrent('is escaped in the appids of a profile', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileOf(evil))
      expectSafe(await world.run('profile list'))
    }))

  test.concurrent('has the same value in --json, escaped', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileOf(evil))
      const run = await world.run('profile list --json')
      expectSafe(run)
      expect(documentOf<readonly { readonly apps: unknown }[]>(run)[0]?.apps).toEqual({
        [evil]: { name: evil, scopes: { [evil]: 'accepted' } },
      })
    }))

  const profiles = [
    { version: evil, apps: {} },
    { version: 1, apps: { [evil]: 5 } },
    { version: 1, apps: { wx1: { name: 'x', scopes: { [evil]: { state: evil } } } } },
  ]
  test.concurrent.each(profiles)('is escaped in the error for an unusable profile: %j', content =>
    inWorld(async world => {
      world.write('profiles/default.json', content)
      for (const args of ['get-setting', 'get-setting --json --verbose']) {
        const run = await world.run(args)
        expect(run).toMatchObject({ code: 4, stdout: '' })
        expectSafe(run)
      }
    }),
  )

  test.concurrent('is complete in a reply, escaped', () =>
    inWorld(async world => {
      world.write('work/reply.json', { text: evil, lone: '\ud800', [evil]: [evil] })
      for (const args of [
        'call camera --accept --reply @reply.json',
        'call camera --reply @reply.json --json',
      ]) {
        const run = await world.run(args)
        expectSafe(run)
        const json = args.endsWith('--json') ? documentOf<{ result: unknown }>(run).result : run.stdout
        const result = typeof json === 'string' ? JSON.parse(json.slice(json.indexOf('{'))) : json
        if (!args.endsWith('--json')) expect(result).toHaveProperty('text', evil)
        else expect(documentOf(run)).not.toHaveProperty('text')
      }
      const { result } = await world.json('call camera --accept --reply @reply.json')
      expect(result).toEqual({ errMsg: 'insertCamera:ok', text: evil, lone: '\ud800', [evil]: [evil] })
    }))

  test.concurrent('is escaped in the note about a bad appid', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: evil })
      const run = await world.run('get-setting')
      expect(run.stderr).toContain('touristappid')
      expectSafe(run)
    }))

  test.concurrent('is escaped in the name of the working directory', () =>
    inWorld(async world => {
      const folder = `odd${evil.replaceAll('/', '')}`
      world.write(`${folder}/empty`, '')
      const cwd = `${world.directory}/${folder}`
      const env = { WXAUTH_HOME: 'here' }
      for (const args of [
        'list-scopes',
        'call camera --accept --verbose',
        'profile list',
        'profile path --json',
      ]) {
        const run = await world.run(args, { cwd, env })
        expect(run.code).toBe(0)
        expectSafe(run)
      }
      world.write(`${folder}/project.config.json`, '{')
      expectSafe(await world.run('list-scopes', { cwd, env }))
    }))

  test.concurrent('is escaped in the name of a folder without profiles', () =>
    inWorld(async world => {
      expectSafe(await world.run('profile list', { env: { WXAUTH_HOME: `no${evil}` } }))
    }))
})
