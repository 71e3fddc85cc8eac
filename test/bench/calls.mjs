import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { environment } from './measure.mjs'

const root = join(import.meta.dirname, '../..')

/** `accepted` are the accepted scopes of the profile. `limit` is for the number of files. */
const rows = [
  { args: 'call wx.getLocation', accepted: ['scope.userLocation'], limit: 36 },
  { args: 'call wx.getLocation --lang zh-CN', accepted: ['scope.userLocation'], limit: 36 },
  { args: 'call wx.getLocation --edition today', accepted: ['scope.userLocation'], limit: 50 },
  { args: 'open-setting --disable scope.camera', accepted: ['scope.userLocation', 'scope.camera'] },
  { args: 'set scope.camera=rejected', accepted: [] },
  { args: 'list-scopes', accepted: [] },
]

/**
 * What a reader steps through to follow a command: how many functions of src are called, how often, and in how many
 * files. Calls while modules load count too, but not for the library, where only the call counts.
 */
export async function callFigures() {
  // In node_modules, where packages are found. URLs of modules have the real path, even behind a link.
  const directory = mkdtempSync(join(realpathSync(join(root, 'node_modules')), '.wxauth-bench-'))
  try {
    await writeModules(directory)
    const figures = rows.map(({ args, accepted, limit }, at) => {
      const home = join(directory, `home-${at}`)
      writeProfile(home, accepted)
      return { name: args, ...count(directory, home, args.split(' ')), limit }
    })
    return [...figures, { name: 'wx.getLocation() after auth.set', ...count(directory, directory, []) }]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A module for each file of src, so that the URL of a module names its file. */
async function writeModules(directory) {
  const input = { 'src/cli/main': 'src/cli/main.ts', 'src/index': 'src/index.ts' }
  const bundle = await rolldown({ input, cwd: root, platform: 'node', external: isOutside })
  const names = { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' }
  await bundle.write({ dir: directory, format: 'esm', preserveModules: true, ...names })
}

/** A package, or the state diagram, which only the build makes. */
const isOutside = id => (/^[@\w]/.test(id) && !id.startsWith('src/')) || id.endsWith('/state-diagram.js')

function writeProfile(home, accepted) {
  const decision = { state: 'accepted', at: '2026-01-31T08:00:00.000Z', by: 'popup' }
  const scopes = Object.fromEntries(accepted.map(scope => [scope, decision]))
  const privacy = { ...decision, state: 'agreed' }
  const apps = { touristappid: { name: 'touristappid', scopes, replies: {}, privacy } }
  mkdirSync(home)
  writeFileSync(join(home, 'default.json'), JSON.stringify({ version: 1, apps }))
}

function count(directory, home, args) {
  const source = pathToFileURL(join(directory, 'src')).href
  const coverage = join(home, 'coverage.json')
  const env = { ...environment(home), BENCH_SOURCE: source, BENCH_COVERAGE: coverage }
  const child = [join(import.meta.dirname, 'called.mjs'), ...args]
  const { status, stderr } = spawnSync(process.execPath, child, { cwd: home, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} exits with ${status}: ${stderr}`)
  return countIn(JSON.parse(readFileSync(coverage, 'utf8')), source)
}

function countIn(coverage, source) {
  const files = coverage
    .filter(({ url }) => url.startsWith(`${source}/`))
    .map(({ functions }) => functions.filter(isCalled).map(callsOf))
    .filter(calls => calls.length > 0)
  const calls = files.flat()
  return { functions: calls.length, calls: calls.reduce((sum, count) => sum + count, 0), files: files.length }
}

// V8 lists the module itself as a function that begins where the file begins.
const isCalled = ({ ranges: [whole] }) => whole.startOffset > 0 && whole.count > 0

const callsOf = ({ ranges: [whole] }) => whole.count
