import { describe, expect, test } from 'vitest'
import type { ShownElement } from '../../src/pages/engine/shown.ts'
import {
  elementsAt,
  inputIn,
  isTappable,
  parseTarget,
  splitInput,
  type Target,
} from '../../src/pages/target.ts'

describe('the words of a target', () => {
  test.each<readonly [string, Target]>([
    ['.near', { by: 'class', value: 'near' }],
    ['.按钮', { by: 'class', value: '按钮' }],
    ['.5 km away', { by: 'visible', value: '.5 km away' }],
    ['#ok', { by: 'id', value: 'ok' }],
    ['# 1 in town', { by: 'visible', value: '# 1 in town' }],
    ['[name=phone]', { by: 'attribute', name: 'name', value: 'phone' }],
    ['[data-id="a=b"]', { by: 'attribute', name: 'data-id', value: 'a=b' }],
    ["[name='']", { by: 'attribute', name: 'name', value: '' }],
    ['[open-type]', { by: 'attribute', name: 'open-type', value: undefined }],
    ['[sic] the end', { by: 'visible', value: '[sic] the end' }],
    ['handler:locate', { by: 'handler', value: 'locate' }],
    ['tag:button', { by: 'tag', value: 'button' }],
    ['text:.near', { by: 'text', value: '.near' }],
    ['handler:', { by: 'visible', value: 'handler:' }],
    ['Show what is near', { by: 'visible', value: 'Show what is near' }],
  ])('%s', (words, target) => expect(parseTarget(words)).toEqual(target))

  test.each([
    ['#name=Ann', ['#name', 'Ann']],
    ['[name=phone]=1=2', ['[name=phone]', '1=2']],
    ['Your name=', ['Your name', '']],
    ['姓名=小明', ['姓名', '小明']],
    ['[name=phone]', undefined],
    ['=Ann', undefined],
    ['Ann', undefined],
  ])('%s is split into what is typed into and the text', (words, parts) =>
    expect(splitInput(words)).toEqual(parts),
  )
})

let numbers = 0
function element(more: Partial<ShownElement> = {}, ...children: readonly ShownElement[]): ShownElement {
  numbers += 1
  const made: ShownElement = {
    number: numbers,
    tag: 'view',
    is: '',
    owner: 'pages/near/index',
    id: '',
    classes: [],
    attributes: {},
    dataset: {},
    handlers: [],
    isDisabled: false,
    text: '',
    place: undefined,
    parent: undefined,
    children,
    ...more,
  }
  for (const child of children) Object.assign(child, { parent: made })
  return made
}
const all = (one: ShownElement): readonly ShownElement[] => [one, ...one.children.flatMap(all)]

const tap = (name: string) => ({
  event: 'tap',
  name,
  isFinal: false,
  isMutated: false,
  isCapture: false,
  isWxs: false,
})
const button = (text: string, more: Partial<ShownElement> = {}) =>
  element({ tag: 'button', text, handlers: [tap('go')], ...more })

describe('the elements of a target', () => {
  const inner = element({ tag: 'text', text: 'Card' })
  const card = element({ text: 'Card', classes: ['card'], handlers: [tap('open')] }, inner)
  const label = element({ tag: 'text', text: 'Save' })
  const save = button('Save all', { id: 'save', dataset: { itemId: 3 }, attributes: { type: 'primary' } })
  const input = element({ tag: 'input', attributes: { placeholder: 'Your name' } })
  const field = element({ classes: ['field'] }, input)
  const page = element({ text: 'Card\nSave\nSave all' }, card, label, save, field)
  const found = (words: string) => elementsAt(parseTarget(words), all(page))

  test.each<readonly [string, readonly ShownElement[]]>([
    ['.card', [card]],
    ['#save', [save]],
    ['[type=primary]', [save]],
    ['[data-item-id=3]', [save]],
    ['[type=warn]', []],
    ['handler:open', [card]],
    ['tag:button', [save]],
    // Text that is equal comes first, although it answers no tap.
    ['Save', [label]],
    // The tap of the inner element bubbles to the card.
    ['Card', [inner]],
    ['Save al', [save]],
    ['  save', []],
    ['Your name', [input]],
    ['', []],
  ])('%s', (words, elements) => expect(found(words)).toEqual(elements))

  test('an input inside of what is named is meant', () => {
    expect(inputIn(field)).toBe(input)
    expect(inputIn(card)).toBeUndefined()
  })

  test.each<readonly [string, ShownElement, boolean]>([
    ['a handler', button('Go'), true],
    ['a button without one', element({ tag: 'button' }), false],
    ['an open-type', element({ tag: 'button', attributes: { 'open-type': 'openSetting' } }), true],
    ['a picker', element({ tag: 'picker' }), true],
    ['something disabled', button('Go', { isDisabled: true }), false],
  ])('%s can be tapped or not', (_, one, can) => expect(isTappable(one)).toBe(can))
})
