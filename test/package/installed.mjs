import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { npm } from './nodes.mjs'
import { pack } from './pack.mjs'

/** A user id without a name, as that of `docker run --user`. */
const nameless = 12_345
/** Only root can run something as another user. */
export const isRoot = process.getuid?.() === 0

/**
 * Packs the package as for publishing, and installs it into an empty project, offline and with an empty HOME.
 * @returns {Promise<{ project: string, tarball: string }>}
 */
export async function install(place) {
  const project = join(place, 'project')
  for (const folder of ['home', 'packed', 'project']) mkdirSync(join(place, folder))
  writeFileSync(join(project, 'package.json'), '{}')
  const env = { ...plain(), HOME: join(place, 'home'), USERPROFILE: join(place, 'home') }
  const { filename } = await pack(join(place, 'packed'))
  await npm(['install', '--offline', '--no-audit', '--no-fund', filename], project, env)
  const packages = readdirSync(join(project, 'node_modules')).filter(entry => !entry.startsWith('.'))
  if (packages.join() !== 'wxauth') throw new Error(`More than wxauth was installed: ${packages}`)
  return { project, tarball: filename }
}

/**
 * Copies the project for one Node. If `isWritable` is not set, the user may not write into the package and, where root
 * runs this, has neither a name nor a home.
 */
export function copyOf(project, place, node, isWritable) {
  mkdirSync(place)
  const [copy, home] = [join(place, 'project'), join(place, 'home')]
  cpSync(project, copy, { recursive: true, verbatimSymlinks: true })
  mkdirSync(home)
  const isNameless = isRoot && !isWritable
  const identity = isNameless ? { uid: nameless, gid: nameless } : {}
  if (isNameless) chownSync(home, nameless, nameless)
  const dist = join(copy, 'node_modules/wxauth/dist')
  if (!isWritable) chmodSync(dist, 0o555)
  const link = join(copy, 'node_modules/.bin/wxauth')
  const bin = process.platform === 'win32' ? join(dist, '../bin/wxauth.cjs') : realpathSync(link)
  const env = {
    ...plain(),
    ...(isNameless ? { HOME: '/', WXAUTH_HOME: home } : { HOME: home, USERPROFILE: home }),
  }
  const caches = () => readdirSync(dist).filter(name => name.endsWith('.cache'))
  return {
    env,
    identity,
    command: [node, bin],
    run: (args, variables = env) => run(node, [bin, ...args], { ...identity, cwd: home, env: variables }),
    /** The caches of compiled code beside the bundle, each with the time at which it was written. */
    caches: () => caches().map(name => `${name} ${statSync(join(dist, name)).mtimeMs}`),
    /** Replaces the content of each cache. @param {(bytes: Buffer) => Uint8Array} change */
    damage(change) {
      for (const path of caches().map(name => join(dist, name)))
        writeFileSync(path, change(readFileSync(path)))
    },
    unlock: () => chmodSync(dist, 0o755),
  }
}

/** This Node, or a copy of it if other users may not run it. */
export async function runnableByAll(node, place) {
  if (!isRoot) return node
  const { code } = await run(node, ['--version'], { uid: nameless, gid: nameless }).catch(() => ({ code: 1 }))
  if (code === 0) return node
  const copy = join(place, 'node')
  copyFileSync(node, copy)
  chmodSync(copy, 0o755)
  return copy
}

export async function run(command, args, options) {
  const child = spawn(command, args, { timeout: 60_000, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const exit = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

/** Runs something in a folder, which is also its home. @returns its stdout @throws if it fails */
export async function mustRun(command, args, folder) {
  const env = { ...plain(), HOME: folder, USERPROFILE: folder, WXAUTH_HOME: join(folder, 'profiles') }
  const { code, stdout, stderr } = await run(command, args, { cwd: folder, env, timeout: 60_000 })
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} exits with ${code}:\n${stdout}${stderr}`)
  return stdout
}

/** The environment without settings of npm, of CI and of wxauth. */
export function plain() {
  const names = ['PATH', 'SystemRoot', 'ComSpec', 'PATHEXT', 'TMPDIR', 'TEMP', 'TMP']
  return Object.fromEntries(names.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])))
}
