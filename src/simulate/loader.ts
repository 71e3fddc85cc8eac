import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { PageProblem } from '../faults.ts'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import { pageFault } from './page-fault.ts'
import { remember } from './restore.ts'
import type { Simulator } from './simulator.ts'

interface LoadOptions {
  readonly compiler?: 'official' | 'simulate'
  readonly rootPath?: string
  readonly usingComponents?: JsonObject
  readonly compilerOptions?: JsonObject
}

type Load = (component: unknown, ...args: readonly unknown[]) => unknown

/** The output of WeChat's WXML compiler for a large Mini Program; by itself the simulator stops at 1 MiB. */
const maxBuffer = 2 ** 28

/** The files that ran, and where the WXML compiler worked: for all installations, as the simulator keeps both, too. */
const ran = new Set<string>()
let compiledRoot: string | undefined

/**
 * Makes the simulator's `load` fit for pages: it takes the folder of `app.json` as the root of the Mini Program, unless
 * the test passes `rootPath`, and names what keeps a page from being loaded.
 * @param countDefined how many components have been defined so far
 */
export function installLoader(
  simulate: Simulator,
  countDefined: () => number,
  language: string | undefined,
): () => void {
  // A namespace (`import * as simulate`) cannot be changed.
  if (!Object.isExtensible(simulate)) return () => undefined
  const restore = remember(simulate, ['load'])
  const load = simulate.load as Load

  function loadPage(page: string, tagName: unknown, options: LoadOptions & { rootPath: string }): unknown {
    const { compiler = 'official', rootPath } = options
    // A page that does not exist compiles nothing, and so decides no root.
    if (compiler === 'official' && existsSync(`${page}.json`)) checkRoot(resolve(rootPath))
    const before = countDefined()
    const missing = () => missingDefinition(filesOf(page, options), countDefined() - before)
    let id: unknown
    try {
      id = load(page, tagName, options)
    } catch (error) {
      // The simulator's own compiler meets the missing component first, but cannot say why it is missing.
      throw (/^component \S+ not found/.test(String(Object(error).message)) && missing()) || error
    }
    const problem = missing()
    if (problem !== undefined) throw problem
    return id
  }

  const ours: Load = (component, ...args) => {
    if (typeof component !== 'string') return load(component, ...args)
    const [tagName, given] = typeof args[0] === 'object' ? [undefined, args[0]] : args
    const { compilerOptions, rootPath, ...options } = Object(given) as LoadOptions
    try {
      return loadPage(component, tagName, {
        ...options,
        rootPath: rootPath ?? rootOf(component),
        compilerOptions: { maxBuffer, ...compilerOptions },
      })
    } catch (reason) {
      throw pageFault(component, reason, { entry: ours, language })
    }
  }
  Object.assign(simulate, { load: ours })
  return restore
}

/** The folder of the nearest `app.json`; without one, the folder of the page, which is the simulator's default. */
function rootOf(page: string): string {
  for (let folder = dirname(resolve(page)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'app.json'))) return folder
    if (folder === dirname(folder)) return dirname(page)
  }
}

/** What WeChat's compiler makes of two folders shares one table: the second page would show the first one's WXML. */
function checkRoot(root: string): void {
  const other = compiledRoot ?? root
  if (other !== root) throw { kind: 'other-root', root, other } satisfies PageProblem
  compiledRoot = root
}

/** The page and the components that it uses, as the simulator finds them: each file has to define one component. */
function filesOf(page: string, { rootPath = '', usingComponents }: LoadOptions): readonly string[] {
  const files = new Set<string>()
  function add(path: string): void {
    if (files.has(path)) return
    files.add(path)
    const using = { ...Object(jsonOf(path)?.usingComponents), ...usingComponents }
    for (const place of Object.values(using)) {
      if (typeof place !== 'string') continue
      const used = place.startsWith('/') ? join(rootPath, place) : join(dirname(path), place)
      if (existsSync(`${used}.json`)) add(used)
    }
  }
  add(page)
  return [...files]
}

function jsonOf(path: string): JsonObject | undefined {
  const json: unknown = JSON.parse(readFileSync(`${path}.json`, 'utf8'))
  return isJsonObject(json) ? json : undefined
}

/** What keeps one of these files from being defined: a page would render as `undefined`, a component as nothing at all. */
function missingDefinition(files: readonly string[], defined: number): PageProblem | undefined {
  if (defined < files.length) {
    const withoutScript = files.find(file => !existsSync(`${file}.js`))
    if (withoutScript !== undefined) {
      const isTypeScript = existsSync(`${withoutScript}.ts`)
      return { kind: 'no-script', file: withoutScript, isTypeScript }
    }
    const ranBefore = files.find(file => ran.has(file))
    return ranBefore === undefined ? { kind: 'not-defined', files } : { kind: 'ran-before', file: ranBefore }
  }
  for (const file of files) ran.add(file)
  return undefined
}
