import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

/** The oldest supported Node, the newest ones of the lines in use, and the newest of all. */
export const versions = ['20.17.0', '22', '24', 'latest']

/** Some that are too old. */
export const oldVersions = ['14', '18']

const { platform, arch, env } = process

// The package `node` of the registry fetches these by a script; installing them directly runs no script.
const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'
const name = `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`

/**
 * Gets a Node from the registry; with $WXAUTH_SMOKE_OFFLINE, only from npm's cache.
 * @param {string} version @param {string} place a folder to put it in
 * @returns {Promise<string>} the path of its binary
 * @throws if this Node is not available
 */
export async function nodeOf(version, place) {
  const folder = join(place, `node-${version}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  const flags = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    ...(env.WXAUTH_SMOKE_OFFLINE ? ['--offline'] : []),
  ]
  await npm(['install', ...flags, `${name}@${version}`], folder, env)
  return join(folder, 'node_modules', name, platform === 'win32' ? 'bin/node.exe' : 'bin/node')
}

/** Runs npm for one folder, even within an npm script of another. @returns {Promise<string>} its stdout */
export async function npm(args, cwd, environment) {
  const fromOuterNpm = /^npm_(config_(local_)?prefix$|package|lifecycle)/
  const variables = Object.entries(environment).filter(([key]) => !fromOuterNpm.test(key))
  // On Windows npm is a script, which only a shell can run; the shell needs quotes around a path with a blank.
  const isWindows = platform === 'win32'
  const words = isWindows ? args.map(word => (/\s/.test(word) ? `"${word}"` : word)) : args
  const options = { cwd, env: Object.fromEntries(variables), timeout: 180_000, shell: isWindows }
  const { stdout } = await promisify(execFile)('npm', words, options)
  return stdout
}
