import { describe, expect } from 'vitest'
import { widthOf } from '../../src/text/width.ts'
import {
  answer,
  ask,
  closingLines,
  command,
  file,
  paneOptions,
  test,
  waitForEnd,
  waitForQuiet,
  waitForQuietAfter,
} from './program-on-pane.ts'

describe('a popup on a real terminal', paneOptions, () => {
  test.for([
    [40, 24],
    [28, 24],
    [120, 30],
  ] as const)(
    'resized to %i × %i is redrawn once, and can be answered',
    async ([columns, rows], { pane }) => {
      // Below other lines, where more of the popup's own lines could be left over.
      await ask(pane, {}, 'seq 8; ')
      await waitForQuietAfter(pane, () => pane.press('Left'))
      await waitForQuietAfter(pane, () => pane.resize(columns, rows))
      expect((await pane.screen()).match(/╭/g)).toHaveLength(1)
      expect((await pane.screen()).match(/Allow/g)).toHaveLength(1)
      expect(await pane.screen()).toContain('❯ [r] Reject')
      await waitForQuietAfter(pane, () => pane.resize(80, 24))
      expect((await pane.screen()).match(/Allow/g)).toHaveLength(1)
      await pane.press('Enter')
      await waitForEnd(pane, 0)
      expect(answer(pane)).toBe('reject')
      expect(file(pane, 'after')).toBe(file(pane, 'before'))
      expect(await pane.screen()).not.toMatch(/[│╰]/)
      expect((await pane.screen()).split('\n').slice(-3)).toEqual([closingLines.reject, 'ended 0', '$'])
    },
  )

  test('is plain lines if the cursor cannot move', async ({ pane, expect }) => {
    await pane.line(`clear; TERM=dumb ${command()} >answer; echo ended $?`)
    await pane.shows('Asked by')
    await waitForQuiet(pane)
    await pane.press('Right')
    await pane.shows('❯ [a] Allow')
    await waitForQuiet(pane)
    await pane.press('Enter')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe('accept')
    expect(await pane.screen()).toMatchInlineSnapshot(`
      "WXAuth Demo
      is asking for this permission:
      Geographic location (scope.userLocation)
      Why       To show the weather where you are
      Asked by  wx.getLocation
        [r] Reject   [a] Allow
      Press r or a, or use ← → and Enter · Esc closes without choosing
        [r] Reject ❯ [a] Allow
      ✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation
      ended 0
      $"
    `)
  })
})

describe.each([28, 40, 60, 80, 200])('on a real terminal of %i columns', paneOptions, columns => {
  test.override('columns', columns)

  const straightLines = (screen: string) => {
    const lines = screen.split('\n').filter(line => /^[╭│╰]/.test(line))
    expect(lines.length).toBeGreaterThan(6)
    expect(new Set(lines.map(widthOf)).size).toBe(1)
    return lines
  }
  const app = { appid: 'x', name: '👨‍👩‍👧 附近的咖啡店与天气' }

  test.for([true, false])(
    'a popup has a straight border around Chinese and emoji, color: %s',
    async (color, { pane }) => {
      await ask(pane, { color, question: { app, purpose: '为你推荐附近的店铺\u202e\n📷 ok' } })
      const lines = straightLines(await pane.screen())
      for (const text of ['👨‍👩‍👧', 'scope.userLocation', '\\u{202e}', '[r] Reject', '[a] Allow'])
        expect(lines.join('')).toContain(text)
      await pane.press('Escape')
      await waitForEnd(pane, 0)
      expect(answer(pane)).toBe('dismiss')
    },
  )

  test('the settings page has a straight border and a straight column of scopes', async ({ pane }) => {
    const switches = [
      { scope: 'scope.userInfo', description: '用户信息', on: true },
      { scope: 'scope.userLocation', description: '👨‍👩‍👧 家人的位置', on: false },
      { scope: 'scope.camera', description: 'Camera', on: true },
    ] as const
    await ask(pane, { ask: 'settings', color: true, question: { app }, switches })
    const lines = straightLines(await pane.screen())
    const scopes = lines
      .filter(line => line.includes('scope.'))
      .map(line => widthOf(line.replace(/scope\..*/, '')))
    expect(scopes).toHaveLength(3)
    expect(new Set(scopes).size).toBe(1)
    await pane.press('Escape')
    await waitForEnd(pane, 0)
  })
})
