import { copyFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { mustRun } from './installed.mjs'
import { fetchPackages, nodeOf } from './nodes.mjs'

/** What a project tests and compiles with, from the oldest that the library runs under. */
export const toolchains = [
  { jest: '26', vitest: '1', typescript: '5.0' },
  { jest: '27', vitest: '2', typescript: '5.4' },
  { jest: '28', vitest: '3', typescript: '5.9' },
  { jest: '29', vitest: '4', typescript: '6' },
  // Vitest 5 does not run on Node 20.
  { jest: '30', vitest: '5', typescript: '7', node: '24' },
]

const source = import.meta.dirname

/** Installs one of them beside wxauth, in a folder of its own. @returns the folder, and the Node for Vitest */
export async function installToolchain({ jest, vitest, typescript, node }, tarball, place) {
  const folder = join(place, `jest-${jest}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  const tools = [`jest@${jest}`, `vitest@${vitest}`, `typescript@${typescript}`]
  // Before, it came with Jest.
  if (Number(jest) >= 28) tools.push(`jest-environment-jsdom@${jest}`)
  const [vitestNode] = await Promise.all([
    node === undefined ? process.execPath : nodeOf(node, place),
    fetchPackages([...tools, 'miniprogram-simulate@1', 'jsdom@26', tarball], folder),
  ])
  return { folder, vitestNode }
}

/** Runs the tests, and compiles, as its user would. @returns what was done */
export async function tryToolchain({ typescript }, { folder, vitestNode }) {
  cpSync(join(source, '../simulate/near-me'), join(folder, 'near-me'), { recursive: true })
  cpSync(join(source, '../pages/programs/near'), join(folder, 'near'), { recursive: true })
  copyFileSync(join(source, 'user/program.jest.cjs'), join(folder, 'program.test.js'))
  copyFileSync(join(source, 'user/program.vitest.mjs'), join(folder, 'program.test.mjs'))
  copyFileSync(join(source, 'user/page.jest.cjs'), join(folder, 'jest.test.js'))
  copyFileSync(join(source, 'user/page.vitest.mjs'), join(folder, 'vitest.test.mjs'))
  const node = (binary, ...args) => mustRun(binary, args, folder)
  const bin = path => join(folder, 'node_modules', path)
  await node(
    process.execPath,
    bin('jest/bin/jest.js'),
    'jest.test.js',
    '--env=jsdom',
    '--cacheDirectory',
    join(folder, 'cache'),
  )
  await node(vitestNode, bin('vitest/vitest.mjs'), 'run', 'vitest.test.mjs')
  // The same in each environment, because programs have one of their own.
  for (const environment of ['node', 'jsdom']) {
    await node(
      process.execPath,
      bin('jest/bin/jest.js'),
      'program.test.js',
      `--env=${environment}`,
      '--cacheDirectory',
      join(folder, 'cache'),
    )
    await node(vitestNode, bin('vitest/vitest.mjs'), 'run', 'program.test.mjs', '--environment', environment)
  }
  const resolutions = resolutionsOf(Number(typescript))
  for (const { moduleResolution, module, files } of resolutions) {
    const project = join(folder, moduleResolution)
    mkdirSync(project)
    for (const file of files) copyFileSync(join(source, '../types/proof/declared.ts'), join(project, file))
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2020',
      lib: ['es2020'],
      types: [],
      strict: true,
      declaration: true,
      outDir: 'out',
      rootDir: '.',
      ...(Number(typescript) === 6 ? { ignoreDeprecations: '6.0' } : {}),
    }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
    await node(process.execPath, bin('typescript/bin/tsc'), '--project', project)
    const declarations = readdirSync(join(project, 'out')).filter(file => /\.d\.[cm]?ts$/.test(file))
    if (declarations.length !== files.length) throw new Error(`${project} has ${declarations}`)
  }
  return [
    'tests of a page',
    'tests of a program',
    ...resolutions.map(({ moduleResolution }) => `${moduleResolution} with es2020`),
  ]
}

function resolutionsOf(typescript) {
  return [
    // TypeScript 7 has it no longer.
    ...(typescript < 7 ? [{ moduleResolution: 'node10', module: 'commonjs', files: ['declared.ts'] }] : []),
    { moduleResolution: 'node16', module: 'node16', files: ['imports.mts', 'requires.cts'] },
    { moduleResolution: 'bundler', module: 'esnext', files: ['declared.ts'] },
  ]
}
