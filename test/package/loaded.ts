import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(import.meta.dirname, '../..')

export interface LoadedModules {
  /** Built-in modules of Node, without `node:`. */
  readonly builtins: readonly string[]
  /** Files in `dist`. */
  readonly files: readonly string[]
  /** The source files of that code: ours in `src/`, others in `node_modules/`. */
  readonly sources: readonly string[]
}

/** A loader that prints each module on a line of stdout. */
const printingLoader = dataUrl(`import { writeSync } from 'node:fs'
export async function load(url, context, next) { writeSync(1, url + '\\n'); return next(url, context) }`)
const register = dataUrl(
  `import { register } from 'node:module'; register(${JSON.stringify(printingLoader)})`,
)

/** What a new process loads when it runs this code as an ES module. */
export function loadedByImport(code: string): LoadedModules {
  return loadedOf(['--import', register, '--input-type=module', '--eval', code])
}

/** What a new process loads when it runs this code as CommonJS. */
export function loadedByRequire(code: string): LoadedModules {
  const printingLoad = `const Module = require('module'), { writeSync } = require('fs'), { pathToFileURL } = require('url'), load = Module._load
    Module._load = function (name, parent, isMain) {
      const path = Module._resolveFilename(name, parent, isMain)
      writeSync(1, (Module.isBuiltin(path) ? 'node:' + path.replace('node:', '') : pathToFileURL(path)) + '\\n')
      return load.call(this, name, parent, isMain)
    };`
  return loadedOf(['--input-type=commonjs', '--eval', printingLoad + code])
}

function loadedOf(args: readonly string[]): LoadedModules {
  const urls = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).split('\n')
  const builtins = urls.filter(url => url.startsWith('node:')).map(url => url.slice('node:'.length))
  const paths = [...new Set(urls)].filter(url => url.startsWith('file:')).map(url => fileURLToPath(url))
  const dist = join(root, 'dist')
  const files = paths.filter(path => path.startsWith(dist))
  // The bundler puts the source before each piece of code.
  const heads = files.flatMap(path =>
    [...readFileSync(path, 'utf8').matchAll(/^\/\/ (?:#region )?((?:src|node_modules)\/\S+)/gm)].flatMap(
      ([, source]) => source ?? [],
    ),
  )
  return {
    builtins: [...new Set(builtins)].toSorted(),
    files: files.map(path => path.slice(dist.length + 1)).toSorted(),
    sources: heads,
  }
}

function dataUrl(code: string): string {
  return `data:text/javascript,${encodeURIComponent(code)}`
}
