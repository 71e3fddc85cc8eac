import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, normalize, sep } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

interface Room {
  readonly from: readonly string[]
  readonly node: boolean
}

/**
 * What each room may import: rooms, and `node:` or not. catalogue ← machine ← emulator ← store, prompt, miniprogram,
 * seal ← wx, cli; simulate stands alone. Faults, messages and copies are for every room. A room that is new has to be entered here.
 */
const rooms: Readonly<Record<string, Room>> = {
  'copy.ts': { from: [], node: false },
  'faults.ts': { from: [], node: false },
  messages: { from: [], node: false },
  catalogue: { from: [], node: false },
  machine: { from: ['catalogue'], node: false },
  emulator: { from: ['catalogue', 'machine'], node: false },
  json: { from: [], node: false },
  seal: { from: ['catalogue'], node: true },
  miniprogram: { from: ['catalogue', 'machine', 'emulator', 'json'], node: true },
  store: { from: ['catalogue', 'machine', 'emulator', 'json'], node: true },
  prompt: { from: ['catalogue', 'machine', 'emulator'], node: true },
  wx: {
    from: ['catalogue', 'machine', 'emulator', 'seal', 'miniprogram', 'store', 'prompt'],
    // What reads files, or the process, is loaded when it is asked for: see wx/on-disk.ts.
    node: true,
  },
  'index.ts': { from: ['wx'], node: false },
  // Takes what it installs by its shape: nothing of ours is loaded twice for it.
  simulate: { from: [], node: false },
  cli: {
    from: ['catalogue', 'machine', 'emulator', 'seal', 'miniprogram', 'store', 'prompt'],
    node: true,
  },
}

/** The one room that knows a package. */
const packages: Readonly<Record<string, string>> = {
  conf: 'store',
  inquirer: 'prompt',
  '@inquirer/core': 'prompt',
  chalk: 'prompt',
  'fast-string-width': 'prompt',
  'fast-wrap-ansi': 'prompt',
  commander: 'cli',
}

interface Import {
  readonly file: string
  readonly room: string
  readonly source: string
  /** Of a type alone: gone once it is compiled. */
  readonly isType: boolean
}

const src = join(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => ({ file, room: file.split(sep)[0] ?? '', tree: treeOf(join(src, file)) }))

type Node = Readonly<Record<string, unknown>> & { readonly type: string }

const imports: readonly Import[] = files.flatMap(({ file, room, tree }) =>
  nodesIn(tree).flatMap(node => {
    const { source } = node as { readonly source?: { readonly value?: unknown } | null }
    if (typeof source?.value !== 'string') return []
    const isType = node.importKind === 'type' || node.exportKind === 'type' || node.type === 'TSImportType'
    return [{ file, room, source: source.value, isType }]
  }),
)

function treeOf(path: string): Node {
  return parseAst(readFileSync(path, 'utf8'), { lang: 'ts' }) as unknown as Node
}

function nodesIn(tree: unknown): readonly Node[] {
  if (Array.isArray(tree)) return tree.flatMap(nodesIn)
  if (typeof tree !== 'object' || tree === null) return []
  const inside = Object.values(tree).flatMap(nodesIn)
  return 'type' in tree && typeof tree.type === 'string' ? [tree as Node, ...inside] : inside
}

const isOwn = (source: string) => source.startsWith('.')

/** Where an import of ours leads, from `src`: `machine/state.ts`. */
const target = ({ file, source }: Import) => normalize(join(dirname(file), source))
const roomOf = (path: string) => path.split(sep)[0] ?? ''
const said = (found: readonly Import[]) => found.map(({ file, source }) => `${file} imports ${source}`)

test('every room is on the plan, and the parser sees its imports', () => {
  expect([...new Set(files.map(({ room }) => room))].toSorted()).toEqual(Object.keys(rooms).toSorted())
  expect(imports.length).toBeGreaterThan(files.length)
  expect(imports.some(({ isType }) => isType)).toBe(true)
})

describe('imports run inward only', () => {
  test.each(Object.entries(rooms))('from %s', expectInward)

  function expectInward(room: string, { from, node }: Room) {
    const own = imports.filter(one => one.room === room)
    const allowed = new Set([...from, room, 'copy.ts', 'faults.ts', 'messages'])
    const outward = own.filter(one => isOwn(one.source) && !allowed.has(roomOf(target(one))))
    // Faults and texts are below every room, and speak in the types of those above: in types alone.
    const isBelow = room === 'faults.ts' || room === 'messages'
    const wrong = outward.filter(one => !(isBelow && one.isType) && !isManifest(one))
    expect(said(wrong)).toEqual([])
    if (!node) expect(said(own.filter(({ source }) => isBuiltin(source)))).toEqual([])
  }
})

/** The version is read from package.json, by the command line alone. */
const isManifest = (one: Import) => one.room === 'cli' && target(one) === normalize('../package.json')

test('each package is imported by one room', () => {
  const bare = imports.filter(({ source }) => !isOwn(source) && !isBuiltin(source))
  expect(said(bare.filter(({ room, source }) => packages[source] !== room))).toEqual([])
  expect(new Set(bare.map(({ source }) => source))).toEqual(new Set(Object.keys(packages)))
})

test('each package is one that package.json asks for, and not there by somebody else’s grace', () => {
  const { devDependencies, ...manifest } = packageJson
  const asked = { ...devDependencies, ...('dependencies' in manifest ? Object(manifest.dependencies) : {}) }
  expect(Object.keys(packages).filter(name => !Object.hasOwn(asked, name))).toEqual([])
})

test('built-in modules are named with node:', () => {
  expect(said(imports.filter(({ source }) => isBuiltin(source) && !source.startsWith('node:')))).toEqual([])
})

test('nothing in the source touches the running process: it is handed in', () => {
  // A library has nobody who hands it over; the profiles on disk need it, and are loaded on request.
  const exempt = join('wx', 'running.ts')
  const touching = files.filter(({ tree }) =>
    nodesIn(tree).some(
      node =>
        ((node.type === 'MemberExpression' || node.type === 'CallExpression') && isProcess(node.object)) ||
        (node.type === 'MemberExpression' && isGlobalProcess(node)) ||
        (node.type === 'Identifier' && node.name === 'globalThis'),
    ),
  )
  // What a page finds globally is what the adapter is there to put.
  expect(touching.map(({ file }) => file)).toEqual([join('simulate', 'install.ts')])
  const handed = imports.filter(({ source, file }) => /^(node:)?process$/.test(source) && file !== exempt)
  expect(said(handed)).toEqual([])
})

function isProcess(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'name' in node && node.name === 'process'
}

function isGlobalProcess({ object }: Node): boolean {
  return typeof object === 'object' && object !== null && 'name' in object && object.name === 'global'
}

test('nothing in the source imports a test, and only bin reaches into dist', () => {
  const outside = imports.filter(one => isOwn(one.source) && target(one).startsWith('..') && !isManifest(one))
  expect(said(outside)).toEqual([])
})
