import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { assetScript } from '../../src/pages/context/assets.ts'
import { createHost } from '../../src/pages/host/create.ts'
import { type Launch, launchProgram, type PreparedProgram, prepareProgram } from '../../src/pages/launch.ts'
import type { HostParts } from '../../src/pages/ports.ts'
import { createRunner } from '../../src/playing/runner.ts'
import { libraryIn, scriptKinds, usedNames } from '../../src/playing/source-facts.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import { answersOf } from '../../src/session/answers.ts'
import { memoryStore } from '../../src/store/memory-store.ts'
import { heavyProgram, lightProgram, route } from './programs.ts'

// Run by pages.ts, bundled: opening a page in a fresh launch, as ratios to the least that any tool on the engine does.

const rounds = 101
const openings = 600
const bareScript = new Script(readFileSync(process.argv[2] ?? '', 'utf8'))

function hostOf(parts: HostParts) {
  return createHost(
    {
      app: demoMiniProgram,
      catalogue: guideCatalogue,
      store: memoryStore(),
      answers: answersOf(guideCatalogue),
      language: 'en',
      edition: 'guide',
      onFault(fault) {
        throw fault
      },
    },
    parts,
  )
}

/** Launches the program, opens its page until nothing is left to run. */
async function open(prepared: PreparedProgram, look: (app: Launch) => void = () => {}): Promise<void> {
  const app = launchProgram({ prepared, host: hostOf, rejections: process })
  await app.open(route)
  look(app)
}

type Loader = (...args: readonly unknown[]) => void
type Bare = (easel: object, adapter: object, run: object, units: readonly object[]) => object

/** A fresh context with the engine in it, and the same page from the same compiled scripts and templates. */
function bareOpening(prepared: PreparedProgram): () => object {
  const units = unitsOf(prepared)
  const scripts = [assetScript('easel'), assetScript('adapter')] as const
  return () => {
    const context = createContext({})
    const run = (script: Script) => script.runInContext(context)
    const [loadEasel, loadAdapter] = scripts.map(run) as [Loader, Loader]
    const easel = {}
    loadEasel({}, easel, { env: { NODE_ENV: 'production' } })
    const adapter = {}
    loadAdapter({}, adapter, () => easel)
    const show = run(bareScript) as Bare
    return show(easel, adapter, { run }, units)
  }
}

/** The page and its components, the page last. */
function unitsOf({ program, scripts }: PreparedProgram): readonly object[] {
  const units = new Map<string, object>()
  function visit(path: string): void {
    const { components, script = '', template = '' } = program.units.unit(path)
    for (const component of Object.values(components)) if (!units.has(component)) visit(component)
    const using = Object.entries(components).map(([tag, to]) => [tag, `/${to}`])
    const [found] = program.templates.closure(template).templates
    units.set(path, {
      id: path,
      json: { component: true, usingComponents: Object.fromEntries(using) },
      script: scripts.module(script),
      template: { name: found?.name, script: scripts.template(template, found?.code ?? '') },
    })
  }
  visit(route)
  return [...units.values()]
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

async function time(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The median of ratios of consecutive openings, because whatever slows the machine slows both. */
async function ratio(
  prepared: PreparedProgram,
  work: () => Promise<unknown> = () => open(prepared),
): Promise<number> {
  const bare = bareOpening(prepared)
  const ratios: number[] = []
  for (let round = -30; round < rounds; round += 1) {
    const ours = await time(work)
    const theirs = await time(bare)
    if (round >= 0) ratios.push(ours / theirs)
  }
  return median(ratios)
}

function prepared(files: Readonly<Record<string, string>>, elements: number): Promise<PreparedProgram> {
  const directory = mkdtempSync(join(tmpdir(), 'wxauth-bench-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  const program = prepareProgram(directory)
  return open(program, app => {
    const problems = [...app.notices(), ...app.errors()]
    if (problems.length > 0 || app.elements().length !== elements)
      throw new Error(`${app.elements().length} elements: ${JSON.stringify(problems)}`)
  }).then(() => {
    rmSync(directory, { recursive: true })
    return program
  })
}

/** Megabytes in use after garbage collection. */
async function heap(): Promise<number> {
  // Contexts that are gone take more than one collection.
  for (let time = 0; time < 5; time += 1) {
    globalThis.gc?.()
    await new Promise(resolve => setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** Plays one path of an exploration: the page opened, and everything on it looked at. */
function pathPlayer(prepared: PreparedProgram): () => Promise<unknown> {
  const runner = createRunner({
    prepared,
    catalogue: guideCatalogue,
    edition: 'guide',
    language: 'en',
    rejections: process,
    query: {},
    storage: undefined,
    fixtures: undefined,
    hints: {},
    fixed: { perScope: {} },
    scopes: new Set(['scope.userLocation']),
    scriptOf: scriptKinds(prepared.program),
    isLibrary: libraryIn(prepared.program),
    usedIn: usedNames(prepared.program),
    onFault(fault) {
      throw fault
    },
  })
  const unit = { page: route, taps: [] }
  return () => runner.play({ unit, start: 'undecided', data: 'fixtures', decisions: [] })
}

const light = await prepared(lightProgram, 25)
const heavy = await prepared(heavyProgram, 136)
const play = pathPlayer(light)
const figures = {
  light: await ratio(light),
  heavy: await ratio(heavy),
  path: await ratio(light, play),
}
const before = await heap()
for (let opening = 0; opening < openings; opening += 1) await open(opening % 10 === 0 ? heavy : light)
const between = await heap()
for (let path = 0; path < openings; path += 1) await play()
const memory = { memory: between - before, pathMemory: (await heap()) - between }
process.stdout.write(JSON.stringify({ ...figures, ...memory }))
