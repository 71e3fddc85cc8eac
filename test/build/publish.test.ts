import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-home.ts'

const root = join(import.meta.dirname, '../..')
const { path: place, remove } = temporaryFolder()
const clone = join(place, 'clone')
const packed = join(place, 'packed')
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

// A clone whose build takes no time: npm and the scripts of the package are what is tested.
beforeAll(() => {
  const skipped = new Set(['.git', 'node_modules', 'src', '.before-pack'])
  const filter = (path: string) =>
    !skipped.has(relative(root, path).split(sep)[0] ?? '') && !path.endsWith('.cache')
  cpSync(root, clone, { recursive: true, filter })
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  cpSync(join(root, 'src'), join(clone, 'src'), { recursive: true, filter: path => !path.endsWith('.ts') })
  const manifest = manifestOf(clone)
  manifest.scripts.build = 'node -e "console.log(\'built\')"'
  writeFileSync(join(clone, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  mkdirSync(packed)
})
afterAll(remove)

let before: Readonly<Record<string, string>>
const contents = () => Object.fromEntries(readdirSync(clone).map(name => [name, textOf(join(clone, name))]))
const textOf = (path: string) => (/\.(json|md)$/.test(path) ? readFileSync(path, 'utf8') : '')

beforeEach(() => {
  before = contents()
})

/** The environment without that of the npm that runs these tests. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)),
)

function pack(...args: readonly string[]): Promise<{ failed: boolean; stdout: string; stderr: string }> {
  return new Promise(resolve =>
    execFile('npm', ['pack', '--json', ...args], { cwd: clone, env }, (error, stdout, stderr) =>
      resolve({ failed: error !== null, stdout, stderr }),
    ),
  )
}

describe('npm pack in a clone', () => {
  test('packs a package.json without what is only for a clone, and a README without links to files', async () => {
    const { stdout, stderr } = await pack('--pack-destination', packed)
    expect(stderr).not.toMatch(/error/i)
    // What the build prints would be in the way of scripts that read this.
    const [{ filename }] = JSON.parse(stdout)
    await new Promise(resolve => execFile('tar', ['xzf', filename], { cwd: packed }, resolve))
    const { scripts, devDependencies, overrides, knip, ...kept } = manifestOf(clone)
    expect(manifestOf(join(packed, 'package'))).toEqual(kept)
    const text = readFileSync(join(packed, 'package/README.md'), 'utf8')
    expect(text).toContain('`bin/README.md`')
    expect(text.match(/\]\((?!https:|#).*?\)/g)).toBeNull()
    expect(contents()).toEqual(before)
  })

  test('changes nothing in the clone if the destination does not exist', async () => {
    const { failed, stderr } = await pack('--pack-destination', join(place, 'nowhere'))
    expect(failed).toBe(true)
    expect(stderr).toContain('ENOENT')
    expect(contents()).toEqual(before)
  })

  test('changes nothing in the clone if it is killed while it packs', async () => {
    const manifest = manifestOf(clone)
    // Gives the test the time to kill it.
    manifest.scripts.prepack += ' && node -e "setTimeout(() => {}, 2000)"'
    writeFileSync(join(clone, 'package.json'), JSON.stringify(manifest))
    before = contents()
    const npm = spawn('npm', ['pack', '--pack-destination', packed], { cwd: clone, env, stdio: 'ignore' })
    const exit = new Promise(resolve => npm.once('exit', (_code, signal) => resolve(signal)))
    await expect.poll(() => manifestOf(clone).scripts, { interval: 5, timeout: 15_000 }).toBeUndefined()
    npm.kill('SIGKILL')
    expect(await exit).toBe('SIGKILL')
    await expect.poll(contents, { timeout: 5000 }).toEqual(before)
  })
})
