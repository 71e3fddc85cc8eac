import { expect, test } from 'vitest'
import { emptyProfile } from '../../src/machine/profile.ts'
import type { Answer } from '../../src/machine/state.ts'
import { plainPalette } from '../../src/text/color.ts'
import { lead } from '../../src/walkthrough/lead.ts'
import { beginning, type Tour } from '../../src/walkthrough/tour.ts'
import { texts, tourFor } from './tours.ts'

interface Acts {
  /** The keys in their order; after them the person closes the terminal. */
  readonly keys: string
  /** The answers to the popups in their order. */
  readonly answers?: readonly Answer[]
  /** Whether the person moves the switch. */
  readonly moves?: boolean
}

/** Leads a person who acts so. */
async function led(tour: Tour, { keys, answers = [], moves = true }: Acts) {
  const [nextKeys, nextAnswers] = [[...keys], [...answers]]
  const screen: string[] = []
  const bars: string[] = []
  const way = await lead(tour, beginning(tour, emptyProfile), {
    texts,
    layout: { columns: 80, palette: plainPalette },
    say: lines => screen.push(...lines),
    async choose(items) {
      bars.push(items.map(({ key, label }) => `[${key}] ${label}`).join(' '))
      const key = nextKeys.shift()
      if (key === undefined) return { unanswered: 'input-ended' }
      const index = items.findIndex(item => item.key === key)
      if (index === -1) throw new Error(`${bars.at(-1)} has no ${key}`)
      return index
    },
    prompter: {
      async ask() {
        const answer = nextAnswers.shift()
        return answer === undefined ? { unanswered: 'input-ended' } : { answer }
      },
    },
    visitor: {
      async visit(page) {
        const one = page.switches().find(({ scope }) => scope === tour.scope)
        if (moves && one !== undefined) await page.flip(one.scope, !one.on)
        return { missing: [] }
      },
    },
  })
  return { way, ids: way.steps.map(({ id }) => id).join(' '), text: screen.join('\n'), bars }
}

const record = tourFor('wx.startRecord')

test('Who rejects is led over the settings page to a call that works, and may then leave', async () => {
  const { ids, text, way } = await led(record, { keys: 'nnnnnq', answers: ['reject'] })
  expect(ids).toBe('prepare ask call-again open-settings call-after-settings reset')
  expect(way.notPlayed).toBeUndefined()
  expect(text).toContain('Now you are the user. Answer the popup:')
  expect(text).toContain('Now you are the user. Switch “Recording feature” on, then close the page:')
  expect(text).toContain('See what happens when the user allows it?')
})

test('Who accepts is led along that way, and then asked about the other', async () => {
  const { ids, text, bars } = await led(record, { keys: 'nnnnnq', answers: ['accept'] })
  expect(ids).toBe('prepare ask call-again settings-by-hand call-after-settings reset')
  expect(text).toContain('Switch “Recording feature” off')
  expect(text).toContain('See what happens when the user says no?')
  expect(bars.at(-1)).toBe('[n] The other way [b] Back [m] More [q] Leave')
})

test('Who wants sees one way after the other, until every way was seen', async () => {
  const { ids, text, bars } = await led(record, {
    keys: 'nnnnnnnnnnnnnq',
    answers: ['accept', 'reject', 'dismiss', 'dismiss'],
  })
  expect(ids).toBe(
    [
      'prepare ask call-again settings-by-hand call-after-settings reset',
      'ask call-again open-settings call-after-settings reset',
      'ask ask-again not-recorded',
    ].join(' '),
  )
  expect(text).toContain('You have seen every way')
  expect(bars.at(-1)).toBe('[q] Leave [b] Back [m] More')
  // Every way begins with the number of the first question.
  expect(text.match(/^2\. /gm)).toHaveLength(3)
})

test('Going back brings the profile of that point back: the popup asks again', async () => {
  const { ids, text } = await led(record, { keys: 'nnbnq', answers: ['reject', 'accept'] })
  expect(ids).toBe('prepare ask call-again')
  expect(text.match(/Answer the popup:/g)).toHaveLength(2)
  expect(text).toContain('3. Your page calls wx.startRecord, which the user has rejected')
  expect(text).toContain('3. Your page calls wx.startRecord, which the user has allowed')
})

test('The first step has nothing to go back to', async () => {
  expect((await led(record, { keys: 'q' })).bars).toEqual(['[n] Next [m] More [q] Leave'])
})

test('Saying more stays at the step, once', async () => {
  const { ids, bars, text } = await led(record, { keys: 'mq' })
  expect(ids).toBe('prepare')
  expect(bars).toEqual(['[n] Next [m] More [q] Leave', '[n] Next [q] Leave'])
  expect(text).toContain('More: Most users reject')
})

test('A switch that is left off keeps the user rejected', async () => {
  const { text } = await led(record, { keys: 'nnnnq', answers: ['reject'], moves: false })
  expect(text).toContain('The user still says no.')
  expect(text).toContain('5. Your page calls wx.startRecord, which the user has rejected')
})

test('The second tap on the button asks again, and an answer there leads on', async () => {
  const { ids } = await led(tourFor('wx.getUserInfo'), {
    keys: 'nnnnnnq',
    answers: ['reject', 'accept'],
  })
  expect(ids).toBe('prepare authorize ask call-again tap-again call-after-settings reset')
})

test('If the person is gone, the way so far and the reason are returned', async () => {
  const atMenu = await led(record, { keys: 'n', answers: ['reject'] })
  expect(atMenu.ids).toBe('prepare ask')
  expect(atMenu.way.notPlayed).toEqual({ caller: 'wx.startRecord', why: 'input-ended' })
  const atPopup = await led(record, { keys: 'n' })
  expect(atPopup.ids).toBe('prepare')
  expect(atPopup.way.notPlayed).toEqual({ caller: 'wx.startRecord', why: 'input-ended' })
})
