// The scripts prepack and postpack of package.json: node test/build/publish.mjs swap|restore
// npm packs package.json and README.md as they lie in the folder, so for the time of the packing they are replaced by
// those for users. npm runs postpack only if it could pack, and nothing if it is killed: a guard outlives it.
import { execFileSync, spawn } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { published } from './published.mjs'

const self = fileURLToPath(import.meta.url)
const root = join(import.meta.dirname, '../..')
const kept = join(root, '.before-pack')

function swap() {
  // Where npm would fail most often, it fails before anything is replaced.
  const { INIT_CWD = '.', npm_config_pack_destination: destination = '.' } = process.env
  accessSync(resolve(INIT_CWD, destination), constants.W_OK)
  const npm = String(npmProcess() ?? '')
  if (existsSync(kept)) {
    throw new Error(
      `${kept} exists: another npm pack is running here, or was killed. Then move its files back.`,
    )
  }
  mkdirSync(kept)
  spawn(process.execPath, [self, 'guard', npm], { detached: true, stdio: 'ignore' }).unref()
  for (const [file, forUsers] of Object.entries(published)) {
    const [path, draft] = [join(root, file), join(kept, `${file}.draft`)]
    writeFileSync(draft, forUsers(readFileSync(path, 'utf8')))
    renameSync(path, join(kept, file))
    renameSync(draft, path)
  }
}

/** The guard may do the same at the same time. */
function restore() {
  for (const file of Object.keys(published)) {
    const original = join(kept, file)
    try {
      renameSync(original, join(root, file))
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
  rmSync(kept, { recursive: true, force: true })
}

/** @param {number | undefined} npm its process; without it, packing is given a minute */
async function guard(npm) {
  const end = Date.now() + 60_000
  const mayPack = () => (npm === undefined ? Date.now() < end : isRunning(npm))
  while (existsSync(kept) && mayPack()) await setTimeout(10)
  restore()
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The npm that runs this script, perhaps through a shell; not on Windows, which has no command for it. */
function npmProcess() {
  if (process.platform === 'win32') return undefined
  const [parent, name] = processOf(process.ppid)
  return /^-?(ba|da|z)?sh$|^busybox$/.test(name) ? parent : process.ppid
}

/** @returns {readonly [parent: number, name: string]} */
function processOf(pid) {
  if (process.platform === 'linux') {
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    return [Number(parent), name]
  }
  const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
  const [, parent, name] = /^\s*(\d+)\s+(?:.*\/)?(.*?)\s*$/.exec(line)
  return [Number(parent), name]
}

const [, , task, npm] = process.argv
if (task === 'swap') swap()
if (task === 'guard') await guard(npm ? Number(npm) : undefined)
// npm publish also sends package.json as it lies there after packing: there, the guard restores it.
if (task === 'restore' && process.env.npm_command !== 'publish') restore()
