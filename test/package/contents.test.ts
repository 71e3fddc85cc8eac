import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { holdsBlock, type Readme, readme } from '../readme/blocks.ts'
import { temporaryFolder } from '../support/temporary-home.ts'

/** Every file of the package, with the kB (of 1000 bytes) that it may grow to. A new file is a line here. */
const limits: Readonly<Record<string, number>> = {
  LICENSE: 2,
  'README.md': 8,
  'bin/README.md': 30,
  'bin/load.cjs': 4,
  'bin/wxauth.cjs': 2,
  'dist/THIRD-PARTY-LICENSES.txt': 35,
  'dist/change.cjs': 10,
  'dist/dist.cjs': 10,
  'dist/index.cjs': 93,
  'dist/index.d.cts': 30,
  'dist/index.d.mts': 30,
  'dist/index.mjs': 93,
  'dist/library-faults.cjs': 10,
  'dist/library-faults.mjs': 10,
  'dist/library-host-realm.cjs': 6,
  'dist/library-host-realm.mjs': 5,
  'dist/library-on-disk.cjs': 28,
  'dist/library-on-disk.mjs': 28,
  'dist/library-rewrite.cjs': 20,
  'dist/library-rewrite.mjs': 20,
  'dist/library-rolldown-runtime.cjs': 2,
  'dist/library-source.cjs': 55,
  'dist/library-source.mjs': 55,
  'dist/main.cjs': 140,
  'dist/prompt.cjs': 33,
  'dist/rolldown-runtime.cjs': 2,
  'dist/simulate.cjs': 7,
  'dist/simulate.d.cts': 3,
  'dist/simulate.d.mts': 3,
  'dist/simulate.mjs': 7,
  'dist/source.cjs': 10,
  'dist/source2.cjs': 30,
  'package.json': 5,
  'src/simulate/README.md': 5,
  'src/wx/README.md': 15,
}
const packedLimit = 220
const unpackedLimit = 750

interface Packed {
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

const root = join(import.meta.dirname, '../..')
const licences = () => readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
let packed: Packed

beforeAll(async () => {
  const folder = temporaryFolder()
  const module = './pack.mjs'
  const { pack } = (await import(module)) as { pack(place: string): Promise<Packed> }
  try {
    packed = await pack(folder.path)
  } finally {
    folder.remove()
  }
})

describe('npm pack', () => {
  test('holds what runs, its licences and the READMEs of its doors, and nothing else', () => {
    expect(packed.files.map(({ path }) => path).sort()).toEqual(Object.keys(limits).sort())
  })

  test('holds no file that has outgrown its limit', () => {
    const grown = packed.files.filter(({ path, size }) => size > 1000 * (limits[path] ?? 0))
    expect(grown).toEqual([])
  })

  test('is as small as the README says', () => {
    expect(packed.size).toBeLessThanOrEqual(1000 * packedLimit)
    expect(packed.unpackedSize).toBeLessThanOrEqual(1000 * unpackedLimit)
    holdsBlock(
      'README.md',
      'package',
      `The package has ${packed.files.length} files and no dependencies: at most ${packedLimit} kB to download, ${unpackedLimit} kB unpacked.`,
    )
  })

  test('has READMEs that link only to what is in it', () => {
    const files = packed.files.map(({ path }) => path)
    const links = files.filter(path => path.endsWith('README.md')).flatMap(linksOf)
    expect(links.length).toBeGreaterThan(5)
    // Where the picture is not, its words stand for it.
    expect(links.filter(({ to }) => !files.includes(to) && to !== 'test/picture/popup.svg')).toEqual([])
  })

  test('leaves out the compiled code that is kept beside the bundle', () => {
    expect(packed.files.filter(({ path }) => path.endsWith('.cache'))).toEqual([])
  })

  test('needs nothing installed beside it', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest
    expect([dependencies, optionalDependencies]).toEqual([undefined, undefined])
    // What `wxauth/simulate` works on, for those who use it.
    for (const peer of Object.keys(peerDependencies))
      expect(peerDependenciesMeta[peer]).toEqual({ optional: true })
  })
})

describe('the licences of others', () => {
  const named = () => [...licences().matchAll(/^(\S+) (\d+\.\d+\.\d+) \([A-Z][\w.-]+\)$/gm)]

  test.each(['commander', 'conf', 'inquirer', '@inquirer/core', 'chalk'])('name %s as installed', name => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
    expect(named().map(([, name, version]) => `${name} ${version}`)).toContain(`${name} ${version}`)
  })

  test('come in the order of their names, each with a text', () => {
    const names = named().map(([, name]) => name)
    expect(names).toEqual([...names].sort())
    const texts = licences()
      .split(`\n${'-'.repeat(80)}\n\n`)
      .slice(1)
    expect(texts.length).toBe(names.length)
    for (const text of texts) expect(text).toMatch(/copyright/i)
  })

  test('leave out packages whose code is not in the bundle', () => {
    expect(existsSync(join(root, 'node_modules/ajv'))).toBe(true)
    expect(licences()).not.toMatch(/^(ajv|vitest|rolldown|typescript) /m)
  })
})

/** The files that a README links to, from the root of the package. */
function linksOf(from: string): readonly { readonly from: string; readonly to: string }[] {
  const targets = [...readme(from as Readme).matchAll(/\]\(([^)#]+)/g)].map(([, target = '']) => target)
  return targets
    .filter(target => !/^\w+:/.test(target))
    .map(target => ({ from, to: join(dirname(from), target) }))
}
