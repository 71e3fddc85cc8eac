// node test/package/smoke.mjs [path of a node …]
// Installs the package as npm packs it, and runs every command of it: on the given Nodes, else on this one and on those
// of ./nodes.mjs. Exits with 1 when anything fails, a version cannot be had (unless $WXAUTH_SMOKE_OFFLINE is set)
// included.
import { deepEqual, equal, ok } from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { copyOf, install, run, runnableByAll } from './installed.mjs'
import { nodeOf, versions } from './nodes.mjs'
import { popup } from './popup.mjs'
import { smoke } from './smoke-steps.mjs'

const given = process.argv.slice(2)
const place = mkdtempSync(join(tmpdir(), 'wxauth-smoke-'))
// Another user runs some of what is in it.
chmodSync(place, 0o755)
try {
  const project = await install(place)
  const known = given.length > 0 ? given : [process.execPath]
  const fetched = given.length > 0 ? [] : versions
  const runs = [
    ...known.map(node => smokeOn(project, node)),
    ...fetched.map(version => smokeOfVersion(project, version)),
  ]
  const results = await Promise.all(runs)
  if (results.includes(false)) process.exitCode = 1
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })
}

async function smokeOfVersion(project, version) {
  let node
  try {
    node = await nodeOf(version, place)
  } catch (error) {
    const said = String(error.stderr || error.message).split('\n')
    const problem = said.find(line => /^npm error (?!code )/i.test(line)) ?? said[0]
    console.error(`smoke: node ${version} cannot be had: ${problem}`)
    return Boolean(process.env.WXAUTH_SMOKE_OFFLINE)
  }
  return smokeOn(project, node)
}

async function smokeOn(project, node) {
  const { stdout } = await run(node, ['--version'], {})
  const version = stdout.trim()
  const copies = mkdtempSync(join(place, 'copies-'))
  chmodSync(copies, 0o755)
  const own = copyOf(project, join(copies, 'own'), node, true)
  // On Windows chmod cannot keep anybody from writing into a folder.
  const canLock = process.platform !== 'win32'
  const locked = canLock
    ? copyOf(project, join(copies, 'locked'), await runnableByAll(node, copies), false)
    : undefined
  try {
    await own.run(['list-scopes'])
    const first = own.kept()
    ok(
      first.some(name => name.startsWith('main.cjs.')),
      'compiled code is kept beside dist/main.cjs',
    )
    await own.run(['list-scopes'])
    deepEqual(own.kept(), first, 'a second start uses the kept code, and writes none')
    const count = await smoke(own.run)
    const shown = await popup(own, join(copies, 'own'))
    if (locked !== undefined) {
      equal(await smoke(locked.run), count)
      deepEqual(locked.kept(), [], 'nothing is kept where nothing may be written')
    }
    const also = [
      ...(shown ? ['a popup on a terminal'] : []),
      ...(locked === undefined ? [] : ['the same where the package may not be written']),
    ]
    console.log(`smoke: node ${version} ok (${[`${count} commands`, ...also].join(', ')})`)
    return true
  } catch (error) {
    console.error(`smoke: node ${version} FAILED`, error)
    return false
  } finally {
    locked?.unlock()
  }
}
