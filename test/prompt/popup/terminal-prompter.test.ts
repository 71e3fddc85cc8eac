import { expect, test } from 'vitest'
import type { Answered, AnswerResult } from '../../../src/emulator/ports.ts'
import { answerOf } from '../../contracts/prompter.contract.ts'
import { keyCodes } from '../fake-tty.ts'
import { type OpenPopup, openPopup } from '../open-popup.ts'

/** Answers a popup with this key; it is still open. */
async function answerPopup(key: string) {
  const popup = await openPopup()
  await popup.press(key)
  const { answer, finish = async () => {} } = (await popup.response) as Answered
  return { ...popup, decision: answer, finish }
}

test('the popup stays on the screen until its answer is recorded', async () => {
  const { screen, isRaw, events, decision, finish } = await answerPopup('a')
  expect(decision).toBe('accept')
  expect(screen.text()).toContain('❯ [a] Allow')
  expect(isRaw()).toBe(true)
  await finish('recorded')
  expect(screen.lines()).toEqual([
    '✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation',
  ])
  expect(isRaw()).toBe(false)
  expect(events.eventNames()).toEqual([])
})

test.each<[string, string, AnswerResult, string]>([
  ['allowed', 'a', 'recorded', '✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation'],
  ['rejected', 'r', 'recorded', '✖ Rejected: Geographic location (scope.userLocation).'],
  [
    'dismissed',
    keyCodes.escape,
    'recorded',
    '– Closed without choosing: Geographic location (scope.userLocation).',
  ],
  ['allowed', 'a', 'dropped', '– Already decided elsewhere. Your answer was ignored.'],
  ['dismissed', keyCodes.escape, 'dropped', '– Already decided elsewhere. Your answer was ignored.'],
  [
    'rejected',
    'r',
    'failed',
    '– Not answered: Geographic location (scope.userLocation). Nothing was recorded.',
  ],
])('%s with %j, then %s: one line stays', async (_, key, result, line) => {
  const { screen, isRaw, finish } = await answerPopup(key)
  await finish(result)
  expect(screen.lines()).toEqual([line])
  expect(screen.cursor()).toEqual({ row: 1, column: 0 })
  expect(screen.modes().get('?2004')).toBe(false)
  expect(isRaw()).toBe(false)
})

test('no key changes an answer that is being recorded', async () => {
  const { screen, press, finish } = await answerPopup('a')
  await press('r', keyCodes.escape, keyCodes.left, keyCodes.enter)
  expect(screen.text()).toContain('❯ [a] Allow')
  await finish('recorded')
  expect(screen.text()).toMatch(/^✔ Allowed/)
})

test.each([
  ['Ctrl-C', 'SIGINT', (popup: OpenPopup) => popup.type('\x03')],
  ['SIGTERM', 'SIGTERM', (popup: OpenPopup) => popup.events.emit('SIGTERM')],
  ['SIGHUP', 'SIGHUP', (popup: OpenPopup) => popup.events.emit('SIGHUP')],
])(
  '%s while an answer is being recorded interrupts the call, but the answer stays recorded',
  async (_, signal, happen) => {
    const popup = await answerPopup('a')
    await happen(popup)
    await popup.elapse()
    expect(popup.screen.text()).toContain('❯ [a] Allow')
    await expect(popup.finish('recorded')).rejects.toMatchObject({
      code: 'ERR_INTERRUPTED',
      facts: { signal },
    })
    expect(popup.screen.text()).toMatch(/^✔ Allowed/)
    expect(popup.isRaw()).toBe(false)
    expect(popup.events.eventNames()).toEqual([])
  },
)

test.each([
  ['Ctrl-D', (popup: OpenPopup) => popup.type('\x04')],
  ['the end of the input', (popup: OpenPopup) => popup.hangUp()],
])('%s while an answer is being recorded changes nothing', async (_, happen) => {
  const popup = await answerPopup('a')
  await happen(popup)
  await popup.elapse()
  await popup.elapse()
  await popup.finish('recorded')
  expect(popup.screen.text()).toMatch(/^✔ Allowed/)
  expect(popup.isRaw()).toBe(false)
})

test('after a resize while an answer is being recorded, one line stays', async () => {
  const { resize, elapse, screen, finish } = await answerPopup('r')
  resize(120)
  await elapse()
  await finish('recorded')
  expect(screen.lines()).toEqual(['✖ Rejected: Geographic location (scope.userLocation).'])
})

test('a second finish changes nothing', async () => {
  const { screen, finish } = await answerPopup('a')
  await finish('recorded')
  await finish('failed')
  expect(screen.text()).toMatch(/^✔ Allowed/)
})

test('if nobody answers, the terminal is restored before `ask` resolves', async () => {
  const popup = await openPopup()
  await popup.type('\x04')
  const response = await popup.response
  expect(popup.isRaw()).toBe(false)
  expect(await answerOf(response)).toEqual({ unanswered: 'input-ended' })
})
