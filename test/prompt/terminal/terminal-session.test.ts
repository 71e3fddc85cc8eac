import { expect, test } from 'vitest'
import { WxauthError } from '../../../src/faults.ts'
import { en } from '../../../src/messages/en/index.ts'
import { terminalPrompter } from '../../../src/prompt/popup/terminal-prompter.ts'
import { answerOf, popupQuestion } from '../../contracts/prompter.contract.ts'
import { fakeTty, sent } from '../fake-tty.ts'
import { type OpenPopup, openPopup } from '../open-popup.ts'

const notAnswered = '– Not answered: Geographic location (scope.userLocation). Nothing was recorded.'

test('while it asks the terminal is raw, and pastes come marked; after it neither', async () => {
  const { isRaw, screen, press, answer } = await openPopup()
  expect(isRaw()).toBe(true)
  expect(screen.modes().get('?2004')).toBe(true)
  await press('a')
  await answer()
  expect(isRaw()).toBe(false)
  expect(screen.modes()).toEqual(
    new Map([
      ['?2004', false],
      ['?25', true],
    ]),
  )
})
test('nobody listens to signals before a popup or after it', async () => {
  const { events, press, answer } = await openPopup()
  expect(events.eventNames().toSorted()).toEqual([
    'SIGCONT',
    'SIGHUP',
    'SIGINT',
    'SIGTERM',
    'SIGTSTP',
    'exit',
    'uncaughtExceptionMonitor',
  ])
  await press('r')
  await answer()
  expect(events.eventNames()).toEqual([])
})
test.each([
  ['Ctrl-C', 'SIGINT', (fake: OpenPopup) => fake.type('\x03')],
  ['Ctrl-C among other keys', 'SIGINT', (fake: OpenPopup) => fake.type('aa\x03aa')],
  ['SIGINT', 'SIGINT', (fake: OpenPopup) => fake.events.emit('SIGINT')],
  ['SIGTERM', 'SIGTERM', (fake: OpenPopup) => fake.events.emit('SIGTERM')],
  ['SIGHUP', 'SIGHUP', (fake: OpenPopup) => fake.events.emit('SIGHUP')],
  [
    'SIGHUP with the end of the input',
    'SIGHUP',
    (fake: OpenPopup) => fake.hangUp() && fake.events.emit('SIGHUP'),
  ],
])(
  '%s ends it as interrupted, with nothing decided and the terminal as it was',
  async (_, signal, happen) => {
    const fake = await openPopup()
    await fake.elapse()
    await happen(fake)
    const error = await fake.asked.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WxauthError)
    expect(error).toMatchObject({ code: 'ERR_INTERRUPTED', facts: { signal } })
    expect(fake.screen.text()).toBe(notAnswered)
    expect(fake.isRaw()).toBe(false)
  },
)
test.each([
  ['Ctrl-D', (fake: OpenPopup) => fake.type('\x04')],
  ['the end of the input', (fake: OpenPopup) => fake.hangUp()],
])('%s: nobody answered', async (_, happen) => {
  const fake = await openPopup()
  await happen(fake)
  await fake.elapse()
  await fake.elapse()
  expect(await fake.answer()).toEqual({ unanswered: 'input-ended' })
  expect(fake.screen.text()).toBe(notAnswered)
  expect(fake.isRaw()).toBe(false)
})
test('a crash finds the terminal as it was, on a line of its own', async () => {
  const { events, isRaw, screen } = await openPopup()
  events.emit('uncaughtExceptionMonitor')
  expect(isRaw()).toBe(false)
  expect(screen.text()).toBe('')
  screen.write('Error: at ...\n')
  events.emit('exit')
  expect(screen.text()).toBe('Error: at ...')
})
test('an interrupt between a key and the quiet after it leaves nothing decided', async () => {
  const fake = await openPopup()
  await fake.elapse()
  await fake.type('a')
  fake.events.emit('SIGTERM')
  await fake.elapse()
  await expect(fake.asked).rejects.toMatchObject({ code: 'ERR_INTERRUPTED' })
})
test('an interrupt before the popup is drawn ends it too', async () => {
  const fake = fakeTty()
  const asked = terminalPrompter(fake.tty, en).ask(popupQuestion)
  asked.catch(() => {})
  while (!fake.isRaw()) await fake.elapse()
  fake.events.emit('SIGTERM')
  await expect(asked).rejects.toMatchObject({ code: 'ERR_INTERRUPTED' })
  expect(fake.isRaw()).toBe(false)
})
test('a stream that somebody else in this process has in raw mode is not asked on', async () => {
  const fake = fakeTty()
  fake.tty.input.setRawMode?.(true)
  expect(await terminalPrompter(fake.tty, en).ask(popupQuestion)).toEqual({ unanswered: 'raw-mode' })
  expect(fake.screen.text()).toBe('')
  expect(fake.isRaw()).toBe(true)
})
test('what was typed before the popup is no answer', async () => {
  const fake = fakeTty()
  await fake.type('a', 'a\r')
  const asked = terminalPrompter(fake.tty, en).ask(popupQuestion)
  await fake.shows('Allow')
  await fake.elapse()
  expect(fake.screen.text()).toContain('Allow')
  await fake.press('r')
  expect(await answerOf(await asked)).toBe('reject')
})
test('bursts and pastes are no answer', async () => {
  const fake = await openPopup()
  for (const burst of [
    'ar',
    'a\r',
    `${sent.right}\r`,
    'yes allow\r',
    '\x1b[200~a\x1b[201~',
    '\x1b[200~r\r\x1b[201~\r',
  ]) {
    await fake.elapse()
    await fake.type(...burst)
    await fake.elapse()
    await fake.type(burst)
    await fake.elapse()
    expect(fake.screen.text()).toContain('╰')
  }
  await fake.press(sent.escape)
  expect(await fake.answer()).toBe('dismiss')
})
test('Ctrl-Z hands the terminal over and stops the whole job; going on draws it anew', async () => {
  const fake = await openPopup()
  await fake.elapse()
  await fake.type('\x1a')
  expect(fake.kills).toEqual(['SIGTSTP 0'])
  expect(fake.events.listenerCount('SIGTSTP')).toBe(0)
  expect(fake.isRaw()).toBe(false)
  expect(fake.screen.text()).toBe('')
  expect(fake.screen.modes().get('?2004')).toBe(false)
  fake.screen.write('$ fg\r\n')
  await fake.type('a')
  fake.events.emit('SIGCONT')
  await fake.shows('Allow')
  expect(fake.isRaw()).toBe(true)
  expect(fake.screen.text()).toMatch(/^\$ fg\n╭/)
  await fake.type('a')
  await fake.elapse()
  expect(fake.screen.text()).toContain('What was typed before does not count')
  await fake.press('r')
  expect(await fake.answer()).toBe('reject')
  expect(fake.screen.text()).toMatch(/^\$ fg\n✖ Rejected/)
})
test('a job that nobody stops goes on by itself', async () => {
  const fake = await openPopup()
  await fake.type('\x1a')
  await fake.elapse()
  await fake.elapse()
  await fake.press('a')
  expect(await fake.answer()).toBe('accept')
})
test('another width: drawn anew without leftovers', async () => {
  const fake = await openPopup()
  fake.resize(120)
  await fake.elapse()
  expect(fake.screen.text().match(/Allow/g)).toHaveLength(1)
  await fake.press('a')
  expect(await fake.answer()).toBe('accept')
  expect(fake.screen.lines()).toHaveLength(1)
})
test('a paste that comes in pieces is no answer, however slowly it comes', async () => {
  const fake = await openPopup()
  await fake.elapse()
  await fake.type('\x1b[200~some text ')
  await fake.elapse()
  await fake.press('a')
  await fake.type('\x1b[201~a')
  await fake.elapse()
  expect(fake.screen.text()).toContain('╰')
  await fake.press('r')
  expect(await fake.answer()).toBe('reject')
})
test('two popups after each other', async () => {
  const fake = await openPopup()
  await fake.press('a')
  expect(await fake.answer()).toBe('accept')
  const second = terminalPrompter(fake.tty, en).ask({
    ...popupQuestion,
    scope: 'scope.camera',
    description: 'Camera',
  })
  await fake.shows('scope.camera')
  await fake.press('r')
  expect(await answerOf(await second)).toBe('reject')
  expect(fake.screen.lines()).toHaveLength(2)
})
