import { expect, test } from 'vitest'
import { launchWritten, page, tap } from '../support/open.ts'

test('Behaviors, observers and computed data', async () => {
  const app = launchWritten({
    ...page('Page({})', '<c first="a" last="b" />', '{ "usingComponents": { "c": "/c/c" } }'),
    'c/names.js':
      'module.exports = Behavior({ properties: { first: String, last: String }, methods: { join() { return this.data.first + this.data.last } } })',
    'c/c.js': `const names = require('./names')
Component({ behaviors: [names, 'wx://form-field'], data: { both: '' },
  observers: { 'first, last'(first, last) { this.setData({ both: first + ' ' + last + ' ' + this.join() }) } } })`,
    'c/c.wxml': '<text>{{both}}</text>',
  })
  await app.open('pages/a/a')
  expect(app.text()).toBe('a b ab')
  expect(app.errors()).toEqual([])
})

test('Relations join parents and children', async () => {
  const app = launchWritten({
    ...page(
      'Page({})',
      '<list><item /><item /></list>',
      '{ "usingComponents": { "list": "/list/list", "item": "/list/item" } }',
    ),
    'list/list.js': `Component({ relations: { './item': { type: 'child', linked() { this.setData({ count: this.getRelationNodes('./item').length }) } } } })`,
    'list/list.wxml': '<view>{{count}} <slot /></view>',
    'list/item.js': `Component({ relations: { './list': { type: 'parent' } } })`,
    'list/item.wxml': '<text>i</text>',
  })
  await app.open('pages/a/a')
  expect(app.text()).toBe('2\ni\ni')
})

test('Generics take the component that the page names', async () => {
  const app = launchWritten({
    ...page(
      'Page({})',
      '<frame generic:body="red" />',
      '{ "usingComponents": { "frame": "/f/frame", "red": "/f/red" } }',
    ),
    'f/frame.js': 'Component({})',
    'f/frame.json': '{ "component": true, "componentGenerics": { "body": { "default": "./blue" } } }',
    'f/frame.wxml': '<body />',
    'f/red.js': 'Component({})',
    'f/red.wxml': '<text>red</text>',
    'f/blue.js': 'Component({})',
    'f/blue.wxml': '<text>blue</text>',
  })
  await app.open('pages/a/a')
  expect(app.text()).toBe('red')
})

test('A component may use itself', async () => {
  const app = launchWritten({
    ...page('Page({})', '<tree depth="{{2}}" />', '{ "usingComponents": { "tree": "/t/tree" } }'),
    't/tree.js': 'Component({ properties: { depth: Number } })',
    't/tree.json': '{ "component": true, "usingComponents": { "tree": "./tree" } }',
    't/tree.wxml': '<view>{{depth}}</view><tree wx:if="{{depth > 0}}" depth="{{depth - 1}}" />',
  })
  await app.open('pages/a/a')
  expect(app.text()).toBe('2\n1\n0')
})

test('Named slots hold what the page puts in them, and its handlers are the page’s', async () => {
  const app = launchWritten({
    ...page(
      'Page({ data: { on: 0 }, go() { this.setData({ on: this.data.on + 1 }) } })',
      '<c><view slot="foot" bind:tap="go">foot {{on}}</view><view slot="head">head</view><view slot="none">none</view></c>',
      '{ "usingComponents": { "c": "/c/c" } }',
    ),
    'c/c.js': 'Component({ options: { multipleSlots: true } })',
    'c/c.wxml': '<slot name="head" /><view>middle</view><slot name="foot" />',
  })
  await app.open('pages/a/a')
  await tap(app, 'foot')
  expect(app.text()).toBe('head\nmiddle\nfoot 1')
})

test('A page reaches its components, and data of another type is converted', async () => {
  const app = launchWritten({
    ...page(
      "Page({ onReady() { this.setData({ word: this.selectComponent('#c').say() }) } })",
      '<c id="c" count="3" list="{{[1, 2]}}" />{{word}}',
      '{ "usingComponents": { "c": "/c/c" } }',
    ),
    'c/c.js': `Component({ properties: { count: Number, list: { type: Array, value: [] } },
      methods: { say() { return typeof this.data.count + ' ' + Array.isArray(this.data.list) } } })`,
    'c/c.wxml': '<view />',
  })
  await app.open('pages/a/a')
  expect(app.text()).toBe('number true')
})

test('Two launches of one program share nothing', async () => {
  const files = page('let count = 0\nPage({ onLoad() { count += 1; this.setData({ count }) } })', '{{count}}')
  for (let at = 0; at < 2; at += 1) {
    const app = launchWritten(files)
    await app.open('pages/a/a')
    expect(app.text()).toBe('1')
  }
})

test('Methods that onLoad assigns hear events, and a property may be called dataset', async () => {
  const app = launchWritten({
    ...page(
      "Page({ onLoad() { this.go = () => this.setData({ word: 'gone' }) } })",
      '<view bindtap="go">Go {{word}}</view><c dataset="{{ { a: 1 } }}" />',
      '{ "usingComponents": { "c": "/c/c" } }',
    ),
    'c/c.js': 'Component({ properties: { dataset: Object } })',
    'c/c.wxml': '<text>{{dataset.a}}</text>',
  })
  await app.open('pages/a/a')
  await tap(app, 'Go')
  expect(app.text()).toBe('Go gone\n1')
})

test.each([
  ['the component that its own JSON names', '{ "default": "./blue" }', '<frame />', 'blue\nend', []],
  ['nothing, where nobody names one', 'true', '<frame />', 'end', ['component-missing f/frame.wxml']],
  [
    'nothing, where the page names none that is there',
    '{ "default": "./blue" }',
    '<frame generic:body="red" />',
    'end',
    ['component-missing f/frame.wxml'],
  ],
])('A generic shows %s', async (_what, generic, wxml, shown, notices) => {
  const app = launchWritten({
    ...page('Page({})', wxml, '{ "usingComponents": { "frame": "/f/frame" } }'),
    'f/frame.js': 'Component({})',
    'f/frame.json': `{ "component": true, "componentGenerics": { "body": ${generic} } }`,
    'f/frame.wxml': '<body><text>inside</text></body><view>end</view>',
    'f/blue.js': 'Component({})',
    'f/blue.wxml': '<text>blue</text>',
  })
  await app.open('pages/a/a')
  expect(app.text()).toBe(shown)
  expect(app.errors()).toEqual([])
  expect(app.notices().map(({ code, file }) => `${code} ${file}`)).toEqual(notices)
})

test.each([
  ['an observer without its method', "properties: { a: { type: null, observer: 'missing' } }"],
  ['a list of types', 'properties: { a: { type: [Boolean, String], value: false } }'],
])('What the phone only warns of is a notice: %s', async (_what, definition) => {
  const app = launchWritten({
    ...page('Page({})', '<c a="{{1}}" />', '{ "usingComponents": { "c": "/c/c" } }'),
    'c/c.js': `Component({ ${definition} })`,
    'c/c.wxml': '<view>{{a}}</view>',
  })
  await app.open('pages/a/a')
  expect(app.text()).toBe('1')
  expect(app.errors()).toEqual([])
  expect(app.notices()).toMatchObject([{ code: 'unusable-definition', file: 'c/c.js' }])
})

test('WXML calls functions of wxs, and no methods of texts and lists', async () => {
  const app = launchWritten(
    page(
      "Page({ data: { text: '', list: [1] } })",
      `<wxs module="m">module.exports = { size: function (text) { return text.length } }</wxs>
<view class="{{text.trim().length > 0 ? 1 : 2}}">{{m.size('abc')}}{{list.join('-')}}{{text.trim()}}.</view>`,
    ),
  )
  await app.open('pages/a/a')
  expect(app.text()).toBe('3.')
  expect(app.errors()).toEqual([])
})
