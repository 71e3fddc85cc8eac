import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { openPane, type Pane, pause, whyNoPane } from '../support/pty-tmux.ts'
import { bin } from '../support/spawn-cli.ts'

const why = whyNoPane()
if (why !== undefined && process.env.CI !== undefined) throw new Error(why)

/** Presses a key when it counts, and waits for what follows. */
async function press(pane: Pane, key: string, shown: string | RegExp) {
  await pause(250)
  await pane.press(key)
  await pane.shows(shown)
}

describe('A walkthrough on a real terminal', {
  concurrent: true,
  timeout: 60_000,
  skip: why !== undefined,
}, () => {
  test.each([
    { columns: 80, env: '' },
    { columns: 40, env: 'NO_COLOR=1 ' },
  ])(
    'leads from the refusal to the settings page and back to a call that works: $columns columns',
    async ({ columns, env }) => {
      const pane = await openPane(columns, 60)
      try {
        const command = `'${process.execPath}' '${bin}' walkthrough scope.record`
        await pane.line(`clear; ${env}WXAUTH_HOME=home ${command}; echo ended $?`)
        await pane.shows('[n] Next  [m] More  [q] Leave')
        await press(pane, 'm', 'More: Most users reject')
        await pane.shows('[n] Next  [q] Leave')
        await press(pane, 'n', 'Asked by')
        await press(pane, 'r', /startRecord:fail auth\s+deny/)
        await press(pane, 'n', /3\. Your page calls wx\.startRecord, which/)
        await pane.shows('[n] Next  [b] Back  [m] More  [q] Leave')
        await press(pane, 'n', '❯ [off] Recording feature')
        await press(pane, 'Space', '❯ [on ] Recording feature')
        await press(pane, 'Enter', '"scope.record": true')
        await press(pane, 'n', '"errMsg": "startRecord:ok"')
        await press(pane, 'b', '❯ [off] Recording feature')
        await press(pane, 'Enter', 'The user still says no.')
        await press(pane, 'q', 'ended 0')
        expect(existsSync(join(pane.folder, 'home'))).toBe(false)
      } finally {
        await pane.close()
      }
    },
  )
})
