import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, normalize, sep } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

interface Room {
  /** Rooms that it may import. */
  readonly from: readonly string[]
  /** Whether it may import modules of Node. */
  readonly node: boolean
}

const ground = ['json', 'locks', 'text']
const domain = ['catalogue', 'machine', 'faults.ts']
const ports = ['emulator', 'store', 'prompt', 'project', 'seal']

/** The rooms, from the ground up. Add new rooms here. */
const rooms: Readonly<Record<string, Room>> = {
  text: { from: [], node: false },
  json: { from: ['text'], node: true },
  locks: { from: ['text'], node: true },
  catalogue: { from: ['json'], node: false },
  machine: { from: ['catalogue'], node: false },
  'faults.ts': { from: [...ground, 'catalogue', 'machine'], node: false },
  guide: { from: ['catalogue', 'machine'], node: false },
  emulator: { from: [...domain, 'json'], node: false },
  // It has the texts of all rooms, and may import types from them.
  messages: { from: ['faults.ts', 'machine', 'text'], node: false },
  seal: { from: ['catalogue'], node: true },
  project: { from: [...domain, 'emulator', 'json', 'text'], node: true },
  store: { from: [...domain, ...ground, 'emulator'], node: true },
  prompt: { from: [...domain, 'emulator', 'locks', 'text'], node: true },
  session: { from: [...domain, 'emulator', 'prompt', 'json', 'text'], node: false },
  // Draws pages: no word of the domain.
  html: { from: ['text'], node: false },
  walkthrough: {
    from: [...domain, 'emulator', 'guide', 'html', 'prompt', 'store', 'text'],
    node: false,
  },
  explore: { from: [...domain, 'html', 'json', 'text'], node: false },
  wx: { from: [...domain, ...ground, ...ports, 'session', 'messages'], node: true },
  'index.ts': { from: ['faults.ts', 'wx'], node: false },
  // Declares the types of what it installs itself, so that it loads no other room a second time.
  simulate: { from: ['json', 'faults.ts', 'messages'], node: true },
  pages: { from: [...domain, ...ground, ...ports, 'session', 'wx', 'messages'], node: true },
  // Plays paths of `explore` on the real program.
  playing: { from: [...domain, ...ground, ...ports, 'session', 'pages', 'explore'], node: true },
  cli: {
    from: [
      ...domain,
      ...ground,
      ...ports,
      'session',
      'walkthrough',
      'pages',
      'explore',
      'playing',
      'messages',
    ],
    node: true,
  },
}

/** Each package, with the only room that imports it. */
const packages: Readonly<Record<string, string>> = {
  conf: 'store',
  inquirer: 'prompt',
  '@inquirer/core': 'prompt',
  chalk: 'text',
  'fast-string-width': 'text',
  commander: 'cli',
  sucrase: 'pages',
  '@jridgewell/trace-mapping': 'pages',
  'glass-easel-template-compiler': 'pages',
  acorn: 'explore',
  hast: 'html',
  hastscript: 'html',
  'hast-util-to-html': 'html',
}

interface Import {
  readonly file: string
  readonly room: string
  readonly source: string
  /** Whether only types are imported: such imports disappear when compiled. */
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

/** The path of an import from `src`: `machine/state.ts`. */
const target = ({ file, source }: Import) => normalize(join(dirname(file), source))
const roomOf = (path: string) => path.split(sep)[0] ?? ''
const linesOf = (some: readonly Import[]) => some.map(({ file, source }) => `${file} imports ${source}`)

test('Every room is in the plan, and the parser sees its imports', () => {
  expect([...new Set(files.map(({ room }) => room))].toSorted()).toEqual(Object.keys(rooms).toSorted())
  expect(imports.length).toBeGreaterThan(files.length)
  expect(imports.some(({ isType }) => isType)).toBe(true)
})

describe('Imports run inward only', () => {
  test.each(Object.entries(rooms))('from %s', expectInward)

  function expectInward(room: string, { from, node }: Room) {
    const own = imports.filter(one => one.room === room)
    const allowed = new Set([...from, room])
    const outward = own.filter(one => isOwn(one.source) && !allowed.has(roomOf(target(one))))
    // Texts are parameters, so every room may import their type; and their tables import types of every room.
    const isTypeOfTexts = (one: Import) =>
      one.isType && (room === 'messages' || roomOf(target(one)) === 'messages')
    expect(linesOf(outward.filter(one => !isTypeOfTexts(one) && !isManifest(one)))).toEqual([])
    if (!node) expect(linesOf(own.filter(({ source }) => isBuiltin(source)))).toEqual([])
  }
})

test('No imports form a circle, not even imports of types', () => {
  const next = new Map(files.map(({ file }) => [file, targetsOf(file)]))
  const states = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  function visit(file: string, path: readonly string[]): void {
    if (states.get(file) === 'done') return
    if (states.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    states.set(file, 'open')
    for (const other of next.get(file) ?? []) visit(other, [...path, file])
    states.set(file, 'done')
  }
  for (const file of next.keys()) visit(file, [])
  expect(circles).toEqual([])
})

function targetsOf(file: string): readonly string[] {
  return imports.filter(one => one.file === file && isOwn(one.source)).map(target)
}

test('Nothing but a door loads the edition of today, so that the guide starts without it', () => {
  const guide = reachedFrom(join('catalogue', 'editions', 'guide.ts'))
  const today = [...reachedFrom(join('catalogue', 'editions', 'today.ts'))].filter(
    file => roomOf(file) === 'catalogue' && !guide.has(file),
  )
  expect(today).toContain(join('catalogue', 'editions', 'today.ts'))
  const others = imports.filter(
    one => !one.isType && today.includes(target(one)) && !today.includes(one.file),
  )
  expect(
    linesOf(others.filter(one => !isRuleOfToday(one.file) && !['cli', 'wx', 'pages'].includes(one.room))),
  ).toEqual([])
})

test('The emulator does not load the layers of today: they are given to it', () => {
  const layers = ['emulator/layered-consent.ts', 'machine/checks.ts', 'machine/layers.ts'].map(normalize)
  expect([...reachedFrom(join('emulator', 'today.ts'))]).toEqual(expect.arrayContaining(layers))
  const emulator = reachedFrom(join('emulator', 'emulator.ts'))
  expect(layers.filter(file => emulator.has(file))).toEqual([])
})

test('Only tests load the rules of today', () => {
  const loading = imports.filter(one => isRuleOfToday(target(one)) && !isRuleOfToday(one.file))
  expect(linesOf(loading)).toEqual([])
})

const isRuleOfToday = (file: string) => file.startsWith(join('guide', 'today'))

test('Only an edition loads APIs, and that of the guide no file of today', () => {
  const guide = reachedFrom(join('catalogue', 'editions', 'guide.ts'))
  expect([...guide].filter(file => file.includes('today'))).toEqual([])
  const apis = join('catalogue', 'apis')
  // Kinds of options are not an API: pages describe theirs with them.
  const kinds = join(apis, 'options.ts')
  const loading = imports.filter(one => !one.isType && target(one).startsWith(apis) && target(one) !== kinds)
  const editions = join('catalogue', 'editions')
  expect(linesOf(loading.filter(({ file }) => !file.startsWith(apis) && !file.startsWith(editions)))).toEqual(
    [],
  )
})

/** The file and whatever is loaded with it. */
function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached
  reached.add(file)
  const loaded = imports.filter(one => one.file === file && !one.isType && isOwn(one.source))
  for (const one of loaded) reachedFrom(target(one), reached)
  return reached
}

/** Only the command line reads package.json, for the version. */
const isManifest = (one: Import) => one.room === 'cli' && target(one) === normalize('../package.json')

test('Each package is imported by one room', () => {
  const bare = imports.filter(({ source }) => !isOwn(source) && !isBuiltin(source))
  expect(linesOf(bare.filter(({ room, source }) => packages[source] !== room))).toEqual([])
  expect(new Set(bare.map(({ source }) => source))).toEqual(new Set(Object.keys(packages)))
})

test('package.json lists each package, so none comes only with another package', () => {
  const { devDependencies, ...manifest } = packageJson
  const dependencies = {
    ...devDependencies,
    ...('dependencies' in manifest ? Object(manifest.dependencies) : {}),
  }
  // Of some packages, only the types are there.
  const isListed = (name: string) => [name, `@types/${name}`].some(name => Object.hasOwn(dependencies, name))
  expect(Object.keys(packages).filter(name => !isListed(name))).toEqual([])
})

test('Built-in modules are imported with node:', () => {
  expect(linesOf(imports.filter(({ source }) => isBuiltin(source) && !source.startsWith('node:')))).toEqual(
    [],
  )
})

test('No source file uses the running process: it is a parameter', () => {
  // Nobody can pass the process to a library; only its profiles and projects use it. A thread has one of its own.
  const threads = ['run', 'explore'].map(name => join('cli', name, 'worker', 'index.ts'))
  // Whoever watches threads sees how much of the processor and of the memory they use: only the process knows.
  const exempt = [join('wx', 'running.ts'), join('cli', 'run', 'start-worker.ts'), ...threads]
  const usingProcess = files.filter(({ tree }) =>
    nodesIn(tree).some(
      node =>
        ((node.type === 'MemberExpression' || node.type === 'CallExpression') && isProcess(node.object)) ||
        (node.type === 'MemberExpression' && isGlobalProcess(node)) ||
        (node.type === 'Identifier' && node.name === 'globalThis'),
    ),
  )
  // The purpose of the adapter is to set globals for pages.
  expect(usingProcess.map(({ file }) => file)).toEqual([join('simulate', 'install.ts')])
  const processImports = imports.filter(
    ({ source, file }) => /^(node:)?process$/.test(source) && !exempt.includes(file),
  )
  expect(linesOf(processImports)).toEqual([])
})

function isProcess(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'name' in node && node.name === 'process'
}

function isGlobalProcess({ object }: Node): boolean {
  return typeof object === 'object' && object !== null && 'name' in object && object.name === 'global'
}

test('No source file imports a file outside of src, such as a test or a built file', () => {
  const outside = imports.filter(one => isOwn(one.source) && target(one).startsWith('..') && !isManifest(one))
  expect(linesOf(outside)).toEqual([])
})
