import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { scopeStates, transition } from '../../src/machine/state.ts'
import { loadTexts } from '../../src/messages/language.ts'
import { languageNames } from '../../src/messages/language-names.ts'
import { stateDiagrams } from '../../src/walkthrough/html/state-diagram.js'
import { arrowsOf } from '../build/state-arrows.ts'

const inWords = (scope: Parameters<typeof arrowsOf>[0]) =>
  arrowsOf(scope).map(({ from, to, by, event }) => {
    const what =
      event.type === 'answered' ? ` ${event.answer}` : event.type === 'switched' ? ` ${event.on}` : ''
    return `${from} → ${to}: ${by}${what}`
  })

const common = [
  'undecided → accepted: popup accept',
  'undecided → rejected: popup reject',
  'undecided → undecided: popup dismiss',
  'accepted → rejected: settings false',
  'accepted → undecided: deleted',
  'rejected → accepted: settings true',
  'rejected → undecided: deleted',
]

test('The arrows are the transitions of the machine', () => {
  expect(inWords('scope.camera')).toEqual(common)
  expect(inWords('scope.userLocation')).toEqual(common)
})

test('The button of scope.userInfo asks again after a refusal', () => {
  expect(inWords('scope.userInfo').filter(words => !common.includes(words))).toEqual([
    'rejected → accepted: button accept',
    'rejected → rejected: button reject',
    'rejected → rejected: button dismiss',
  ])
})

test('wxauth set leads from each state to each other, as the legend says', () => {
  for (const from of scopeStates)
    for (const state of scopeStates) expect(transition(from, { type: 'arranged', state })).toBe(state)
})

describe.each(languageNames)('The drawing in %s', language => {
  test.each(['common', 'button'] as const)('has every state and every arrow: %s', async kind => {
    const { diagram } = await (await loadTexts(language)).loadWalkthroughHtml()
    const arrows = arrowsOf(kind === 'button' ? 'scope.userInfo' : 'scope.camera')
    const svg = toHtml(stateDiagrams[language][kind], { space: 'svg' })
    for (const state of scopeStates) expect(svg).toContain(`<g class="node ${state}">`)
    // Arrows of one kind between the same states are one.
    const drawn = new Set(arrows.map(({ from, to, by }) => [from, to, by].join()))
    expect(svg.match(/<g class="edge /g)).toHaveLength(drawn.size)
    expect(svg).toContain(`<title>${diagram.title}</title>`)
    expect(/<desc>(.*)<\/desc>/.exec(svg)?.[1]?.match(/[.。]/g)).toHaveLength(
      scopeStates.length + arrows.length,
    )
  })

  test('leaves colors and fonts to the page', () => {
    const svg = toHtml(stateDiagrams[language].button, { space: 'svg' })
    expect(svg).not.toMatch(/fill|stroke|font|black|style|<!--/)
  })
})
