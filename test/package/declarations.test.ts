import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryHome } from '../support/temporary-home.ts'

const root = join(import.meta.dirname, '../..')

test.each(['index', 'simulate', 'miniprogram'])(
  'the declarations of %s import nothing, and are the same for import and require',
  name => {
    const text = readFileSync(join(root, `dist/${name}.d.mts`), 'utf8')
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\bfrom ['"]|<reference|\.ts['"]/)
    // TypeScript 5.0 cannot name the types of a declaration for require in one for import.
    expect(text).toBe(readFileSync(join(root, `dist/${name}.d.cts`), 'utf8'))
  },
)

test.each([
  // The facts of a fault are made of these two, but no fact has one of them.
  { name: 'index', notExported: ['FaultRow', 'Rows'] },
  { name: 'simulate', notExported: [] },
])('the declarations of $name export every type that they use', ({ name, notExported }) => {
  const text = readFileSync(join(root, `dist/${name}.d.cts`), 'utf8')
  const declared = [...text.matchAll(/^(?:declare )?(?:interface|type|class) (\w+)/gm)].map(
    ([, type]) => type,
  )
  const [, list = ''] = /^export \{(.*)\};$/m.exec(text) ?? []
  const exported = list.split(',').map(entry => /^\s*(?:type )?(\w+)/.exec(entry)?.[1])
  expect(declared.length).toBeGreaterThan(2)
  expect(declared.filter(type => !exported.includes(type))).toEqual(notExported)
})

const use = `
export const { wx, auth } = createWxAuth()
export const undo: () => void = install({ wx, auth, simulate: { load: () => 'id', render: () => undefined } })
`
const declared = readFileSync(join(root, 'test/types/proof/declared.ts'), 'utf8')

test.each([
  {
    file: 'user.mts',
    code: `import { createWxAuth } from 'wxauth'\nimport { install } from 'wxauth/simulate'${use}`,
  },
  {
    file: 'user.cts',
    code: `import library = require('wxauth')\nimport { install } from 'wxauth/simulate'\nconst { createWxAuth } = library${use}`,
  },
  { file: 'declared.mts', code: declared },
  { file: 'declared.cts', code: declared },
])(
  '$file compiles without other packages, with the language of 2020 and all declarations checked, and into declarations',
  ({ file, code }) => {
    const home = temporaryHome()
    const directory = join(home, 'node_modules/wxauth')
    mkdirSync(directory, { recursive: true })
    cpSync(join(root, 'package.json'), join(directory, 'package.json'))
    for (const name of ['index', 'simulate', 'miniprogram']) {
      for (const end of ['d.mts', 'd.cts'])
        cpSync(join(root, `dist/${name}.${end}`), join(directory, `dist/${name}.${end}`))
    }
    writeFileSync(join(home, file), code)
    const settings =
      '--strict --declaration --outDir out --module nodenext --target es2020 --lib es2020 --types'
    const { stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/tsc'),
      [...settings.split(' '), '', file],
      { cwd: home, encoding: 'utf8' },
    )
    expect(stdout + stderr).toBe('')
    expect(readdirSync(join(home, 'out'))).toHaveLength(2)
  },
)
