'use strict'

const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/**
 * Loads the bundle like `require`, but caches V8's compiled code in files beside it, because compiling is half of the
 * cost of a start. V8 rejects the code of another version, but crashes on damaged code. So a cache holds the code twice,
 * with its source in between, and is used only if both are the same and the source is still this one. Comparing takes
 * 0.1 ms. A checksum takes 1.7 ms with node:zlib and 3 ms with node:crypto, mostly to load them, of a start of 25. If no
 * file can be written, nothing is cached, and everything still works.
 */
const dist = path.join(__dirname, '../dist')
const loaded = new Map()
const uncached = []
// Node's variable that switches off its own cache of this kind.
const isOff = Boolean(process.env.NODE_DISABLE_COMPILE_CACHE)

/** A file of the package is missing or damaged. */
class LoadError extends Error {
  name = 'LoadError'

  constructor(file, cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    super(cause?.code === 'ENOENT' ? `${file} is missing` : `${file}: ${problem}`, { cause })
  }
}

/** @throws LoadError */
function load(name) {
  const earlier = loaded.get(name)
  if (earlier !== undefined) return earlier.exports
  const filename = path.join(dist, name)
  const module = { exports: {} }
  const requireHere = id => (id.startsWith('./') ? load(id.slice(2)) : require(id))
  loaded.set(name, module)
  try {
    compiled(filename)(module.exports, requireHere, module, filename, dist)
  } catch (error) {
    loaded.delete(name)
    throw error instanceof LoadError ? error : new LoadError(filename, error)
  }
  return module.exports
}

function compiled(filename) {
  const script = cachedScript(filename, [
    '(function (exports, require, module, __filename, __dirname) {',
    '\n})',
  ])
  return script.runInThisContext()
}

/** The script of a file of the package. @param name in stack traces */
function cachedScript(filename, [before, after], name = filename) {
  const source = fs.readFileSync(filename)
  const cache = `${filename}.${process.arch}-${process.versions.v8}.cache`
  const cachedData = isOff ? undefined : readCache(cache, source)
  // The build escapes every character that is not ASCII.
  const code = before + source.latin1Slice() + after
  const script = new vm.Script(code, { filename: name, cachedData })
  if (!isOff && (cachedData === undefined || script.cachedDataRejected))
    uncached.push({ script, source, cache })
  return script
}

/** Returns the code in a cache; `undefined` if there is none, or if it is damaged or of another source. */
function readCache(cache, source) {
  let file
  try {
    file = fs.openSync(cache)
    const code = Buffer.allocUnsafeSlow((fs.fstatSync(file).size - source.length) / 2)
    fs.readSync(file, code, 0, code.length, null)
    return goesOnWith(file, source) && goesOnWith(file, code) ? code : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) fs.closeSync(file)
  }
}

/** Compares in parts: to read half a megabyte at once would raise the peak of the memory by a hundredth. */
function goesOnWith(file, bytes) {
  const part = Buffer.allocUnsafe(Math.min(bytes.length, 32 * 1024))
  for (let at = 0; at < bytes.length; ) {
    const length = fs.readSync(file, part, 0, Math.min(part.length, bytes.length - at), null)
    if (length === 0 || bytes.compare(part, 0, length, at, at + length) !== 0) return false
    at += length
  }
  return true
}

/** Caches the code that this run compiled, including the functions that ran, for the next run. Never throws. */
function writeCaches() {
  try {
    for (const { script, source, cache } of uncached) writeCache(cache, script, source)
  } catch {
    // A package may be in a folder, or in an archive, where nothing can be written or removed.
  }
}

function writeCache(cache, script, source) {
  const draft = `${cache}.${process.pid}-${Date.now()}`
  const file = fs.openSync(draft, 'wx')
  // From here on, the draft is ours to remove.
  try {
    try {
      const code = script.createCachedData()
      fs.writeFileSync(file, Buffer.concat([code, source, code]))
    } finally {
      fs.closeSync(file)
    }
    fs.renameSync(draft, cache)
  } catch (error) {
    fs.unlinkSync(draft)
    throw error
  }
}

module.exports = { load, cachedScript, writeCaches }
