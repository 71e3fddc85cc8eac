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

describe.each([28, 44, 200])('a popup on a real terminal of %i columns', paneOptions, columns => {
  test.override('columns', columns)

  test('has a straight border around Chinese', async ({ pane }) => {
    await ask(pane, {
      color: true,
      question: {
        app: { appid: 'x', name: '附近的咖啡店与天气预报' },
        purpose: '为你推荐附近的店铺\u202e\n📷 ok',
      },
    })
    const lines = (await pane.screen()).split('\n').filter(line => /^[╭│╰]/.test(line))
    expect(lines.length).toBeGreaterThan(6)
    expect(new Set(lines.map(widthOf)).size).toBe(1)
    expect(lines.join('')).toContain('\\u{202e}')
    await pane.press('Escape')
    await waitForEnd(pane, 0)
    expect(answer(pane)).toBe('dismiss')
  })
})
