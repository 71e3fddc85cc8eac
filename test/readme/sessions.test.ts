import { describe, expect, test } from 'vitest'
import { fenced, holdsText, type Readme, readme, readmes } from './blocks.ts'
import { reader } from './reader.ts'

/** Blocks that do not run here, by their beginning, with what runs them instead. */
const runElsewhere: Readonly<Record<string, string>> = {
  'npm ci && npx wxauth call': '.ci/run, with an answer',
  'npx wxauth run --project': 'test/cli/run-terminal.slow.test.ts',
  'npm run typecheck\n': '.ci/run',
  'npm test  ': '.ci/run',
  'wxauth explore --project': 'test/cli/explore.test.ts',
}

const blocksOf = (language: string): readonly (readonly [Readme, string])[] =>
  readmes.flatMap(file => fenced(file, language).map(block => [file, block] as const))

/** The READMEs with blocks of other languages, which other tests check: the library and pages, types, JSON, output. */
const otherLanguages: Readonly<Record<string, readonly Readme[]>> = {
  js: ['README.md', 'README.zh-CN.md', 'src/pages/README.md', 'src/simulate/README.md', 'src/wx/README.md'],
  ts: ['src/wx/README.md'],
  json: ['bin/README.md', 'src/wx/README.md'],
  text: ['src/wx/README.md'],
  yaml: ['bin/README.md'],
}

test.each(readmes)('Every block of %s is of a language that a test runs', file => {
  const others = Object.keys(otherLanguages).filter(language => otherLanguages[language]?.includes(file))
  const languages = [...readme(file).matchAll(/^```(\w+)$/gm)].map(([, language]) => language)
  expect(languages.filter(language => !['console', 'sh', ...others].includes(language ?? ''))).toEqual([])
})

/** A reader of the Chinese README has a Chinese system. */
const readerOf = (file: Readme) => reader(file.includes('zh-CN') ? 'zh_CN.UTF-8' : 'C.UTF-8')

describe('A session', () => {
  test.each(blocksOf('console'))('prints what %s shows, on stdout and on stderr', (file, session) => {
    expect(session).toMatch(/^\$ wxauth /m)
    holdsText(file, session, readerOf(file).type(session))
  })
})

describe('A script', () => {
  const scripts = blocksOf('sh').filter(
    ([, script]) => !Object.keys(runElsewhere).some(start => script.startsWith(start)),
  )

  test.each(scripts)('of %s runs, and every line succeeds', (_, script) => {
    expect(script.match(/^wxauth /gm)?.length).toBeGreaterThan(3)
    expect(reader().run(`set -euo pipefail\n${script}`)).toMatchObject({ code: 0 })
  })

  test.each(scripts)('of %s fails with another answer', (_, script) => {
    const mutant = script.replace('--reject --expect popup', '--accept --expect popup')
    expect(mutant).not.toBe(script)
    expect(reader().run(`set -euo pipefail\n${mutant}`)).toMatchObject({ code: 1 })
  })

  test('that runs elsewhere is in a README', () => {
    const scripts = blocksOf('sh').map(([, script]) => script)
    for (const start of Object.keys(runElsewhere)) {
      expect(
        scripts.some(script => script.startsWith(start)),
        start,
      ).toBe(true)
    }
  })
})
