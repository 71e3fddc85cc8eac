import { readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type * as wxauth from '../../src/index.ts'

const dist = join(import.meta.dirname, '../../dist')
const nodeRequire = createRequire(import.meta.url)

/**
 * Loads the built library as Jest does: in a realm with its own `Error`, `Array` and `Promise`, but with Node's modules
 * from outside, whose errors are therefore not instances of that `Error`.
 */
export function loadInNewRealm(): typeof wxauth {
  const context = createContext({})
  const languageNames = new Set<string>(runInContext('Object.getOwnPropertyNames(globalThis)', context))
  // What Node adds to the language is the same in every realm.
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!languageNames.has(name)) context[name] = Reflect.get(globalThis, name)
  }
  const modules = new Map<string, { exports: unknown }>()
  function load(path: string): unknown {
    const earlier = modules.get(path)
    if (earlier !== undefined) return earlier.exports
    const module = { exports: {} }
    modules.set(path, module)
    const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`
    const require = (name: string) => (isBuiltin(name) ? nodeRequire(name) : load(join(dirname(path), name)))
    runInContext(code, context, { filename: path })(module.exports, require, module, path, dirname(path))
    return module.exports
  }
  return load(join(dist, 'index.cjs')) as typeof wxauth
}
