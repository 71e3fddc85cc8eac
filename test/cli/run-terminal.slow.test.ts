import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { nearProgram } from '../support/near-program.ts'
import { openPane, type Pane, pause, whyNoPane } from '../support/pty-tmux.ts'
import { bin } from '../support/spawn-cli.ts'

const why = whyNoPane()
if (why !== undefined && process.env.CI !== undefined) throw new Error(why)

/** Presses keys one after the other, each when it counts, and waits for what follows. */
async function press(pane: Pane, keys: readonly string[], shown: string | RegExp) {
  for (const key of keys) {
    await pause(250)
    await pane.press(key)
  }
  await pane.shows(shown)
}

const down = (times: number) => [...Array.from({ length: times }, () => 'Down'), 'Enter']

async function onPane(
  args: string,
  work: (pane: Pane) => Promise<void>,
  columns = 90,
  program: Readonly<Record<string, string>> = nearProgram,
): Promise<void> {
  const pane = await openPane(columns, 50)
  try {
    for (const [file, text] of Object.entries(program)) {
      const path = join(pane.folder, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    await pane.line(`clear; WXAUTH_HOME=home '${process.execPath}' '${bin}' run ${args} > out; echo ended $?`)
    await work(pane)
  } finally {
    await pane.close()
  }
}

describe('A program on a real terminal', { timeout: 60_000, skip: why !== undefined }, () => {
  test('is tapped, refused, led to its settings page, and works then; q leaves', () =>
    onPane('', async pane => {
      await pane.shows('What does the user tap?')
      await pane.shows('[Show what is near]')
      await press(pane, down(1), 'Asked by')
      await press(pane, ['r'], 'a toast: "No location"')
      await pane.shows('❯ type into "Your name"')
      await press(pane, down(2), '❯ [off] Geographic location')
      await press(pane, ['Space'], '❯ [on ] Geographic location')
      await press(pane, ['Enter'], 'What does the user tap?')
      await press(pane, down(1), 'You are here')
      await press(pane, ['q'], 'ended 0')
      const out = readFileSync(join(pane.folder, 'out'), 'utf8')
      expect(out).toContain('received  "getLocation:fail auth deny"')
      expect(out).toContain('│ You are here')
      expect(existsSync(join(pane.folder, 'home'))).toBe(false)
    }))

  test('asks for texts, modals and sheets', () =>
    onPane(
      '',
      async pane => {
        await pane.shows('What does the user tap?')
        await press(pane, ['Enter'], /type into\s+"Your name"\?\s+>/)
        await pane.type('小明')
        await press(pane, ['Enter'], 'Hello 小明')
        await pane.shows('What does the user tap?')
        await press(pane, down(2), 'a modal: "Sure?" "Really"')
        await press(pane, down(1), '│ no')
        await press(pane, down(3), 'The program shows an action sheet:')
        await press(pane, down(1), '│ coffee')
        await press(pane, ['q'], 'ended 0')
      },
      40,
    ))

  test('goes back to the page before, which is shown again', () =>
    onPane(
      '',
      async pane => {
        await pane.shows('What does the user tap?')
        await press(pane, ['Enter'], 'Go back to the page before')
        await press(pane, ['Enter'], '[First 2]')
        await press(pane, ['q'], 'ended 0')
        expect(readFileSync(join(pane.folder, 'out'), 'utf8')).toMatch(/went to {3}pages\/a\/a\n/)
      },
      90,
      {
        'project.config.json': '{}',
        'app.json': '{ "pages": ["pages/a/a", "pages/b/b"] }',
        'pages/a/a.wxml': '<view bindtap="go">First {{times}}</view>',
        'pages/a/a.js': `Page({ data: { times: 0 },
  onShow() { this.setData({ times: this.data.times + 1 }) },
  go() { wx.navigateTo({ url: '/pages/b/b' }) } })`,
        'pages/b/b.wxml': '<view>Second</view>',
        'pages/b/b.js': 'Page({})',
      },
    ))

  test('a popup appears beside steps that flags take, and Ctrl-D at it is exit 3', () =>
    onPane('--tap handler:locate', async pane => {
      await pane.shows('Asked by')
      await press(pane, ['C-d'], 'ended 3')
      expect(readFileSync(join(pane.folder, 'out'), 'utf8')).toContain('called    wx.getLocation')
    }))

  test('Ctrl-C ends it', () =>
    onPane('', async pane => {
      await pane.shows('What does the user tap?')
      await press(pane, ['C-c'], 'ended 130')
    }))
})
