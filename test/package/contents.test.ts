import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdsBlock, type Readme, readme } from '../readme/blocks.ts'
import { temporaryFolder } from '../support/temporary-home.ts'

/** Every file of the package, with its limit in kB (1000 bytes). Add new files here. */
const limits: Readonly<Record<string, number>> = {
  LICENSE: 2,
  'README.md': 8,
  'README.zh-CN.md': 8,
  'bin/README.md': 45,
  'bin/load.cjs': 5,
  'bin/worker.cjs': 1,
  'bin/wxauth.cjs': 3,
  'dist/THIRD-PARTY-LICENSES.txt': 65,
  'dist/change.cjs': 38,
  'dist/dist.cjs': 10,
  'dist/explore-worker.cjs': 53,
  'dist/explore.cjs': 85,
  'dist/explore-script.cjs': 130,
  'dist/explore-zh-CN.cjs': 21,
  'dist/html.cjs': 45,
  'dist/explain.cjs': 10,
  'dist/index.cjs': 112,
  'dist/index.d.cts': 58,
  'dist/index.d.mts': 58,
  'dist/index.mjs': 1,
  'dist/layers.cjs': 12,
  'dist/layers-zh-CN.cjs': 10,
  'dist/library-rewrite.cjs': 20,
  'dist/library-rolldown-runtime.cjs': 2,
  'dist/library-source.cjs': 55,
  'dist/library-faults.cjs': 7,
  'dist/library-on-disk.cjs': 40,
  'dist/library-en.cjs': 30,
  'dist/library-explain.cjs': 20,
  'dist/library-today.cjs': 90,
  'dist/library-transform.cjs': 310,
  'dist/library-zh-CN.cjs': 35,
  'dist/main.cjs': 170,
  'dist/menu.cjs': 4,
  'dist/miniprogram.cjs': 370,
  'dist/miniprogram.d.cts': 35,
  'dist/miniprogram.d.mts': 35,
  'dist/miniprogram.mjs': 1,
  'dist/pages/engine.js': 20,
  'dist/pages/glass_easel.all.js': 165,
  'dist/pages/glass_easel_miniprogram_adapter.js': 21,
  'dist/pages/glass_easel_template_compiler.cjs': 25,
  'dist/pages/glass_easel_template_compiler_bg.wasm': 2100,
  'dist/pages/realm.js': 17,
  'dist/pages/time.js': 5,
  'dist/program-rolldown-runtime.cjs': 2,
  'dist/program-worker.cjs': 220,
  'dist/prompt.cjs': 33,
  'dist/rolldown-runtime.cjs': 2,
  'dist/run-worker.cjs': 8,
  'dist/run-zh-CN.cjs': 10,
  'dist/run.cjs': 32,
  'dist/simulate.cjs': 43,
  'dist/simulate.d.cts': 3,
  'dist/simulate.d.mts': 3,
  'dist/simulate.mjs': 1,
  'dist/source.cjs': 10,
  'dist/today.cjs': 30,
  'dist/walkthrough-html.cjs': 75,
  'dist/walkthrough.cjs': 60,
  'dist/walkthrough-zh-CN.cjs': 50,
  'dist/zh-CN.cjs': 63,
  'package.json': 5,
  'miniprogram/package.json': 1,
  'simulate/package.json': 1,
  'src/pages/README.md': 9,
  'src/simulate/README.md': 5,
  'src/wx/README.md': 18,
}
const packedLimit = 1400
const unpackedLimit = 4700

interface Package {
  /** The path of the tarball. */
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

const root = join(import.meta.dirname, '../..')
const licenses = () => readFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')
const folder = temporaryFolder()
let packageInfo: Package
let tarball: Buffer

beforeAll(async () => {
  const module = './pack.mjs'
  const { pack } = (await import(module)) as { pack(place: string): Promise<Package> }
  packageInfo = await pack(folder.path)
  tarball = readFileSync(packageInfo.filename)
})
afterAll(folder.remove)

describe('npm pack', () => {
  test('packs the code, the licenses and the READMEs for users, and nothing else', () => {
    expect(packageInfo.files.map(({ path }) => path).sort()).toEqual(Object.keys(limits).sort())
  })

  test('packs no file that is over its limit', () => {
    const tooLarge = packageInfo.files.filter(({ path, size }) => size > 1000 * (limits[path] ?? 0))
    expect(tooLarge).toEqual([])
  })

  test('makes a package that is as small as the README says', () => {
    expect(packageInfo.size).toBeLessThanOrEqual(1000 * packedLimit)
    expect(packageInfo.unpackedSize).toBeLessThanOrEqual(1000 * unpackedLimit)
    const { length } = packageInfo.files
    holdsBlock(
      'README.md',
      'package',
      `The package has ${length} files and no dependencies: at most ${packedLimit} kB to download, ${unpackedLimit} kB unpacked.`,
    )
    holdsBlock(
      'README.zh-CN.md',
      'package',
      `包里有 ${length} 个文件，没有依赖：下载不超过 ${packedLimit} kB，解压后不超过 ${unpackedLimit} kB。`,
    )
  })

  test('packs READMEs that link only to files of the package', () => {
    const files = packageInfo.files.map(({ path }) => path)
    const links = files.filter(path => /README(?:\.zh-CN)?\.md$/.test(path)).flatMap(linksOf)
    expect(links.length).toBeGreaterThan(5)
    // The picture is not in the package, whose README does not show it.
    expect(links.filter(({ to }) => !files.includes(to) && !to.startsWith('test/picture/popup.'))).toEqual([])
  })

  test('packs the version, and no other part of package.json', () => {
    const code = readFileSync(join(root, 'dist/main.cjs'), 'utf8')
    expect(code).not.toContain('devDependencies')
  })

  test('leaves out the caches of compiled code', () => {
    expect(packageInfo.files.filter(({ path }) => path.endsWith('.cache'))).toEqual([])
  })

  test('makes a package without dependencies', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest
    expect([dependencies, optionalDependencies]).toEqual([undefined, undefined])
    // Only for users of `wxauth/simulate`.
    for (const peer of Object.keys(peerDependencies))
      expect(peerDependenciesMeta[peer]).toEqual({ optional: true })
  })
})

describe('Tools that check packages find nothing to say about it:', () => {
  test('publint', async () => {
    const { messages } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true })
    expect(messages).toEqual([])
  })

  test('Are the types wrong? for every entry and each way to resolve it', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball))
    if (!result.types) throw new Error('The package has no types')
    expect(Object.keys(result.entrypoints)).toEqual(['.', './simulate', './miniprogram', './package.json'])
    expect(result.problems).toEqual([])
  })
})

describe('the licenses of other packages', () => {
  const heads = () => [...licenses().matchAll(/^(\S+) (\d+\.\d+\.\d+) \([A-Z][\w.-]+\)$/gm)]

  test.each(['commander', 'conf', 'inquirer', '@inquirer/core', 'chalk'])('name %s as installed', name => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
    expect(heads().map(([, name, version]) => `${name} ${version}`)).toContain(`${name} ${version}`)
  })

  test('are sorted by name, each with a text', () => {
    const names = heads().map(([, name]) => name)
    expect(names).toEqual([...names].sort())
    const texts = licenses()
      .split(`\n${'-'.repeat(80)}\n\n`)
      .slice(1)
    expect(texts.length).toBe(names.length)
    for (const text of texts) expect(text).toMatch(/copyright/i)
  })

  test('leave out packages whose code is not in the bundle', () => {
    expect(existsSync(join(root, 'node_modules/ajv'))).toBe(true)
    expect(licenses()).not.toMatch(/^(ajv|vitest|rolldown|typescript) /m)
  })
})

/** The files that a README links to, from the root of the package. */
function linksOf(from: string): readonly { readonly from: string; readonly to: string }[] {
  const targets = [...readme(from as Readme).matchAll(/\]\(([^)#]+)/g)].map(([, target = '']) => target)
  return targets
    .filter(target => !/^\w+:/.test(target))
    .map(target => ({ from, to: join(dirname(from), target) }))
}
