import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { errMsgName } from '../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { guide } from '../../src/guide/guide.ts'
import { rowText } from '../../src/guide/in-words.ts'
import type { Sentence } from '../../src/guide/sentence.ts'
import { scopeList } from './scope-list.ts'

const rowsOf = (sentence: Sentence) => ('rows' in sentence ? sentence.rows : [])

describe('The guide as rows', () => {
  test('has a sentence of each kind in the order of the guide', () => {
    expect(guide.map(({ kind }) => kind)).toEqual([
      ...['title', 'sentence', 'sentence', 'sentence', 'sentence', 'sentence'],
      ...['bullet', 'bullet', 'bullet', 'bullet', 'bullet', 'bullet'],
      ...['title', 'sentence'],
      ...['title', 'sentence', 'sentence'],
      ...['title', 'sentence'],
      ...['title', ...Array.from({ length: 10 }, () => 'row')],
      ...['title', 'sentence'],
      ...['title', 'practice'],
      ...['title', 'note', 'note', 'note'],
    ])
    expect(guide).toHaveLength(38)
  })

  test.each([
    [0, 'Authorization'],
    [5, 'When such an API is called:'],
    [12, 'Obtain User Authorization Settings'],
    [20, 'scope Corresponding APIs Description'],
    [29, 'scope.camera camera Component Camera'],
    [30, 'Period of Validity'],
    [36, 'Use <button open-type="getUserInfo"/>'],
  ])('has at position %d: %s', (position, text) => {
    expect(guide[position]?.text).toBe(text)
  })

  test('has the words of the guide and no others', () => {
    // The digest of the whole page without bullets and numbers, with single spaces and plain quotes.
    const words = guide.map(({ text }) => text.replaceAll('’', "'")).join(' ')
    const digest = createHash('sha256').update(words).digest('hex')
    expect(digest).toBe('68df06c4c351644c4e62228e9aef8de23be01864b5ce45cf728e2419219d735f')
  })

  test.each(guide.map(sentence => [sentence.text, sentence] as const))(
    'has rows, or a reason why not: %s',
    (_, sentence) => {
      if ('context' in sentence) expect(sentence.context.length).toBeGreaterThan(20)
      else expect(sentence.rows.flatMap(({ steps }) => steps).length).toBeGreaterThan(0)
    },
  )

  test.each(guide.map(sentence => [sentence.text, rowsOf(sentence)] as const))(
    'has no two rows with the same text: %s',
    (_, rows) => {
      expect([...new Set(rows.map(rowText))]).toEqual(rows.map(rowText))
    },
  )

  // If you add an API to a scope, add it to scope-list.ts as the guide has it.
  test('has the scopes and APIs of scope-list.ts, with the same results', () => {
    const { scopeNames, guardedApis, rowOf, apiOf } = guideCatalogue
    const ofCatalogue = scopeNames.map(scope => ({
      scope,
      description: rowOf(scope).description,
      apis: guardedApis
        .filter(api => apiOf(api).scope === scope)
        .map(api => ({ api, name: errMsgName(api), carries: apiOf(api).receives })),
    }))
    expect(ofCatalogue).toEqual(scopeList)
  })

  test.each([
    'Some of the APIs need users’ authorization before they can be called.',
    'After a scope is authorized, all of its APIs can be used directly.',
    'If the user has not accepted or rejected this authorization, a pop-up window will appear to ask the user if he/she wants to accept.',
    'The API can be called only after the user clicks to accept;',
    'If the user has accepted authorization, the API can be called directly;',
    'If the user has rejected authorization, no pop-up appears.',
    'Instead, API fail callback will be accessed directly.',
    'Developers should make the scenario compatible where the user has rejected to authorization.',
  ])('covers all APIs if the sentence is about any: %s', text => {
    const rows = guide.filter(sentence => sentence.text === text).flatMap(rowsOf)
    const apis = rows.flatMap(({ steps }) =>
      steps.flatMap(({ when }) => (when.do === 'call' ? [when.api] : [])),
    )
    expect(new Set(apis)).toEqual(new Set(guideCatalogue.guardedApis))
  })
})
