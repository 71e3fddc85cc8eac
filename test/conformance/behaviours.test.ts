import { expect, test } from 'vitest'
import { guide } from '../../src/guide/guide.ts'
import type { Sentence } from '../../src/guide/sentence.ts'
import { asks, refuses, row, scopeNamed } from '../../src/guide/steps.ts'
import { holdsBlock } from '../readme/blocks.ts'
import { behaviours } from './behaviours.ts'

const camera = scopeNamed('scope.camera').apis[0]

test('The README has the table of behaviors that the guide gives', () => {
  holdsBlock('test/conformance/README.md', 'behaviours', behaviours(guide))
})

test('Each sentence is one line with its example row and the number of its rows', () => {
  const sentence: Sentence = {
    text: `Use <camera/>, ${'and say so '.repeat(20)}`,
    kind: 'note',
    rows: [
      row({}, asks(camera, 'accept')),
      { ...row({}, asks(camera, 'reject'), refuses(camera)), example: true },
    ],
  }
  const heading: Sentence = { text: 'Notes', kind: 'title', context: 'A heading.' }
  expect(behaviours([heading, sentence])).toMatchInlineSnapshot(`
    "| the guide says | given | when | then | rows run |
    | --- | --- | --- | --- | --- |
    | Use &lt;camera/>, and say so and say so and say so and say so and say so and say so and say so and say so and … | nothing decided | 1. \`<camera/>\`, the user rejects<br>2. \`<camera/>\` | 1. a popup for scope.camera, fail \`insertCamera:fail auth deny\`, scope.camera rejected<br>2. no popup, fail \`insertCamera:fail auth deny\` | 2, such as this |"
  `)
})
