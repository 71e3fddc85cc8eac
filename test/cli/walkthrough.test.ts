import { describe, expect, test } from 'vitest'
import { errorOf, inWorld, profileWith, snapshot } from '../support/cli-world.ts'
import { onTerminal } from '../support/terminal-cli.ts'

interface Document {
  readonly api: string | null
  readonly scope: string | null
  readonly steps: readonly {
    readonly id: string
    readonly title: string
    readonly lesson: string
    readonly user: { readonly popup: { readonly purpose: string | null; readonly answer: string } | null }
    readonly received: { readonly by: string; readonly result: { readonly errMsg?: string } } | null
  }[]
  readonly profile: string
  readonly appid: string
}

describe('Off a terminal', () => {
  test('flags play it, and print a transcript that is the same at each run', () =>
    inWorld(async world => {
      const first = await world.run('walkthrough scope.record --reject')
      expect(first.code).toBe(0)
      expect(first.stdout).toContain('wx.startRecord asks for scope.record')
      expect(first.stdout).toContain('"errMsg": "startRecord:fail auth deny"')
      expect(first.stdout).toContain('6. The user deletes the Mini Program and comes back')
      expect((await world.run('walkthrough wx.startRecord --answer scope.record=reject')).stdout).toBe(
        first.stdout,
      )
    }))

  test.each([
    ['--accept', 'accept', undefined],
    ['--reject', 'reject', 'getLocation:fail auth deny'],
    ['--dismiss', 'dismiss', 'getLocation:fail auth canceled'],
  ])('with %s, the JSON has the steps of that way', (flag, answer, failure) =>
    inWorld(async world => {
      const document = await world.json<Document>(`walkthrough getLocation ${flag}`)
      expect(document).toMatchObject({
        api: 'wx.getLocation',
        scope: 'scope.userLocation',
        profile: 'default',
        appid: 'touristappid',
      })
      const ask = document.steps.find(({ id }) => id === 'ask')
      expect(ask?.user.popup?.answer).toBe(answer)
      expect(ask?.received?.result.errMsg).toBe(failure ?? 'getLocation:ok')
    }),
  )

  test('a scope stands for its first API, and camera is the component', () =>
    inWorld(async world => {
      const album = await world.json<Document>('walkthrough scope.writePhotosAlbum --accept')
      expect(album.api).toBe('wx.saveImageToPhotosAlbum')
      const camera = await world.json<Document>('walkthrough camera --reject')
      expect(camera.steps[1]?.received).toMatchObject({ by: 'binderror' })
    }))

  test('it neither changes the profile nor creates one', () =>
    inWorld(async world => {
      await world.run('walkthrough camera --accept')
      expect(snapshot(world.home)).toBeUndefined()
      world.write('profiles/default.json', profileWith({ 'scope.camera': 'rejected' }))
      const before = snapshot(world.home)
      const { stdout, stderr } = await world.run('walkthrough camera --accept')
      expect(stderr).toContain(
        'In your profile, scope.camera is rejected. The walkthrough begins with it undecided.',
      )
      expect(stdout).toContain('the user taps Allow')
      expect(snapshot(world.home)).toEqual(before)
    }))

  test('it uses the Mini Program, and points at what its app.json lacks', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx0123456789abcdef', projectname: 'Near' })
      const path = world.write('work/app.json', {})
      const lacking = await world.json<Document>('walkthrough wx.getLocation --accept')
      expect(lacking.appid).toBe('wx0123456789abcdef')
      expect(lacking.steps[1]?.lesson).toContain(`${path} has no description`)
      world.write('work/app.json', { permission: { 'scope.userLocation': { desc: 'To find a café' } } })
      const declared = await world.json<Document>('walkthrough wx.getLocation --accept')
      expect(declared.steps[1]?.lesson).toContain('"Near" has a description')
      expect(declared.steps[2]?.user.popup?.purpose).toBe('To find a café')
    }))

  test.each([
    ['walkthrough', 'wxauth walkthrough wx.getLocation --reject'],
    ['walkthrough camera', 'wxauth walkthrough camera --reject'],
    ['walkthrough camera --no-input', 'wxauth walkthrough camera --reject'],
    ['walkthrough camera --answer scope.record=accept', 'wxauth walkthrough camera --reject'],
  ])('%s exits with 3, and names what would have answered', (args, command) =>
    inWorld(async world => {
      const run = await world.run(`${args} --json`)
      expect(run.code).toBe(3)
      expect(errorOf(run)).toMatchObject({
        code: 'ERR_UNANSWERED',
        hint: expect.stringContaining(command),
      })
    }),
  )

  test.each([
    ['walkthrough scope.userlocation', 'ERR_UNKNOWN_SCOPE', 'scope.userLocation'],
    ['walkthrough getlocation', 'ERR_UNKNOWN_API', 'wx.getLocation'],
    ['walkthrough userLocation', 'ERR_UNKNOWN_API', 'wx.getLocation'],
    ['walkthrough wx.login', 'ERR_UNGUARDED_API', 'list-scopes'],
    ['walkthrough --reject', 'ERR_MISSING_ARGUMENT', 'wxauth walkthrough --help'],
    ['walkthrough camera --accept --reject', 'ERR_CONFLICTING_FLAGS', ''],
    ['walkthrough camera --answer scope.camera=maybe', 'ERR_UNKNOWN_ANSWER', ''],
  ])('%s exits with 2: %s', (args, code, hint) =>
    inWorld(async world => {
      const run = await world.run(`${args} --json`)
      expect(run).toMatchObject({ code: 2, stdout: '' })
      expect(errorOf(run)).toMatchObject({ code, hint: expect.stringContaining(hint) })
    }),
  )

  test('an answer for another scope is said to have no effect', () =>
    inWorld(async world => {
      const { stderr } = await world.run('walkthrough camera --reject --answer scope.record=accept')
      expect(stderr).toContain('--answer scope.record=accept had no effect')
    }))

  test('a profile that cannot be used is 4', () =>
    inWorld(async world => {
      world.write('profiles/default.json', '{')
      expect((await world.run('walkthrough camera --reject')).code).toBe(4)
    }))
})

describe('On a terminal', () => {
  test.concurrent('a person chooses, answers, goes on and leaves; the profile stays as it is', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'walkthrough')
      await terminal.waitFor('wx.getUserInfo')
      await terminal.press('k')
      await terminal.press('\r')
      await terminal.waitFor('Before you ask')
      await terminal.waitForNext('Leave')
      await terminal.press('q')
      const { code, screen } = await terminal.end
      expect(code).toBe(0)
      expect(screen).toContain('wx.getUserInfo asks for scope.userInfo')
      expect(snapshot(world.home)).toBeUndefined()
    }))

  test.concurrent('what was seen goes to stdout where that is a file', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'walkthrough camera --json', { stdoutToFile: true })
      await terminal.waitFor('Leave')
      await terminal.press('n')
      await terminal.waitFor('Allow')
      await terminal.press('r')
      // A key that is pressed before the menu is there does not count.
      await terminal.waitForNext('Leave')
      await terminal.press('q')
      const { code, stdout } = await terminal.end
      expect(code).toBe(0)
      const { steps } = JSON.parse(stdout) as Document
      expect(steps.map(({ id }) => id)).toEqual(['prepare', 'ask'])
      expect(snapshot(world.home)).toBeUndefined()
    }))

  test.concurrent.each([
    ['Ctrl-C', '\u0003', 130],
    ['Ctrl-D', '\u0004', 3],
  ])('%s at a step ends it with %s', (_, key, expected) =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'walkthrough camera')
      await terminal.waitFor('Leave')
      await terminal.press(key)
      expect((await terminal.end).code).toBe(expected)
    }),
  )

  test.concurrent('a terminal that is closed ends it with 129', () =>
    inWorld(async world => {
      const terminal = onTerminal(world, 'walkthrough camera')
      await terminal.waitFor('Leave')
      terminal.signal('SIGHUP')
      expect((await terminal.end).code).toBe(129)
    }))
})
