// node test/package/smoke.mjs [path of a node …]
// Installs the package as npm packs it, and runs every command on the Nodes of the arguments, else on this one and those
// of ./nodes.mjs. Exits with 1 if anything fails, or if a Node is not available (unless $WXAUTH_SMOKE_OFFLINE is set).
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { copyOf, install, run, runnableByAll } from './installed.mjs'
import { nodeOf, oldVersions, versions } from './nodes.mjs'
import { popup } from './popup.mjs'
import { smoke } from './smoke-steps.mjs'

const paths = process.argv.slice(2)
const place = mkdtempSync(join(tmpdir(), 'wxauth-smoke-'))
// Another user runs some of its files.
chmodSync(place, 0o755)
try {
  const project = await install(place)
  const nodes = paths.length > 0 ? paths : [process.execPath]
  const [versionsToFetch, oldVersionsToFetch] = paths.length > 0 ? [[], []] : [versions, oldVersions]
  const runs = [
    ...nodes.map(node => smokeOn(project, node)),
    ...versionsToFetch.map(version => smokeOfVersion(project, version, smokeOn)),
    ...oldVersionsToFetch.map(version => smokeOfVersion(project, version, refusalOn)),
  ]
  const results = await Promise.all(runs)
  if (results.includes(false)) process.exitCode = 1
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })
}

async function smokeOfVersion(project, version, check) {
  let node
  try {
    node = await nodeOf(version, place)
  } catch (error) {
    const lines = String(error.stderr || error.message).split('\n')
    const problem = lines.find(line => /^npm error (?!code )/i.test(line)) ?? lines[0]
    console.error(`smoke: node ${version} is not available: ${problem}`)
    return Boolean(process.env.WXAUTH_SMOKE_OFFLINE)
  }
  return check(project, node)
}

async function smokeOn(project, node) {
  const { stdout } = await run(node, ['--version'], {})
  const version = stdout.trim()
  const copies = mkdtempSync(join(place, 'copies-'))
  chmodSync(copies, 0o755)
  const own = copyOf(project, join(copies, 'own'), node, true)
  // On Windows, chmod cannot make a folder read-only.
  const canLock = process.platform !== 'win32'
  const readOnly = canLock
    ? copyOf(project, join(copies, 'locked'), await runnableByAll(node, copies), false)
    : undefined
  try {
    await own.run(['list-scopes'])
    const first = own.caches()
    ok(
      first.some(name => name.startsWith('main.cjs.')),
      'the first start caches compiled code beside dist/main.cjs',
    )
    await own.run(['list-scopes'])
    deepEqual(own.caches(), first, 'a second start uses the cache, and writes none')
    const count = await smoke(own.run)
    const hasTerminal = await popup(own, join(copies, 'own'))
    if (readOnly !== undefined) {
      equal(await smoke(readOnly.run), count)
      deepEqual(readOnly.caches(), [], 'nothing is cached in a read-only folder')
    }
    const also = [
      ...(hasTerminal ? ['a popup on a terminal'] : []),
      ...(readOnly === undefined ? [] : ['the same in a read-only package']),
    ]
    console.log(`smoke: node ${version} ok (${[`${count} commands`, ...also].join(', ')})`)
    return true
  } catch (error) {
    console.error(`smoke: node ${version} FAILED`, error)
    return false
  } finally {
    readOnly?.unlock()
  }
}

/** An old Node runs nothing, and is told which one is needed. */
async function refusalOn(project, node) {
  const { stdout } = await run(node, ['--version'], {})
  const version = stdout.trim()
  try {
    const copy = copyOf(project, join(mkdtempSync(join(place, 'old-')), 'copy'), node, true)
    const refusal = await copy.run(['set', 'scope.camera=accepted'])
    deepEqual([refusal.code, refusal.stdout], [70, ''])
    match(
      refusal.stderr,
      new RegExp(`^error: wxauth needs Node\\.js .+ and this is Node\\.js ${version.slice(1)}`),
    )
    console.log(`smoke: node ${version} is refused`)
    return true
  } catch (error) {
    console.error(`smoke: node ${version} FAILED`, error)
    return false
  }
}
