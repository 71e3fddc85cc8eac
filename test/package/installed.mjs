import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { npm } from './nodes.mjs'
import { pack } from './pack.mjs'

const nobody = 65534
const isRoot = process.getuid?.() === 0

/** Packs the package as for publishing, and installs it into an empty project, offline and with an empty HOME. */
export async function install(place) {
  const project = join(place, 'project')
  for (const folder of ['home', 'packed', 'project']) mkdirSync(join(place, folder))
  writeFileSync(join(project, 'package.json'), '{}')
  const env = { ...plain(), HOME: join(place, 'home'), USERPROFILE: join(place, 'home') }
  const { filename } = await pack(join(place, 'packed'))
  await npm(['install', '--offline', '--no-audit', '--no-fund', filename], project, env)
  const packages = readdirSync(join(project, 'node_modules')).filter(entry => !entry.startsWith('.'))
  if (packages.join() !== 'wxauth') throw new Error(`More than wxauth was installed: ${packages}`)
  return project
}

/** Copies the project for one Node. @param {boolean} isWritable whether the user may write into the package */
export function copyOf(project, place, node, isWritable) {
  mkdirSync(place)
  const [copy, home] = [join(place, 'project'), join(place, 'home')]
  cpSync(project, copy, { recursive: true, verbatimSymlinks: true })
  mkdirSync(home)
  const identity = isRoot && !isWritable ? { uid: nobody, gid: nobody } : {}
  if (identity.uid !== undefined) chownSync(home, nobody, nobody)
  const dist = join(copy, 'node_modules/wxauth/dist')
  if (!isWritable) chmodSync(dist, 0o555)
  const link = join(copy, 'node_modules/.bin/wxauth')
  const bin = process.platform === 'win32' ? join(dist, '../bin/wxauth.cjs') : realpathSync(link)
  const env = { ...plain(), HOME: home, USERPROFILE: home }
  return {
    env,
    command: [node, bin],
    run: args => run(node, [bin, ...args], { ...identity, cwd: home, env }),
    /** The caches of compiled code beside the bundle, each with the time at which it was written. */
    caches: () =>
      readdirSync(dist)
        .filter(name => name.endsWith('.cache'))
        .map(name => `${name} ${statSync(join(dist, name)).mtimeMs}`),
    unlock: () => chmodSync(dist, 0o755),
  }
}

/** This Node, or a copy of it if other users may not run it. */
export async function runnableByAll(node, place) {
  if (!isRoot) return node
  const { code } = await run(node, ['--version'], { uid: nobody, gid: nobody }).catch(() => ({ code: 1 }))
  if (code === 0) return node
  const copy = join(place, 'node')
  copyFileSync(node, copy)
  chmodSync(copy, 0o755)
  return copy
}

export async function run(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], timeout: 15_000 })
  const exit = new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

// The environment without settings of npm, of CI and of wxauth.
function plain() {
  const names = ['PATH', 'SystemRoot', 'ComSpec', 'PATHEXT', 'TMPDIR', 'TEMP', 'TMP']
  return Object.fromEntries(names.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])))
}
