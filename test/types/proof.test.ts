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
/** The lines of the compiler's output; each begins with the name of a user. */
let output: readonly string[] = []

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

// One run of the compiler for all users: WeChat's typings take most of its time.
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
  output = stdout.split('\n').filter(line => line !== '')
})
afterAll(remove)

/** Sets up a user: the proof as code that imports the directory package through its `exports`. */
function install({ name, type, mutation }: User): void {
  const home = join(place, name)
  const directory = join(home, 'node_modules/wxauth')
  mkdirSync(join(directory, 'dist'), { recursive: true })
  writeFileSync(join(home, 'package.json'), JSON.stringify({ type }))
  cpSync(join(import.meta.dirname, 'proof'), join(home, 'proof'), { recursive: true })
  if (type === 'module') {
    for (const [index, example] of fenced('src/wx/README.md', 'ts').entries()) {
      writeFileSync(join(home, `proof/readme-${index}.ts`), example)
    }
  }
  // The compiler takes two packages with the same name and version for one.
  const manifest = JSON.stringify({ ...packageJson, version: `0.0.0-${name}` })
  writeFileSync(join(directory, 'package.json'), manifest)
  const doors = ['index', 'simulate', 'miniprogram']
  for (const file of doors.flatMap(name => [`${name}.d.mts`, `${name}.d.cts`])) {
    const text = readFileSync(join(root, 'dist', file), 'utf8')
    const isMutated = mutation !== undefined && file.startsWith('index.')
    writeFileSync(join(directory, 'dist', file), isMutated ? mutate(text, mutation) : text)
  }
}

function mutate(text: string, { title, from, to }: Mutation): string {
  const mutant = text.replace(from, to)
  expect(mutant, `${title}: its text is in the declarations`).not.toBe(text)
  return mutant
}

const outputOf = (name: string) => output.filter(line => line.startsWith(`${name}/`))

test.each(['import', 'require'])('Our types fit WeChat’s own when code uses %s', name => {
  expect(outputOf(name)).toEqual([])
})

test('The compiler finds errors only in the proofs', () => {
  expect(output.filter(line => !/^[\w-]+\/proof\/|^ /.test(line))).toEqual([])
})

test.each(users.flatMap(({ name, mutation }) => (mutation ? [[mutation.title, name] as const] : [])))(
  'The proofs fail when %s',
  (_title, name) => {
    expect(outputOf(name)).not.toEqual([])
  },
)

test('The example in the README compiles with the settings in the README, and the declarations checked', () => {
  const home = join(place, 'reader')
  mkdirSync(join(home, 'node_modules'), { recursive: true })
  symlinkSync(root, join(home, 'node_modules/wxauth'))
  const [settings = ''] = fenced('src/wx/README.md', 'json')
  const [example = ''] = fenced('src/wx/README.md', 'ts')
  writeFileSync(join(home, 'package.json'), JSON.stringify({ type: 'module' }))
  writeFileSync(join(home, 'tsconfig.json'), settings)
  writeFileSync(join(home, 'example.ts'), example)
  const { stdout } = spawnSync(
    join(root, 'node_modules/.bin/tsc'),
    ['--pretty', 'false', '--noEmit', '-p', home],
    {
      encoding: 'utf8',
    },
  )
  expect(stdout).toBe('')
})
