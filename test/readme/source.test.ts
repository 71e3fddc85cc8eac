import { readdirSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { runCli } from '../support/run-cli.ts'
import { fenced, readme, readmes, rowsIn, section } from './blocks.ts'

const root = join(import.meta.dirname, '../..')
const foldersIn = (folder: string) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? [entry.name] : [],
  )

describe('The maps name every room', () => {
  test('of the source', () => {
    const [map = ''] = fenced('src/README.md', '')
    for (const room of foldersIn('src')) expect(map).toContain(`\n  ${room}/`)
  })

  test('of the tests', () => {
    const rows = rowsIn(section('test/README.md', '## The map')).map(([cell]) => cell)
    for (const folder of foldersIn('test')) expect(rows).toContain(`\`test/${folder}/\``)
  })

  test('and the slow tests', () => {
    const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    const rows = rowsIn(section('test/README.md', '## What is slow')).map(([cell]) => cell)
    const slow = files.filter(file => file.endsWith('.slow.test.ts')).map(file => `\`test/${file}\``)
    // A star means all slow tests of a folder.
    const isListed = (file: string) =>
      [file, file.replace(/[^/]+(?=\.slow)/, '*')].some(name => rows.includes(name))
    expect(slow.filter(file => !isListed(file))).toEqual([])
  })
})

describe('The call in the map of the source', () => {
  const steps = rowsIn(section('src/README.md', '## One call, function by function')).map(
    ([, name = '', link = '']) => ({ name: name.slice(1, -1), file: /\((.*)\)/.exec(link)?.[1] ?? '' }),
  )

  test('goes through each of the functions', async () => {
    const functions = await functionsCalledBy(['call', 'wx.getLocation', '--accept'])
    expect(steps.length).toBeGreaterThan(20)
    expect(steps.filter(({ name, file }) => !functions.has(`${file}#${name}`))).toEqual([])
  })

  test('names the file that writes the profile', () => {
    const { file = '' } = steps.find(({ name }) => name === 'rewrite') ?? {}
    expect(readFileSync(join(root, 'src', file), 'utf8')).toContain('renameSync(')
  })
})

/** `cli/main.ts#main` and every other function that V8 counts as called. */
async function functionsCalledBy(args: readonly string[]): Promise<ReadonlySet<string>> {
  const src = join(root, 'src/')
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const { code } = await runCli(args)
  expect(code).toBe(0)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  return new Set(
    result.flatMap(({ url, functions }) => {
      const path = url.startsWith('file:') ? fileURLToPath(url) : url
      if (!path.startsWith(src)) return []
      const calls = functions.filter(({ ranges: [whole] }) => (whole?.count ?? 0) > 0)
      return calls.map(({ functionName }) => `${path.slice(src.length)}#${functionName}`)
    }),
  )
}

test('Every npm script in a README exists', () => {
  const names = readmes.flatMap(file =>
    [...readme(file).matchAll(/npm run ([a-z][\w:]*)/g)].map(([, name = '']) => name),
  )
  expect(new Set(names).size).toBeGreaterThan(3)
  expect(names.filter(name => !Object.hasOwn(packageJson.scripts, name))).toEqual([])
})

test('The README of the tests names every Node that the smoke test runs on', async () => {
  const module = '../package/nodes.mjs'
  const { versions } = (await import(module)) as { readonly versions: readonly string[] }
  const where = section('test/README.md', '## What was run where')
  for (const version of versions.filter(version => version !== 'latest')) expect(where).toContain(version)
})

test('The README of the tests names every test runner and compiler that the smoke test uses', async () => {
  const module = '../package/toolchains.mjs'
  const { toolchains } = (await import(module)) as {
    readonly toolchains: readonly Readonly<Record<'jest' | 'vitest' | 'typescript', string>>[]
  }
  const where = section('test/README.md', '## What was run where')
  const list = (tool: 'jest' | 'vitest' | 'typescript') => toolchains.map(row => row[tool]).join(', ')
  expect(where).toContain(`Jest ${list('jest')}`)
  expect(where).toContain(`Vitest ${list('vitest')}`)
  expect(where).toContain(`TypeScript ${list('typescript')}`)
})
