// node test/package/smoke.mjs [path of a node …]
// Uses the package as npm packs it: every command on the Nodes of the arguments; without arguments on this one and those
// of ./nodes.mjs, with other package managers, test runners and compilers, and its pages in Chromium. Exits with 1 if
// anything fails or is not available; with $WXAUTH_SMOKE_OFFLINE, what is not available is only named.
import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import { copyOf, install, isRoot, plain, run, runnableByAll } from './installed.mjs'
import { fetchManager, installFromGit, managers, tryGit, tryManager } from './managers.mjs'
import { nodeOf, oldVersions, versions } from './nodes.mjs'
import { lookAtPages, screenshots } from './pages.mjs'
import { popup } from './popup.mjs'
import { exploresAlike } from './sameness.mjs'
import { smoke } from './smoke-steps.mjs'
import { installToolchain, toolchains, tryToolchain } from './toolchains.mjs'

/** What a full disk, a crash or a bad copy leaves of a cache. */
const damages = {
  'flipped bytes': bytes => bytes.map((byte, at) => (at % 997 === 996 ? ~byte : byte)),
  'a block of zeros': bytes => bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 4096),
  'only its first half': bytes => bytes.subarray(0, bytes.length >> 1),
  nothing: () => new Uint8Array(),
}

/** How many parts run at the same time: most of their time they wait for the registry. */
const atOnce = 5

const paths = process.argv.slice(2)
const place = mkdtempSync(join(tmpdir(), 'wxauth-smoke-'))
// Another user runs some of its files.
chmodSync(place, 0o755)
try {
  const { project, tarball } = await install(place)
  const onNode = (name, node) => part(name, node, path => commandsOn(path, project))
  const nodes = paths.map(path => () => onNode(path, () => path))
  const everything = [
    ...toolchains.map(
      tools => () =>
        part(
          `jest ${tools.jest}, vitest ${tools.vitest}, typescript ${tools.typescript}`,
          () => installToolchain(tools, tarball, place),
          installed => tryToolchain(tools, installed),
        ),
    ),
    () => smokeOfPages(project),
    () => part('npm, from Git', () => installFromGit(place), tryGit),
    ...managers.map(
      manager => () =>
        part(
          manager.name,
          () => fetchManager(manager, place),
          program => tryManager(manager, program, tarball, place),
        ),
    ),
    () => onNode(`node ${process.versions.node}`, () => process.execPath),
    ...versions.map(version => () => onNode(`node ${version}`, () => nodeOf(version, place))),
    ...oldVersions.map(
      version => () =>
        part(
          `node ${version}, which is too old,`,
          () => nodeOf(version, place),
          node => refusalOn(node, project),
        ),
    ),
  ]
  if (!isRoot)
    console.log('smoke: a user id without a name is not tested, because only root can be another user')
  const results = await inTurn(paths.length > 0 ? nodes : everything)
  if (results.includes(false)) process.exitCode = 1
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  rmSync(place, { recursive: true, force: true, maxRetries: 5 })
}

/**
 * One part: gets what it needs, then uses it.
 * @template Needed
 * @param {string} name @param {() => Needed | Promise<Needed>} get
 * @param {(needed: Needed) => Promise<readonly string[]>} use throws if something is wrong @returns what was done
 * @returns {Promise<boolean>} false if the run must fail
 */
async function part(name, get, use) {
  let needed
  try {
    needed = await get()
  } catch (error) {
    const lines = String(error.stderr || error.message).split('\n')
    const problem = lines.find(line => /^npm error (?!(code|errno|syscall|path) )/i.test(line)) ?? lines[0]
    console.error(`smoke: ${name} is not available: ${problem}`)
    return Boolean(process.env.WXAUTH_SMOKE_OFFLINE)
  }
  try {
    console.log(`smoke: ${name} ok (${(await use(needed)).join(', ')})`)
    return true
  } catch (error) {
    console.error(`smoke: ${name} FAILED`, error)
    return false
  }
}

/** @template Result @param {readonly (() => Promise<Result>)[]} tasks @returns {Promise<readonly Result[]>} */
async function inTurn(tasks) {
  const results = []
  const rest = tasks.values()
  const work = async () => {
    for (const task of rest) results.push(await task())
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return results
}

async function commandsOn(node, project) {
  const { stdout } = await run(node, ['--version'], {})
  const copies = mkdtempSync(join(place, 'copies-'))
  chmodSync(copies, 0o755)
  const own = copyOf(project, join(copies, 'own'), node, true)
  await own.run(['list-scopes'])
  const first = own.caches()
  ok(
    first.some(name => name.startsWith('main.cjs.')),
    'the first start caches compiled code beside dist/main.cjs',
  )
  await own.run(['list-scopes'])
  deepEqual(own.caches(), first, 'a second start uses the cache, and writes none')
  for (const [damage, change] of Object.entries(damages)) {
    // Writes a good one, if the last damage removed it.
    await own.run(['list-scopes'])
    own.damage(change)
    const { code, stderr } = await own.run(['list-scopes'])
    equal(code, 0, `a start with ${damage} in its cache: ${stderr}`)
  }
  const count = await smoke(own.run)
  const hasTerminal = await popup(own, join(copies, 'own'))
  await exploresAlike(stdout.trim(), own.run)
  const done = [
    stdout.trim(),
    'damaged caches',
    `${count} commands`,
    'the same findings',
    ...(hasTerminal ? ['a popup on a terminal'] : []),
  ]
  // On Windows, chmod cannot make a folder read-only.
  if (process.platform === 'win32') return done
  const locked = copyOf(project, join(copies, 'locked'), await runnableByAll(node, copies), false)
  try {
    equal(await smoke(locked.run), count)
    if (isRoot) await withoutName(locked, join(copies, 'locked'))
    deepEqual(locked.caches(), [], 'nothing is cached in a read-only folder')
  } finally {
    locked.unlock()
  }
  return [...done, `the same in a read-only package${isRoot ? ' as a user id without a name' : ''}`]
}

async function withoutName(installed, folder) {
  await popup(installed, folder)
  const { code, stderr } = await installed.run(['list-scopes', '--json'], plain())
  match(stderr, /"ERR_NO_HOME"/)
  equal(code, 4, 'without any home, wxauth asks for WXAUTH_HOME')
}

/** An old Node runs nothing, and is told which one is needed. */
async function refusalOn(node, project) {
  const { stdout } = await run(node, ['--version'], {})
  const version = stdout.trim()
  const copy = copyOf(project, join(mkdtempSync(join(place, 'old-')), 'copy'), node, true)
  const refusal = await copy.run(['set', 'scope.camera=accepted'])
  deepEqual([refusal.code, refusal.stdout], [70, ''])
  match(
    refusal.stderr,
    new RegExp(`^error: wxauth needs Node\\.js .+ and this is Node\\.js ${version.slice(1)}`),
  )
  return [`${version} is refused`]
}

async function smokeOfPages(project) {
  try {
    const { run } = copyOf(project, join(place, 'pages'), process.execPath, true)
    const count = await lookAtPages(run, join(place, 'pages/written'))
    if (count === undefined) {
      console.error('smoke: there is no Chromium ($WXAUTH_CHROMIUM, or in $PATH): nobody looked at the pages')
    } else console.log(`smoke: ${count} pages ok in Chromium; screenshots: ${relative('.', screenshots)}`)
    return true
  } catch (error) {
    console.error('smoke: the pages FAILED', error)
    return false
  }
}
