import { expect, test } from 'vitest'
import { WxauthError } from '../../../src/faults.ts'
import { en } from '../../../src/messages/en/index.ts'
import { terminalPrompter } from '../../../src/prompt/popup/terminal-prompter.ts'
import { answerOf, popupQuestion } from '../../contracts/prompter.contract.ts'
import { fakeTty, keyCodes } from '../fake-tty.ts'
import { type OpenPopup, openPopup } from '../open-popup.ts'

const closingLine = '– Not answered: Geographic location (scope.userLocation). Nothing was recorded.'

test('raw mode and bracketed paste are on only while the popup is open', async () => {
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
test('there are listeners for signals only while the popup is open', async () => {
  const { events, press, answer } = await openPopup()
  expect(events.eventNames().toSorted()).toEqual([
    'SIGCONT',
    'SIGHUP',
    'SIGINT',
    'SIGTERM',
    'SIGTSTP',
    'exit',
    'uncaughtException',
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
])('%s interrupts the popup without an answer, and restores the terminal', async (_, signal, happen) => {
  const fake = await openPopup()
  await fake.elapse()
  await happen(fake)
  const error = await fake.response.catch((error: unknown) => error)
  expect(error).toBeInstanceOf(WxauthError)
  expect(error).toMatchObject({ code: 'ERR_INTERRUPTED', facts: { signal } })
  expect(fake.screen.text()).toBe(closingLine)
  expect(fake.isRaw()).toBe(false)
})
test.each([
  ['Ctrl-D', (fake: OpenPopup) => fake.type('\x04')],
  ['the end of the input', (fake: OpenPopup) => fake.hangUp()],
])('%s ends the popup as unanswered', async (_, happen) => {
  const fake = await openPopup()
  await happen(fake)
  await fake.elapse()
  await fake.elapse()
  expect(await fake.answer()).toEqual({ unanswered: 'input-ended' })
  expect(fake.screen.text()).toBe(closingLine)
  expect(fake.isRaw()).toBe(false)
})
test('an error that nobody caught removes the popup, restores the terminal, and ends the question', async () => {
  const { events, isRaw, screen, response } = await openPopup()
  const error = new Error('crashed on purpose')
  events.emit('uncaughtException', error)
  await expect(response).rejects.toBe(error)
  expect(isRaw()).toBe(false)
  expect(screen.text()).toBe('')
  expect(screen.modes().get('?2004')).toBe(false)
  expect(events.eventNames()).toEqual([])
})
test('an exit while the popup is open removes it and restores the terminal', async () => {
  const { events, isRaw, screen } = await openPopup()
  events.emit('exit')
  expect(isRaw()).toBe(false)
  expect(screen.text()).toBe('')
})
test.each([
  ['0 columns', 0, 24],
  ['0 rows', 80, 0],
  ['0 columns and 0 rows', 0, 0],
])(
  'a terminal of %s has an unknown size: the popup is drawn for 80 × 24, and can be answered',
  async (_, columns, rows) => {
    const known = await openPopup()
    const unknown = await openPopup({ columns, rows })
    expect(unknown.screen.text()).toBe(known.screen.text())
    const changing = await openPopup()
    changing.resize(columns, rows)
    await changing.elapse()
    expect(changing.screen.text()).toBe(known.screen.text())
    for (const popup of [unknown, changing]) {
      await popup.press('a')
      expect(await popup.answer()).toBe('accept')
    }
  },
)
test('an interrupt between a key and the silence after it leaves nothing decided', async () => {
  const fake = await openPopup()
  await fake.elapse()
  await fake.type('a')
  fake.events.emit('SIGTERM')
  await fake.elapse()
  await expect(fake.response).rejects.toMatchObject({ code: 'ERR_INTERRUPTED' })
})
test('an interrupt before the popup is drawn also ends it', async () => {
  const fake = fakeTty()
  const response = terminalPrompter(fake.tty, en).ask(popupQuestion)
  response.catch(() => {})
  while (!fake.isRaw()) await fake.elapse()
  fake.events.emit('SIGTERM')
  await expect(response).rejects.toMatchObject({ code: 'ERR_INTERRUPTED' })
  expect(fake.isRaw()).toBe(false)
})
test('a popup does not open on a stream that other code of the process has in raw mode', async () => {
  const fake = fakeTty()
  fake.tty.input.setRawMode?.(true)
  expect(await terminalPrompter(fake.tty, en).ask(popupQuestion)).toEqual({ unanswered: 'raw-mode' })
  expect(fake.screen.text()).toBe('')
  expect(fake.isRaw()).toBe(true)
})
test('keys typed before the popup do not answer it', async () => {
  const fake = fakeTty()
  await fake.type('a', 'a\r')
  const response = terminalPrompter(fake.tty, en).ask(popupQuestion)
  await fake.shows('Allow')
  await fake.elapse()
  expect(fake.screen.text()).toContain('Allow')
  await fake.press('r')
  expect(await answerOf(await response)).toBe('reject')
})
test('bursts and pastes do not answer the popup', async () => {
  const fake = await openPopup()
  for (const burst of [
    'ar',
    'a\r',
    `${keyCodes.right}\r`,
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
  await fake.press(keyCodes.escape)
  expect(await fake.answer()).toBe('dismiss')
})
test('Ctrl-Z restores the terminal and stops the whole job; SIGCONT draws the popup again', async () => {
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
  expect(fake.screen.text()).toContain('Earlier keys were ignored')
  await fake.press('r')
  expect(await fake.answer()).toBe('reject')
  expect(fake.screen.text()).toMatch(/^\$ fg\n✖ Rejected/)
})
test('a job that does not stop after Ctrl-Z continues by itself', async () => {
  const fake = await openPopup()
  await fake.type('\x1a')
  await fake.elapse()
  await fake.elapse()
  await fake.press('a')
  expect(await fake.answer()).toBe('accept')
})
test('after a resize the popup is drawn again without leftovers', async () => {
  const fake = await openPopup()
  fake.resize(120)
  await fake.elapse()
  expect(fake.screen.text().match(/Allow/g)).toHaveLength(1)
  await fake.press('a')
  expect(await fake.answer()).toBe('accept')
  expect(fake.screen.lines()).toHaveLength(1)
})
test('a slow paste in pieces does not answer the popup', async () => {
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
test('two popups are answered one after the other', async () => {
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
test.each([
  ['3 lines', { rows: 3 }],
  ['15 columns', { columns: 15 }],
])('in a window of %s nothing is asked, and nothing is drawn', async (_, size) => {
  const fake = fakeTty(size)
  const response = await terminalPrompter(fake.tty, en).ask(popupQuestion)
  expect(response).toEqual({ unanswered: 'too-small' })
  expect(fake.screen.text()).toBe('')
  expect(fake.isRaw()).toBe(false)
  expect(fake.events.eventNames()).toEqual([])
})
test('a window that becomes too small ends the popup, and a key that was pressed before does not count', async () => {
  const fake = await openPopup()
  await fake.elapse()
  await fake.type('a')
  fake.resize(80, 3)
  await fake.elapse()
  expect(await fake.answer()).toEqual({ unanswered: 'too-small' })
  expect(fake.screen.text()).toBe(closingLine)
  expect(fake.isRaw()).toBe(false)
})
