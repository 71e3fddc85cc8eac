import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { temporaryHome } from '../support/temporary-home.ts'

/** Checks a repository with these files. @returns the exit code and the printed lines */
function check(files: Readonly<Record<string, string>>) {
  const root = temporaryHome()
  for (const [file, content] of Object.entries({ 'src/messages/en/index.ts': '', ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }
  const script = join(import.meta.dirname, 'check.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' })
  return { code: status, lines: stderr.split('\n').slice(0, -1) }
}

const clean = { code: 0, lines: [] }
const table = `export const cli = { about: 'x', columns: { scope: 'SCOPE', 'no-scope': 'NONE' } as const }`

describe('A text', () => {
  test.each([
    ['by its table', `cli.about; columns.scope; columns['no-scope']`],
    ['by a part that is passed on', `texts.about; texts.scope; texts['no-scope']`],
    [
      'by destructuring',
      `const f = ({ about }: Texts['cli']) => about; const { scope, 'no-scope': none } = texts.columns`,
    ],
    ['by a variable', `cli.about; (cli.columns as Record<string, string>)[name]`],
    ['with its whole table', `texts.about; cli[name]`],
    ['as a list', `cli.about; Object.values(cli.columns)`],
  ])('is read %s', (_, code) => {
    expect(check({ 'src/messages/en/cli.ts': table, 'src/cli/main.ts': code })).toEqual(clean)
  })

  test('that nothing reads is reported', () => {
    const code = `const f = ({ about }: Options) => scope.about`
    expect(check({ 'src/messages/en/cli.ts': table, 'src/cli/main.ts': code })).toEqual({
      code: 1,
      lines: ['cli.about', 'cli.columns.scope', 'cli.columns.no-scope'].map(
        text => `src/messages/en/cli.ts: nothing reads ${text}`,
      ),
    })
  })

  test('that only another text reads is reported', () => {
    const other = `import { cli } from './cli.ts'\nexport const other = { shorthand, text: cli.about }`
    const code = `texts.text; columns[name]`
    const { lines } = check({
      'src/messages/en/cli.ts': table,
      'src/messages/en/other.ts': other,
      'src/cli/main.ts': code,
    })
    expect(lines).toEqual(['src/messages/en/cli.ts: nothing reads cli.about'])
  })
})

describe('A README', () => {
  test.each([
    '[source](src/messages/), [here](#the-map), [there](docs/a.md#--json-first)',
    '`docs/a.md`, `src/messages/en/`, `dist/main.cjs`, `other/a.md`, `wx.getLocation`, `~/a.md`',
    '[WeChat](https://example.org/none)',
    '```\n`docs/none.md` [none](none.md)\n```',
  ])('that names only existing files passes: %j', text => {
    const files = { 'docs/a.md': 'See `a.md`.\n\n## `--json` first\n', 'README.md': `## The map\n${text}\n` }
    expect(check(files)).toEqual(clean)
  })

  test('that names missing files is reported with each of them', () => {
    const text = '[a](docs/none.md), [b](#nowhere), [c](docs/a.md#b), `docs/none.mjs`, `./docs/none.cjs`'
    expect(check({ 'README.md': text, 'docs/a.md': '`docs/b.md`, `../x.md`, [d](b.md)' })).toEqual({
      code: 1,
      lines: [
        'README.md: there is no docs/none.md',
        'README.md: there is no #nowhere',
        'README.md: there is no docs/a.md#b',
        'README.md: there is no docs/none.mjs',
        'README.md: there is no ./docs/none.cjs',
        'docs/a.md: there is no b.md',
        'docs/a.md: there is no docs/b.md',
        'docs/a.md: there is no ../x.md',
      ],
    })
  })
})
