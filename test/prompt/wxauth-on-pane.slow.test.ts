import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect } from 'vitest'
import { widthOf } from '../../src/text/width.ts'
import type { Pane } from '../support/pty-tmux.ts'
import { bin } from '../support/spawn-cli.ts'
import { paneOptions, test, waitForEnd, waitForFile } from './program-on-pane.ts'

// A key counts after 100 ms of silence. The built program does not report it.
const untilQuiet = () => new Promise<void>(resolve => setTimeout(resolve, 400))

/** Runs `wxauth` with a new user in the pane's folder, in this environment and with these shell words around it. */
async function wxauth(
  pane: Pane,
  args: string,
  { env = '', before = '', after = '; echo ended $?' } = {},
): Promise<void> {
  const variables = `HOME=/ WXAUTH_HOME=$PWD/home ${env}`
  await pane.line(
    `clear; tty >tty; stty -g >before; ${before} env ${variables} '${process.execPath}' '${bin}' ${args}${after}; stty -g >after`,
  )
}
const file = (pane: Pane, name: string) => readFileSync(join(pane.folder, name), 'utf8').trim()
const modeIsRestored = (pane: Pane) => expect(file(pane, 'after')).toBe(file(pane, 'before'))

describe('wxauth on a real terminal', paneOptions, () => {
  test('asks a user without an entry in passwd', async ({ pane, skip }) => {
    skip(process.getuid?.() !== 0, 'only root can take another user id')
    chmodSync(pane.folder, 0o777)
    await wxauth(pane, 'call wx.getLocation', {
      before: 'setpriv --reuid=12345 --regid=12345 --clear-groups',
    })
    await pane.shows('Asked by')
    await untilQuiet()
    await pane.press('a')
    await waitForEnd(pane, 0)
    expect(await pane.screen()).toContain('getLocation:ok')
    expect(file(pane, 'home/default.json')).toContain('"accepted"')
  })

  test.for([
    ['call camera --verbose', '[a] Allow', 'a', '✔ Allowed', 'undecided → accepted'],
    ['open-setting --verbose', 'Settings', 'Space', '✔ Settings closed', 'accepted → rejected'],
  ] as const)(
    'says what %s recorded below the line that stays, not into the open prompt',
    async ([args, text, key, closing, change], { pane }) => {
      if (args.startsWith('open')) await wxauth(pane, 'set scope.camera=accepted --quiet')
      await wxauth(pane, args)
      await pane.shows(text)
      await untilQuiet()
      await pane.press(key)
      if (args.startsWith('open')) {
        await pane.shows('[off]')
        await untilQuiet()
        expect(await pane.screen()).not.toContain('Recorded')
        await pane.press('Enter')
      }
      await waitForEnd(pane, 0)
      const screen = await pane.screen()
      expect(screen).not.toMatch(/[╭│╰]/)
      const lines = screen.split('\n')
      const at = lines.findIndex(line => line.startsWith(closing))
      expect(lines[at + 1]).toBe(`note: Recorded: scope.camera ${change}`)
    },
  )

  test.for([
    ['call camera', '[a] Allow', 'a', '"accepted"'],
    ['open-setting', 'Settings', 'Space', '"rejected"'],
  ] as const)(
    'goes on with %s when the window has no size any more',
    async ([args, text, key, state], { pane }) => {
      if (args === 'open-setting') await wxauth(pane, 'set scope.camera=accepted --quiet')
      await wxauth(pane, args)
      await pane.shows(text)
      execFileSync('stty', ['-F', file(pane, 'tty'), 'cols', '0', 'rows', '0'])
      await untilQuiet()
      await pane.press(key)
      if (args === 'open-setting') {
        await pane.shows('[off]')
        await untilQuiet()
        await pane.press('Enter')
      }
      await waitForEnd(pane, 0)
      expect(file(pane, 'home/default.json')).toContain(state)
      modeIsRestored(pane)
    },
  )

  test.for([
    ['', false],
    ['--verbose', true],
  ] as const)(
    'restores the terminal after an error that nobody caught, and ends with 70: %j',
    async ([flag, hasStack], { pane }) => {
      const crash = join(pane.folder, 'crash.cjs')
      writeFileSync(crash, "process.on('SIGUSR2', () => { throw new Error('crashed on purpose') })\n")
      await wxauth(pane, `call camera ${flag}`, {
        before: 'sh -c \'echo $$ >pid; exec "$@"\' sh',
        env: `NODE_OPTIONS='--require ${crash}'`,
      })
      await pane.shows('Asked by')
      await untilQuiet()
      process.kill(Number(file(pane, 'pid')), 'SIGUSR2')
      await waitForEnd(pane, 70)
      const screen = await pane.screen()
      expect(screen).toContain('error: wxauth failed: crashed on purpose.')
      expect(screen).not.toContain('Allow')
      expect(/^at /m.test(screen)).toBe(hasStack)
      expect(await pane.isCursorShown()).toBe(true)
      expect(existsSync(join(pane.folder, 'home'))).toBe(false)
      modeIsRestored(pane)
    },
  )
})

describe('a real window that is too small to show what is asked', paneOptions, () => {
  test.for([
    ['from the start', 'call wx.getLocation', 80, 3],
    ['from the start', 'open-setting', 80, 2],
    ['from the start', 'call wx.getLocation', 18, 24],
    ['later', 'call wx.getLocation', 80, 3],
    ['later', 'open-setting', 80, 2],
  ] as const)(
    '%s ends %s with 3 at %i × %i, and nothing is recorded',
    async ([when, args, columns, rows], { pane }) => {
      await wxauth(pane, 'set scope.camera=accepted --quiet')
      await waitForEnd(pane, 0)
      const before = file(pane, 'home/default.json')
      if (when === 'from the start') await pane.resize(columns, rows)
      await wxauth(pane, `${args} --json >answer`, { after: '; echo $? >code' })
      if (when === 'later') {
        await pane.shows('closes')
        await pane.resize(columns, rows)
      }
      await waitForFile(pane, 'code')
      await pane.resize(80, 24)
      await pane.shows(/\$$/)
      expect(file(pane, 'code')).toBe('3')
      expect(JSON.parse(file(pane, 'answer'))).toMatchObject({ callback: null })
      expect((await pane.screen()).replaceAll('\n', '')).toContain('the window is too small')
      expect(file(pane, 'home/default.json')).toBe(before)
      modeIsRestored(pane)
    },
  )
})

describe('wxauth in Chinese on a real terminal', paneOptions, () => {
  test.for([
    ['80 columns in color', 80, ''],
    ['40 columns without color', 40, 'NO_COLOR=1'],
  ] as const)('asks, and shows the settings page, at %s', async ([, columns, color], { pane }) => {
    const env = `LC_ALL=zh_CN.UTF-8 ${color}`
    await pane.resize(columns, 30)
    await wxauth(pane, 'call wx.getLocation', { env })
    await pane.shows('r 或 a')
    const popup = await pane.screen()
    for (const text of ['说明：没有找到', '申请获取以下权限：', '获取你的位置信息', '[r] 拒绝   [a] 允许'])
      expect(popup).toContain(text)
    expect(popup).toMatch(/用途(?: {2}|：)用于向你展示附近的内容/)
    isStraight(popup)
    await untilQuiet()
    await pane.press('r')
    await waitForEnd(pane, 1)
    const screen = await pane.screen()
    expect(screen).toContain('✖ 已拒绝：获取你的位置信息')
    expect(screen).toContain('getLocation:fail auth deny')
    expect(screen).toContain('提示：之后 scope.userLocation 会直接失')

    await wxauth(pane, 'open-setting', { env })
    await pane.shows('空格切换')
    isStraight(await pane.screen())
    await untilQuiet()
    await pane.press('Space')
    await pane.shows('[开] 地理位置')
    await untilQuiet()
    await pane.press('Enter')
    await waitForEnd(pane, 0)
    expect(await pane.screen()).toContain('✔ 设置页已关闭，保存了 1 处改动。')
    expect(file(pane, 'home/default.json')).toContain('"accepted"')
    modeIsRestored(pane)
  })
})

/** Whether the right border of a box is one line. */
function isStraight(screen: string): void {
  const widths = screen.split('\n').flatMap(line => (/^[╭│╰]/.test(line) ? [widthOf(line)] : []))
  expect(widths.length).toBeGreaterThan(4)
  expect(new Set(widths).size).toBe(1)
}
