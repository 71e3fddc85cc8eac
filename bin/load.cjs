'use strict'

const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/**
 * Loads the bundle like `require`, but caches V8's compiled code in files beside it, because compiling is half of the
 * cost of a start. V8 rejects the code of another version. Each file of the bundle begins with a digest of itself,
 * which is part of the name of its cache. If no file can be written, nothing is cached, and everything still works.
 */
const dist = path.join(__dirname, '../dist')
const loaded = new Map()
const uncached = []
// Node's variable that switches off its own cache of this kind.
const isOff = Boolean(process.env.NODE_DISABLE_COMPILE_CACHE)

function load(name) {
  const earlier = loaded.get(name)
  if (earlier !== undefined) return earlier.exports
  const filename = path.join(dist, name)
  // The build escapes every character that is not ASCII.
  const source = fs.readFileSync(filename, 'latin1')
  const digest = isOff ? undefined : /^\/\*([0-9a-f]{16})\*\//.exec(source)?.[1]
  const cache = digest && `${filename}.${digest}.${process.arch}-${process.versions.v8}.cache`
  const cachedData = cache && read(cache)
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename,
    cachedData,
  })
  if (cache && (cachedData === undefined || script.cachedDataRejected)) uncached.push({ script, cache })
  const module = { exports: {} }
  loaded.set(name, module)
  const requireHere = id => (id.startsWith('./') ? load(id.slice(2)) : require(id))
  script.runInThisContext()(module.exports, requireHere, module, filename, dist)
  return module.exports
}

/** Caches the code that this run compiled, including the functions that ran, for the next run. */
function writeCaches() {
  for (const { script, cache } of uncached) {
    const draft = `${cache}.${process.pid}`
    try {
      const file = fs.openSync(draft, 'wx')
      try {
        fs.writeSync(file, script.createCachedData())
      } finally {
        fs.closeSync(file)
      }
      fs.renameSync(draft, cache)
    } catch {
      fs.rmSync(draft, { force: true })
      return
    }
  }
}

function read(file) {
  try {
    return fs.readFileSync(file)
  } catch {
    return undefined
  }
}

module.exports = { load, writeCaches }
