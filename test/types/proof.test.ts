import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { fenced } from '../readme/blocks.ts'
import { temporaryFolder } from '../support/temporary-home.ts'
import { type Mutation, mutations } from './mutations.ts'

const root = join(import.meta.dirname, '../..')
const { path: place, remove } = temporaryFolder()
/** What the compiler says, a line each, by the user it says it of. */
let said: readonly string[] = []

interface User {
  readonly name: string
  readonly type: 'module' | 'commonjs'
  readonly mutation?: Mutation
}

const users: readonly User[] = [
  { name: 'import', type: 'module' },
  { name: 'require', type: 'commonjs' },
  ...mutations.map((mutation, at) => ({ name: `mutation-${at}`, type: 'module', mutation }) as const),
]

// One run of the compiler for all: most of its time is WeChat's own typings.
beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
  cpSync(join(import.meta.dirname, 'proof/tsconfig.json'), join(place, 'tsconfig.json'))
  for (const user of users) install(user)
  const tsc = join(root, 'node_modules/.bin/tsc')
  const { stdout, stderr } = spawnSync(tsc, ['--pretty', 'false', '--project', place], {
    cwd: place,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  said = stdout.split('\n').filter(line => line !== '')
})
afterAll(remove)

/** The proof as the code of somebody who has installed the package, found by its `exports`. */
function install({ name, type, mutation }: User): void {
  const home = join(place, name)
  const installed = join(home, 'node_modules/wxauth')
  mkdirSync(join(installed, 'dist'), { recursive: true })
  writeFileSync(join(home, 'package.json'), JSON.stringify({ type }))
  cpSync(join(import.meta.dirname, 'proof'), join(home, 'proof'), { recursive: true })
  if (type === 'module') {
    for (const [index, example] of fenced('src/wx/README.md', 'ts').entries()) {
      writeFileSync(join(home, `proof/readme-${index}.ts`), example)
    }
  }
  // The compiler takes two packages of one name and version for the same.
  const manifest = JSON.stringify({ ...packageJson, version: `0.0.0-${name}` })
  writeFileSync(join(installed, 'package.json'), manifest)
  const own = type === 'module' ? 'mts' : 'cts'
  cpSync(join(root, `dist/simulate.d.${own}`), join(installed, `dist/simulate.d.${own}`))
  const text = readFileSync(join(root, `dist/index.d.${own}`), 'utf8')
  writeFileSync(join(installed, `dist/index.d.${own}`), mutation ? mutated(text, mutation) : text)
}

function mutated(text: string, { title, from, to }: Mutation): string {
  const changed = text.replace(from, to)
  expect(changed, `${title}: found in the declarations`).not.toBe(text)
  return changed
}

const saidOf = (name: string) => said.filter(line => line.startsWith(`${name}/`))

test.each(['import', 'require'])('WeChat’s own types take ours, for those who %s the package', name => {
  expect(saidOf(name)).toEqual([])
})

test('the compiler complains of the proofs alone', () => {
  expect(said.filter(line => !/^[\w-]+\/proof\/|^ /.test(line))).toEqual([])
})

test.each(users.flatMap(({ name, mutation }) => (mutation ? [[mutation.title, name] as const] : [])))(
  'it is seen when %s',
  (_title, name) => {
    expect(saidOf(name)).not.toEqual([])
  },
)
