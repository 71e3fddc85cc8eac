import { createContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { assetScript, templateCompiler } from '../../../src/pages/context/assets.ts'
import { compileTemplate } from '../../../src/pages/source/compile-template.ts'
import { markPlaces, placeMark } from '../../../src/pages/source/mark-places.ts'

type Members = Readonly<Record<string, unknown>>

/** The engine, as a context has it. */
function engine(): { readonly easel: Members; readonly adapter: Members } {
  const context = createContext({})
  const run = (name: 'easel' | 'adapter') =>
    assetScript(name).runInContext(context) as (...args: readonly unknown[]) => void
  const [easel, adapter] = [{}, {}]
  run('easel')({}, easel, { env: { NODE_ENV: 'production' } })
  run('adapter')({}, adapter, () => easel)
  return { easel, adapter }
}

/** What a compiled template calls while it makes its elements. */
function callsOf(wxml: string): readonly (readonly [member: string, ...args: readonly unknown[]])[] {
  const { code } = compileTemplate(templateCompiler(), 'a', wxml, wxml)
  const make = new Function('G', 'R', 'D', 'X', 'Y', 'Z', 'P', 'Q', `return ${code}`)
  const list: [string, ...unknown[]][] = []
  const member =
    (name: string) =>
    (_element: unknown, ...args: readonly unknown[]) => {
      list.push([name, ...args])
    }
  const wrapper = Object.fromEntries(['v', 'r', 'm', 'c', 'd', 'i', 'y'].map(name => [name, member(name)]))
  const filter = () => undefined
  const group = make(
    {},
    {},
    () => () => ({}),
    Object,
    String,
    () => true,
    () => filter,
    {},
  )
  const { C } = group('')({ ...wrapper, setFnFilter: filter }, true, {}, undefined)
  const element = (
    _tag: string,
    _generics: object,
    fill: (node: object, isNew: boolean) => void,
    inside: typeof C,
  ) => {
    fill({}, true)
    inside(true, filter, element, filter, filter, filter, filter)
  }
  C(true, filter, element, filter, filter, filter, filter)
  return list
}

describe('The engine has the undocumented members that the hooks stand on', () => {
  test.each([
    [
      'v, a listener, with its three ways',
      '<view capture-catch:tap="go" />',
      ['v', 'tap', 'go', true, false, true],
    ],
    ['v, a mutated listener', '<view mut-bind:tap="go" />', ['v', 'tap', 'go', false, true, false]],
    ['r, an attribute', '<button open-type="share" />', ['r', 'open-type', 'share']],
    ['r, a listener in its short form, which it hands to v', '<view bindtap="go" />', ['r', 'bindtap', 'go']],
    ['m, a mark', '<view mark:x="1" />', ['m', 'x', '1']],
  ])('%s', (_name, wxml, call) => {
    const [first] = callsOf(wxml)
    expect(first?.slice(0, call.length)).toEqual(call)
  })

  test('the wrapper itself has them, and eventListenerWrapper', () => {
    const source = assetScript('easel')
    expect(source).toBeDefined()
    const { easel } = engine()
    // A wrapper is made for each instance of a component; a template sees it first.
    const seen: Members[] = []
    const { ComponentSpace, Element, EmptyBackendContext } = easel as Readonly<Record<string, never>>
    const space = new (
      ComponentSpace as unknown as new () => {
        define: (is: string) => { template: (t: object) => { registerComponent: () => unknown } }
        createComponentByUrl: (...args: readonly unknown[]) => unknown
      }
    )()
    const content = () => (wrapper: Members) => {
      seen.push(wrapper)
      return { C: () => undefined }
    }
    space.define('a').template({ content }).registerComponent()
    space.createComponentByUrl('page', 'a', null, new (EmptyBackendContext as unknown as new () => object)())
    expect(Element).toBeTypeOf('function')
    expect(seen).toHaveLength(1)
    for (const name of ['v', 'r', 'm', 'eventListenerWrapper']) expect(seen[0]?.[name]).toBeTypeOf('function')
  })
})

test.each([
  'Component',
  'Element',
  'EmptyBackendContext',
  'Event',
  'NativeNode',
  'TextNode',
  'addGlobalErrorListener',
  'addGlobalWarningListener',
  'globalOptions',
])('The engine exports %s', name => {
  expect(engine().easel[name]).toBeDefined()
})

test('The adapter makes code spaces', () => {
  expect(engine().adapter.MiniProgramEnv).toBeTypeOf('function')
})

test('The three packages are pinned to one version, because compiled templates and the engine belong together', () => {
  const { devDependencies } = packageJson
  expect([
    devDependencies['glass-easel'],
    devDependencies['glass-easel-miniprogram-adapter'],
    devDependencies['glass-easel-template-compiler'],
  ]).toEqual(['0.12.1', '0.12.1', '0.12.1'])
})

test('A mark says where each tag is written, and nothing else moves to another line', () => {
  const { text, tags } = markPlaces(
    '<view\n  a="1 < 2">\r\n  <block><text>{{ a <b }}</text></block><!-- <x> -->\r\n</view>',
    3,
  )
  expect(text).toBe(
    `<view mark:${placeMark}="3:1:1"\n  a="1 < 2">\r\n  <block><text mark:${placeMark}="3:3:10">{{ a <b }}</text></block><!-- <x> -->\r\n</view>`,
  )
  expect([...tags]).toEqual(['view', 'block', 'text'])
})
