import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryHome } from '../support/temporary-home.ts'

const root = join(import.meta.dirname, '../..')

test.each(['index', 'simulate'])(
  'the declarations of %s import nothing, and are the same for import and require',
  name => {
    const text = readFileSync(join(root, `dist/${name}.d.mts`), 'utf8')
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\bfrom ['"]|<reference|\.ts['"]/)
    expect(text).toBe(readFileSync(join(root, `dist/${name}.d.cts`), 'utf8'))
  },
)

test.each([
  {
    file: 'user.mts',
    code: "import { createWxAuth } from 'wxauth'\nimport { install } from 'wxauth/simulate'",
  },
  {
    file: 'user.cts',
    code: "import library = require('wxauth')\nimport { install } from 'wxauth/simulate'\nconst { createWxAuth } = library",
  },
])('$file compiles without other packages, and with the declarations checked', ({ file, code }) => {
  const home = temporaryHome()
  const directory = join(home, 'node_modules/wxauth')
  mkdirSync(directory, { recursive: true })
  cpSync(join(root, 'package.json'), join(directory, 'package.json'))
  for (const name of ['index', 'simulate']) {
    for (const end of ['d.mts', 'd.cts'])
      cpSync(join(root, `dist/${name}.${end}`), join(directory, `dist/${name}.${end}`))
  }
  const use = `\nexport const { wx, auth } = createWxAuth()\nexport const undo: () => void = install({ wx, auth, simulate: { load: () => 'id' } })\n`
  writeFileSync(join(home, file), code + use)
  const settings = [
    '--strict',
    '--noEmit',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2022',
    '--types',
    '',
  ]
  const { stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/tsc'), [...settings, file], {
    cwd: home,
    encoding: 'utf8',
  })
  expect(stdout + stderr).toBe('')
})
