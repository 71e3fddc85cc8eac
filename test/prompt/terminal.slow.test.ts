import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { widthOf } from '../../src/text/fit-text.ts'
import { openPane, type Pane, pause, whyNoPane } from '../support/pty-tmux.ts'
import type { Errand } from './fixture/ask.ts'

const why = whyNoPane()
if (why !== undefined && process.env.CI !== undefined) throw new Error(why)

let program: string
let pane: Pane
/** A second terminal, for what comes from elsewhere. */
let other: Pane | undefined
beforeAll(async () => {
  program = mkdtempSync(join(tmpdir(), 'wxauth-ask-'))
  const bundle = await rolldown({ input: join(import.meta.dirname, 'fixture/ask.ts'), platform: 'node' })
  await bundle.write({ dir: program, format: 'cjs', entryFileNames: '[name].cjs' })
})
afterAll(() => rmSync(program, { recursive: true, force: true }))
beforeEach(() => {
  pane = openPane()
})
afterEach(() => {
  pane.close()
  other?.close()
  other = undefined
})

const command = (errand: Errand = {}) =>
  `node ${program}/ask.cjs '${JSON.stringify(errand).replaceAll("'", "'\\''")}'`

/** Starts the program and waits for its popup. */
async function ask(errand: Errand = {}, before = '') {
  pane.line(`clear; ${before}stty -g >before; ${command(errand)} >answer; echo ended $?; stty -g >after`)
  await pane.shows(errand.ask === 'settings' ? 'closes' : 'Asked by')
  await settled()
}
/** Long enough for a key to count, and for its answer to be taken. */
const settled = () => pause(350)
const answer = () => JSON.parse(readFileSync(join(pane.folder, 'answer'), 'utf8') || 'null')
const file = (name: string) => readFileSync(join(pane.folder, name), 'utf8')

async function ended(code: number) {
  await pane.shows(`ended ${code}`)
  await pane.shows(/\$ $|\$$/m)
}
/** Echo, line editing and signals as before, the cursor shown, one line left of the popup. */
function isAsBefore(...lines: readonly string[]) {
  expect(file('after')).toBe(file('before'))
  expect(pane.isCursorShown()).toBe(true)
  expect(pane.screen().split('\n')).toEqual(lines)
}
const stays = {
  accept: '✔ Allowed. Change it: wxauth open-setting --disable scope.userLocation',
  reject: '✖ Rejected. Change it: wxauth open-setting --enable scope.userLocation',
  dismiss: '– Closed without choosing. Nothing was recorded: it will ask again.',
  closed: '– Not answered: Geographic location (scope.userLocation). Nothing was recorded.',
}
const isOpen = () => expect(pane.screen()).toContain('╰──')

describe.skipIf(why !== undefined)('on a real terminal', () => {
  test.each([
    ['a', 'accept'],
    ['r', 'reject'],
    ['Escape', 'dismiss'],
  ] as const)('%s: %s, and the terminal is left as it was', async (key, expected) => {
    await ask()
    pane.press(key)
    await ended(0)
    expect(answer()).toBe(expected)
    isAsBefore(stays[expected], 'ended 0', '$')
  })
  test('arrow, then Enter', async () => {
    await ask()
    pane.press('Enter')
    await pane.shows('Nothing is chosen yet')
    await settled()
    pane.press('Right')
    await pane.shows('❯ a Allow')
    await settled()
    pane.press('Enter')
    await ended(0)
    expect(answer()).toBe('accept')
    isAsBefore(stays.accept, 'ended 0', '$')
  })

  test('what was typed before it was there decides nothing', async () => {
    pane.line(`clear; stty -echo; sleep 0.6; ${command()} >answer; echo ended $?`)
    await pause(300)
    pane.line('a')
    pane.press('a', 'r', 'Enter', 'Escape')
    await pane.shows('Asked by')
    await settled()
    isOpen()
    pane.press('r')
    await ended(0)
    expect(answer()).toBe('reject')
  })
  test('what was typed while the process was held up before drawing decides nothing', async () => {
    pane.line(`clear; ${command({ mishap: 'held-up', mishapAfter: 0 })} >answer; echo ended $?`)
    await pause(250)
    pane.press('a')
    await pane.shows('What was typed before does not count')
    await settled()
    isOpen()
    pane.press('r')
    await ended(0)
    expect(answer()).toBe('reject')
  })
  test('bursts and pastes decide nothing, marked or not', async () => {
    await ask()
    for (const burst of ['ar', 'aa', 'yes, allow it', 'a\r']) {
      pane.type(burst)
      await settled()
      isOpen()
      for (const marked of [true, false]) {
        pane.paste(burst, marked)
        await settled()
        isOpen()
      }
    }
    pane.paste('a', true)
    await settled()
    isOpen()
    pane.press('Right', 'Enter')
    await settled()
    isOpen()
    pane.press('r')
    await ended(0)
    expect(answer()).toBe('reject')
    expect(pane.screen().split('\n')).toEqual([stays.reject, 'ended 0', '$'])
  })

  test.each(['stdin-closed', 'stdin-swapped'] as const)('%s while asking: no answer', async mishap => {
    await ask({ mishap, mishapAfter: 900 })
    await pause(900)
    pane.press('a')
    await ended(0)
    expect(answer()).toEqual({ unanswered: 'stdin-changed' })
    isAsBefore(stays.closed, 'ended 0', '$')
  })
  test('a terminal that this process reads raw already is not asked on', async () => {
    pane.line(`clear; ${command({ mishap: 'already-raw' })} >answer; echo ended $?`)
    await ended(0)
    expect(answer()).toEqual({ unanswered: 'raw-mode' })
  })
  test('a terminal that another program left raw works, and is left so', async () => {
    await ask({}, 'stty raw -echo; ')
    pane.press('a')
    await pane.shows('ended 0')
    await settled()
    expect(answer()).toBe('accept')
    expect(file('after')).toBe(file('before'))
  })

  test('another program that sets the terminal as it likes it does not get in the way', async () => {
    const both = `(sleep 1.2; stty sane) <&3 & ${command()} >answer; wait`.replaceAll('"', '\\"')
    pane.line(`clear; bash -c "${both}" 3<&0; echo ended $?`)
    await pane.shows('Asked by')
    await pause(1700)
    pane.press('a')
    await ended(0)
    expect(answer()).toBe('accept')
    expect(pane.screen().split('\n')).toEqual([stays.accept, 'ended 0', '$'])
  })

  /** Starts two programs on the pane's terminal, as one job: the first asks for the camera. */
  function askTwo(second: Errand = {}) {
    const first = command({ question: { scope: 'scope.camera', description: 'Camera' } })
    const both = `${first} <&3 >first & sleep 0.7; ${command(second)} >second; wait`.replaceAll('"', '\\"')
    pane.line(`clear; stty -g >before; bash -c "${both}" 3<&0; echo ended $?; stty -g >after`)
  }
  test('of two at once one waits for the other, and each gets its own answer', async () => {
    askTwo()
    await pane.shows('is asking on this terminal: waiting for it.')
    await settled()
    expect(pane.screen()).toContain('scope.camera')
    expect(pane.screen()).not.toContain('scope.userLocation')
    pane.press('r')
    await pane.shows('scope.userLocation')
    await settled()
    pane.press('a')
    await ended(0)
    expect(JSON.parse(file('first'))).toBe('reject')
    expect(JSON.parse(file('second'))).toBe('accept')
    isAsBefore(
      '✖ Rejected: Camera. Change it: wxauth open-setting --enable scope.camera',
      stays.accept,
      'ended 0',
      '$',
    )
  })
  test('who waits too long for another is told', async () => {
    askTwo({ patience: 300 })
    await pane.shows('waiting for it.')
    for (let tries = 0; tries < 100 && !existsSync(join(pane.folder, 'second')); tries += 1) await pause(50)
    await pause(900)
    expect(JSON.parse(file('second'))).toEqual({ unanswered: 'busy' })
    pane.press('r')
    await ended(0)
  })
  test('in the background nobody is asked', async () => {
    pane.line(`clear; ${command()} >answer &`)
    await pane.shows(/\[1\]/)
    await pause(800)
    pane.line('wait; echo ended $?')
    await ended(0)
    expect(answer()).toEqual({ unanswered: 'background' })
    expect(pane.screen()).not.toContain('Allow')
  })

  test('Ctrl-Z gives the shell its terminal, fg brings the popup back', async () => {
    await ask()
    pane.press('Right')
    await settled()
    pane.press('C-z')
    await pane.shows('Stopped')
    expect(pane.screen()).not.toContain('╭')
    pane.line('stty -g >stopped; echo still $((1 + 1))')
    await pane.shows('still 2')
    expect(file('stopped')).toBe(file('before'))
    pane.line('fg; echo ended $?')
    await pane.shows('❯ a Allow')
    expect(pane.screen()).toContain('still 2')
    await settled()
    pane.press('r')
    await ended(0)
    expect(answer()).toBe('reject')
    expect(pane.screen()).not.toContain('╭')
  })
  test('in bg it stays stopped; what is typed to the shell is no answer', async () => {
    await ask()
    pane.press('C-z')
    await pane.shows('Stopped')
    pane.line('bg')
    await pause(500)
    pane.line('a')
    await pane.shows('a: command not found')
    expect(file('answer')).toBe('')
    pane.line('clear; fg; echo ended $?')
    pane.press('a', 'a')
    await pane.shows('Asked by')
    await settled()
    isOpen()
    pane.press('Escape')
    await ended(0)
    expect(answer()).toBe('dismiss')
  })
  test('a kill -STOP and -CONT leaves it asking', async () => {
    await ask()
    const pid = `$(pgrep -f ${program}/ask.cjs)`
    other = openPane()
    other.line(`kill -STOP ${pid}; sleep 0.5; kill -CONT ${pid}`)
    await pane.shows('Stopped')
    pane.line('fg')
    await settled()
    await pane.shows(/fg\n(.*\n)+.*Asked by/)
    await settled()
    pane.press('a')
    await pane.shows('Allowed')
    await settled()
    expect(answer()).toBe('accept')
  })

  test.each([
    [40, 24],
    [28, 24],
    [120, 30],
  ])('resized to %i × %i it is drawn anew, once, and answers', async (columns, rows) => {
    // Below other lines, where more of its own lines can stay behind.
    await ask({}, 'seq 8; ')
    pane.press('Left')
    await settled()
    pane.resize(columns, rows)
    await settled()
    expect(pane.screen().match(/╭/g)).toHaveLength(1)
    expect(pane.screen().match(/Allow/g)).toHaveLength(1)
    expect(pane.screen()).toContain('❯ r Reject')
    pane.resize(80, 24)
    await settled()
    expect(pane.screen().match(/Allow/g)).toHaveLength(1)
    pane.press('Enter')
    await ended(0)
    expect(answer()).toBe('reject')
    expect(file('after')).toBe(file('before'))
    expect(pane.screen()).not.toMatch(/[│╰]/)
    expect(pane.screen().split('\n').slice(-3)).toEqual([stays.reject, 'ended 0', '$'])
  })

  test.each([
    ['Ctrl-C', 'C-c', 130],
    ['Ctrl-D', 'C-d', 0],
  ])('%s: nothing is answered', async (_, key, code) => {
    await ask()
    pane.press(key)
    await ended(code)
    expect(answer()).toEqual(code === 0 ? { unanswered: 'input-ended' } : null)
    isAsBefore(stays.closed, `ended ${code}`, '$')
  })
  test.each([
    ['INT', 130],
    ['TERM', 143],
    ['HUP', 129],
  ])('SIG%s: nothing is answered', async (signal, code) => {
    await ask()
    other = openPane()
    other.line(`kill -${signal} $(pgrep -f ${program}/ask.cjs)`)
    await ended(code)
    expect(answer()).toBeNull()
    isAsBefore(stays.closed, `ended ${code}`, '$')
  })
  test('a crash leaves the terminal usable and nothing answered', async () => {
    await ask({ mishap: 'crash', mishapAfter: 700 })
    await ended(1)
    expect(pane.screen()).toMatch(/crashed on purpose/)
    expect(pane.screen()).not.toContain('╭')
    expect(file('answer')).toBe('')
    expect(file('after')).toBe(file('before'))
    expect(pane.isCursorShown()).toBe(true)
    pane.line('echo typed $((2 + 2))')
    await pane.shows('typed 4')
  })
  test('a closed terminal ends it, with nothing answered', async () => {
    const { folder } = pane
    pane.line(`clear; bash -c 'trap : HUP; ${command().replaceAll("'", "'\\''")} >answer; echo $? >code'`)
    await pane.shows('Asked by')
    await settled()
    pane.hangUp()
    for (let tries = 0; tries < 100 && !existsSync(join(folder, 'code')); tries += 1) await pause(50)
    await pause(100)
    expect(file('code')).toBe('129\n')
    expect(file('answer')).toBe('')
  })

  test('where the cursor cannot move it is plain lines', async () => {
    pane.line(`clear; TERM=dumb ${command()} >answer; echo ended $?`)
    await pane.shows('Asked by')
    await settled()
    pane.press('Right')
    await pane.shows('❯ a Allow')
    await settled()
    pane.press('Enter')
    await ended(0)
    expect(answer()).toBe('accept')
    expect(pane.screen()).toMatchInlineSnapshot(`
      "WXAuth Demo
      is applying for the following authorization
      Geographic location (scope.userLocation)
      Why       To show the weather where you are
      Asked by  wx.getLocation
        r Reject      a Allow
      ← → and Enter, or r / a · Esc closes without choosing
        r Reject    ❯ a Allow
      ✔ Allowed. Change it: wxauth open-setting --disable scope.userLocation
      ended 0
      $"
    `)
  })
  test.each([28, 44, 200])('Chinese at %i columns: the border is straight', async columns => {
    pane.resize(columns, 24)
    await pause(200)
    await ask({
      colour: true,
      question: {
        app: { appid: 'x', name: '附近的咖啡店与天气预报' },
        purpose: '为你推荐附近的店铺\u202e\n📷 ok',
      },
    })
    const lines = pane
      .screen()
      .split('\n')
      .filter(line => /^[╭│╰]/.test(line))
    expect(lines.length).toBeGreaterThan(6)
    expect(new Set(lines.map(widthOf)).size).toBe(1)
    expect(lines.join('')).toContain('\\u{202e}')
    pane.press('Escape')
    await ended(0)
    expect(answer()).toBe('dismiss')
  })
  test('two popups after each other', async () => {
    await ask({ ask: 'twice' })
    pane.press('a')
    await pane.shows('scope.camera')
    await settled()
    pane.press('r')
    await ended(0)
    expect(answer()).toEqual(['accept', 'reject'])
  })
})

describe.skipIf(why !== undefined)('the settings page on a real terminal', () => {
  const switches = [
    { scope: 'scope.userInfo', description: 'User information', on: true },
    { scope: 'scope.camera', description: 'Camera', on: false },
  ] as const

  test('switches move, one line stays, the terminal is left as it was', async () => {
    await ask({ ask: 'settings', switches })
    pane.press('Down')
    await settled()
    pane.press('Space')
    await pane.shows('❯ [on ] Camera')
    await settled()
    pane.press('Enter')
    await ended(0)
    expect(answer()).toEqual({ visit: { missing: [] }, flips: [['scope.camera', true]] })
    isAsBefore('✔ Settings closed: 1 move recorded.', 'ended 0', '$')
  })
  test('a stale switch is said, and the next move counts', async () => {
    await ask({ ask: 'settings', switches, mishap: 'stale' })
    pane.press('Space')
    await pane.shows('Somebody else moved a switch meanwhile')
    await pane.shows('❯ [off] User information')
    await settled()
    pane.press('Space')
    await pane.shows('❯ [on ] User information')
    await settled()
    pane.press('Escape')
    await ended(0)
    expect(answer().flips).toEqual(['stale', ['scope.userInfo', true]])
  })
  test('what cannot be recorded closes the page', async () => {
    await ask({ ask: 'settings', switches, mishap: 'unwritable' })
    pane.press('Space')
    await ended(4)
    isAsBefore('✔ Settings closed: nothing was moved.', 'ended 4', '$')
  })
})
