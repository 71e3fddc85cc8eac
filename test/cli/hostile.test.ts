import { describe, expect, test } from 'vitest'
import { errorOf, inWorld } from '../support/cli-world.ts'
import { documentOf, type Run } from '../support/run-cli.ts'

/** A title that is set, a screen that is cleared, a C1 introducer, a right-to-left override, a line separator. */
const evil = '\u001b]0;x\u0007\u001b[2J\u009b31m\u202e\u2066\u2028\u007f\u200b'
/** The same, as it can stand in an argument or a file's name. */
const asEscapes = JSON.stringify(evil).slice(1, -1)

/** Whatever acts on a terminal or cannot be seen; line breaks are ours, and all else is escaped. */
const raw = /[^\P{C}\n]|\p{Zl}|\p{Zp}/u

function expectTame({ stdout, stderr }: Pick<Run, 'stdout' | 'stderr'>) {
  expect(stdout).not.toMatch(raw)
  expect(stderr).not.toMatch(raw)
}

describe('what the caller typed', () => {
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
  test.concurrent.each(rows)('never reaches the terminal as it is: %j %j %j %j %j', (...args) =>
    inWorld(async world => {
      const words = args.filter(word => word !== undefined)
      const run = await world.run(words)
      expect(run).toMatchObject({ code: 2, stdout: '' })
      expectTame(run)
      // Nor is it left out: the error names it, escaped.
      expect(run.stderr).toContain('\\u{202e}')
    }),
  )

  test.concurrent.each(rows.slice(0, 5))(
    'is in the error of --json, escaped, and in its stack: %j %j %j %j',
    (...args) =>
      inWorld(async world => {
        const words = args.filter(word => word !== undefined)
        const run = await world.run(['--json', '--verbose', ...words])
        expect(run).toMatchObject({ code: 2, stdout: '' })
        expectTame(run)
        expect(errorOf(run).message).toContain('\u202e')
      }),
  )

  test.concurrent('after help neither', () =>
    inWorld(async world => {
      const run = await world.run(['help', evil])
      expectTame(run)
      expect(run).toMatchObject({ code: 2, stdout: '' })
    }))
})

describe('what files say', () => {
  test.concurrent('a Mini Program’s name and description never act on the terminal', () =>
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
        expectTame(run)
      }
      const [listed] = await world.json<readonly { readonly apps: object }[]>('profile list')
      expect(listed?.apps).toEqual({ wx1: { name: evil, scopes: {} } })
    }))

  const decision = { state: 'accepted', at: '2026-01-31', by: 'popup' }
  const named = (appid: string) => ({
    version: 1,
    apps: { [appid]: { name: evil, scopes: { [evil]: decision } } },
  })

  test.concurrent('the names of Mini Programs and scopes in a profile neither', () =>
    inWorld(async world => {
      world.write('profiles/default.json', named('wx1'))
      expectTame(await world.run('profile list'))
    }))

  test.concurrent('the appids in a profile neither', () =>
    inWorld(async world => {
      world.write('profiles/default.json', named(evil))
      expectTame(await world.run('profile list'))
    }))

  test.concurrent('in --json they are what they are, escaped', () =>
    inWorld(async world => {
      world.write('profiles/default.json', named(evil))
      const run = await world.run('profile list --json')
      expectTame(run)
      expect(documentOf<readonly { readonly apps: unknown }[]>(run)[0]?.apps).toEqual({
        [evil]: { name: evil, scopes: { [evil]: 'accepted' } },
      })
    }))

  const profiles = [
    { version: evil, apps: {} },
    { version: 1, apps: { [evil]: 5 } },
    { version: 1, apps: { wx1: { name: 'x', scopes: { [evil]: { state: evil } } } } },
  ]
  test.concurrent.each(profiles)('nor does a profile that is refused: %j', content =>
    inWorld(async world => {
      world.write('profiles/default.json', content)
      for (const args of ['get-setting', 'get-setting --json --verbose']) {
        const run = await world.run(args)
        expect(run).toMatchObject({ code: 4, stdout: '' })
        expectTame(run)
      }
    }),
  )

  test.concurrent('a reply is passed on to the last character, escaped', () =>
    inWorld(async world => {
      world.write('work/reply.json', { text: evil, lone: '\ud800', [evil]: [evil] })
      for (const args of [
        'call camera --accept --reply @reply.json',
        'call camera --reply @reply.json --json',
      ]) {
        const run = await world.run(args)
        expectTame(run)
        const json = args.endsWith('--json') ? documentOf<{ result: unknown }>(run).result : run.stdout
        const result = typeof json === 'string' ? JSON.parse(json.slice(json.indexOf('{'))) : json
        if (!args.endsWith('--json')) expect(result).toHaveProperty('text', evil)
        else expect(documentOf(run)).not.toHaveProperty('text')
      }
      const { result } = await world.json('call camera --accept --reply @reply.json')
      expect(result).toEqual({ errMsg: 'insertCamera:ok', text: evil, lone: '\ud800', [evil]: [evil] })
    }))

  test.concurrent('a bad appid is noted without acting on the terminal', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: evil })
      const run = await world.run('get-setting')
      expect(run.stderr).toContain('touristappid')
      expectTame(run)
    }))

  test.concurrent('the name of the folder that somebody works in neither', () =>
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
        expectTame(run)
      }
      world.write(`${folder}/project.config.json`, '{')
      expectTame(await world.run('list-scopes', { cwd, env }))
    }))

  test.concurrent('nor the name of the folder in which there are no profiles yet', () =>
    inWorld(async world => {
      expectTame(await world.run('profile list', { env: { WXAUTH_HOME: `no${evil}` } }))
    }))
})
