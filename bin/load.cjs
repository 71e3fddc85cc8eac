'use strict'

const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/**
 * Loads the bundle as `require` would, but keeps what V8 made of it in a file beside it: compiling it anew is half of
 * what a start costs. V8 refuses what another version of it made; each file of the bundle begins with a digest of itself,
 * and what is kept is named by it. Where no file can be written nothing is kept, and everything works all the same.
 */
const dist = path.join(__dirname, '../dist')
const loaded = new Map()
const compiled = []
// Node's own variable for its cache of the same kind.
const isOff = Boolean(process.env.NODE_DISABLE_COMPILE_CACHE)

function load(name) {
  const known = loaded.get(name)
  if (known !== undefined) return known.exports
  const filename = path.join(dist, name)
  // The build escapes what is not ASCII.
  const source = fs.readFileSync(filename, 'latin1')
  const digest = isOff ? undefined : /^\/\*([0-9a-f]{16})\*\//.exec(source)?.[1]
  const kept = digest && `${filename}.${digest}.${process.arch}-${process.versions.v8}.cache`
  const cachedData = kept && read(kept)
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename,
    cachedData,
  })
  if (kept && (cachedData === undefined || script.cachedDataRejected)) compiled.push({ script, kept })
  const module = { exports: {} }
  loaded.set(name, module)
  const requireHere = id => (id.startsWith('./') ? load(id.slice(2)) : require(id))
  script.runInThisContext()(module.exports, requireHere, module, filename, dist)
  return module.exports
}

/** Keeps what was compiled in this run, with the functions that ran; the next run starts from there. */
function keepCompiled() {
  for (const { script, kept } of compiled) {
    const draft = `${kept}.${process.pid}`
    try {
      const file = fs.openSync(draft, 'wx')
      try {
        fs.writeSync(file, script.createCachedData())
      } finally {
        fs.closeSync(file)
      }
      fs.renameSync(draft, kept)
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

module.exports = { load, keepCompiled }
