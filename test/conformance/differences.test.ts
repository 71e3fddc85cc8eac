import { expect, test } from 'vitest'
import type { Chapter } from '../../src/guide/rule.ts'
import { today } from '../../src/guide/today.ts'
import { holdsBlock } from '../readme/blocks.ts'
import { ruleDifferences, scopeDifferences } from './differences.ts'

const file = 'test/conformance/README.md'

test('The README has the scopes of both editions', () => {
  holdsBlock(file, 'scopes', scopeDifferences())
})

test('The README has the rules of today’s edition, with what the guide says instead', () => {
  holdsBlock(file, 'rules', ruleDifferences(today))
})

test('A rule is one line with its source, as a link if it has an address', () => {
  const rule = { text: 'It rains.', guide: 'The sun shines.', since: '2022', rows: [] } as const
  const chapter: Chapter = {
    title: 'Weather',
    rules: [
      { ...rule, source: 'example.com/rain', confidence: 'official' },
      { ...rule, source: 'a book, page 3', confidence: 'one report' },
    ],
  }
  expect(ruleDifferences([chapter])).toMatchInlineSnapshot(`
    "### Weather

    | today | in the guide | since | source | rows run |
    | --- | --- | --- | --- | --- |
    | It rains. | The sun shines. | 2022 | [official](https://example.com/rain) | 0 |
    | It rains. | The sun shines. | 2022 | one report: a book, page 3 | 0 |"
  `)
})
