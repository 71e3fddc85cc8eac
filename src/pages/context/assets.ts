import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import type { TemplateCompiler } from '../source/compile-template.ts'

const require = createRequire(import.meta.url)

/**
 * Files that run inside of each context, as text. In the built package they are in one folder beside the code; in the
 * source, our own are beside this file and the engine's where npm put them.
 */
const assets = {
  realm: { built: 'realm.js', source: () => fileURLToPath(new URL('./realm.js', import.meta.url)) },
  time: { built: 'time.js', source: () => fileURLToPath(new URL('./time.js', import.meta.url)) },
  engine: {
    built: 'engine.js',
    source: () => fileURLToPath(new URL('../engine/engine.js', import.meta.url)),
  },
  easel: { built: 'glass_easel.all.js', source: () => require.resolve('glass-easel') },
  adapter: {
    built: 'glass_easel_miniprogram_adapter.js',
    source: () => require.resolve('glass-easel-miniprogram-adapter'),
  },
} as const

const compilerFile = 'glass_easel_template_compiler.cjs'

const builtFolder = () => join(dirname(fileURLToPath(import.meta.url)), 'pages')
const pathOf = (built: string, source: () => string) => {
  const shipped = join(builtFolder(), built)
  return existsSync(shipped) ? shipped : source()
}

/** How the files are wrapped, on their first line: as CommonJS, or as they are. */
const wrappers = {
  realm: ['', ''],
  time: ['', ''],
  engine: ['', ''],
  easel: ['(function (module, exports, process) {', '\n})'],
  adapter: ['(function (module, exports, require) {', '\n})'],
} as const

/** @param wrapper what stands before and after the text; @param name in stack traces */
export type CompileAsset = (path: string, wrapper: readonly [string, string], name: string) => Script

let compile: CompileAsset = (path, [before, after], filename) =>
  new Script(before + readFileSync(path, 'utf8') + after, { filename })

/** A thread that runs one launch spends 30 ms of 200 on compiling the engine, unless it keeps the compiled code. */
export function compileAssetsWith(other: CompileAsset): void {
  compile = other
}

const scripts = new Map<keyof typeof assets, Script>()

/** Compiled once for all contexts: the engine's 160 KB cost more to compile than a page to open. */
export function assetScript(name: keyof typeof assets): Script {
  const known = scripts.get(name)
  if (known !== undefined) return known
  const { built, source } = assets[name]
  const script = compile(pathOf(built, source), wrappers[name], `wxauth:${built}`)
  scripts.set(name, script)
  return script
}

/** The compiler of WXML: WebAssembly, loaded once. */
export function templateCompiler(): TemplateCompiler {
  const path = pathOf(compilerFile, () => require.resolve('glass-easel-template-compiler'))
  return require(path).TmplGroup as TemplateCompiler
}
