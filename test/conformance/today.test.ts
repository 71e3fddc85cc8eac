import { describe, expect, test } from 'vitest'
import { errMsgName } from '../../src/catalogue/catalogue.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import { platforms } from '../../src/catalogue/platforms.ts'
import { rowText } from '../../src/guide/in-words.ts'
import type { Rule } from '../../src/guide/rule.ts'
import type { Row } from '../../src/guide/sentence.ts'
import { today } from '../../src/guide/today.ts'
import { todayApis, todayScopes } from './today-list.ts'

const rules = today.flatMap(chapter => chapter.rules)
const named = rules.map(rule => [rule.text, rule] as const)

const apisIn = (rows: readonly Row[]) =>
  new Set(rows.flatMap(({ steps }) => steps.flatMap(({ when }) => (when.do === 'call' ? [when.api] : []))))

describe('Today’s rules as rows', () => {
  test('are in the order in which a call meets them, with this many rows each', () => {
    const counts = today.map(({ title, rules }) => [title, rules.map(({ rows }) => rows.length).join(' ')])
    expect(counts).toMatchInlineSnapshot(`
      [
        [
          "Parameters, and what app.json declares",
          "3 30 24 15 27 8 6 17",
        ],
        [
          "The privacy guideline and the agreement to it",
          "73 2 34 68 102 20 5 2 4",
        ],
        [
          "Scopes",
          "1 48 24 48 40 15 9",
        ],
        [
          "Scopes that were retired",
          "9 7 6 1 12 6 4 4",
        ],
        [
          "What the phone permits WeChat",
          "26 78 11 26 10",
        ],
        [
          "The settings page, and deleting the Mini Program",
          "28 5 1 1 4 2",
        ],
        [
          "Spellings of platforms, in both editions",
          "12 12 3 6 6 3",
        ],
      ]
    `)
  })

  test.each(named)('say since when and where: %s', (_, { since, source, guide, confidence, text }) => {
    expect(since).toMatch(/^\d/)
    expect(source).toMatch(/^[\w.-]+\.\w+(\/|,)/)
    for (const sentence of [text, guide]) expect(sentence).toMatch(/^[A-Z`].*\.$/)
    expect(confidence).not.toBe('')
  })

  test.each(named)('have no two rows with the same text: %s', (_, { rows }) => {
    expect(rows.length).toBeGreaterThan(0)
    expect([...new Set(rows.map(rowText))]).toEqual(rows.map(rowText))
  })

  test('have no text twice', () => {
    expect(new Set(rules.map(({ text }) => text)).size).toBe(rules.length)
  })

  // If you add a scope or an API, add it to today-list.ts as WeChat's pages have it.
  test('have the scopes and APIs of today-list.ts, with the same results', () => {
    const { scopeNames, guardedApis, rowOf, apiOf } = todayCatalogue
    expect(scopeNames.map(scope => ({ scope, description: rowOf(scope).description }))).toEqual(todayScopes)
    expect(guardedApis.map(api => ({ api, name: errMsgName(api), carries: apiOf(api).receives }))).toEqual(
      todayApis,
    )
  })

  const all = todayCatalogue.guardedApis
  const scoped = all.filter(api => todayCatalogue.apiOf(api).scope !== null)
  const layered = (layer: 'purpose' | 'privateInfo' | 'backgroundMode' | 'privacy' | 'system') =>
    all.filter(api => {
      const { sample = {} } = todayCatalogue.apiOf(api)
      return todayCatalogue.layersOf(api, sample)[layer] !== undefined
    })
  const coverage: readonly (readonly [string, readonly string[]])[] = [
    ['While a scope is undecided, each', scoped],
    ['Once a scope is accepted', scoped],
    ['A refusal has the errno 103', scoped],
    ['Every API that reads the location', layered('purpose')],
    ['These APIs must stand in', layered('privateInfo')],
    ['If the guideline does not declare', layered('privacy')],
    ['An accepted scope does not help', layered('system')],
  ]
  test.each(coverage)('cover all APIs that a rule is about: %s', (start, apis) => {
    const about = rules.filter(({ text }: Rule) => text.startsWith(start))
    expect(about).toHaveLength(1)
    expect(apisIn(about.flatMap(({ rows }) => rows))).toEqual(new Set(apis))
  })

  test('cover every scope in wx.authorize, every API and every platform', () => {
    const rows = rules.flatMap(({ rows }) => rows)
    const authorized = rows.flatMap(({ steps }) =>
      steps.flatMap(({ when }) => (when.do === 'authorize' ? [when.scope] : [])),
    )
    expect(new Set(authorized)).toEqual(new Set(todayCatalogue.scopeNames))
    expect(apisIn(rows)).toEqual(new Set(all))
    expect(new Set(rows.flatMap(({ given: { platform } }) => platform ?? []))).toEqual(new Set(platforms))
  })
})
