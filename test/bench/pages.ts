import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import type { Figure } from './wx.ts'

const root = join(import.meta.dirname, '../..')
const elements = 25
const nested = 27
const mebibyte = 1024 * 1024

/** The cost of opening pages, each to a bare fresh context that loads the engine and renders the same template. */
export function pageFigures(loop: string, directory: string): readonly Figure[] {
  // The assets lie beside the code that reads them, as in the package.
  cpSync(join(root, 'dist/pages'), join(dirname(loop), 'pages'), { recursive: true })
  const [flat, heavy] = [join(directory, 'flat'), join(directory, 'heavy')]
  write(flat, flatPage())
  write(heavy, nestedPage())
  const output = execFileSync(process.execPath, ['--expose-gc', loop, flat, heavy], { encoding: 'utf8' })
  const figures = JSON.parse(output) as Readonly<Record<string, number>>
  return [
    {
      name: `a page of ${elements} elements, to a bare context`,
      ratio: figures.flat ?? Number.NaN,
      limit: 3,
    },
    {
      name: `${nested} nested components, to a bare context`,
      ratio: figures.heavy ?? Number.NaN,
      limit: 3,
    },
    {
      name: 'MB that the heap grows in 600 openings',
      ratio: (figures.growth ?? Number.NaN) / mebibyte,
      limit: 2,
    },
  ]
}

type Files = Readonly<Record<string, string>>

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const program = (page: Files): Files => ({
  'app.json': '{ "pages": ["pages/index/index"] }',
  'app.js': 'App({})',
  ...page,
})

function flatPage(): Files {
  const views = Array.from({ length: elements }, (_, at) => `<view class="row">element ${at + 1}</view>`)
  return program({ 'pages/index/index.js': 'Page({})', 'pages/index/index.wxml': views.join('\n') })
}

function nestedPage(): Files {
  const using = (at: number) =>
    at < nested ? `{ "component": true, "usingComponents": { "inner": "/c/${at + 1}" } }` : '{}'
  const wxml = (at: number) => (at < nested ? '<view><inner /></view>' : '<view>innermost</view>')
  const components = Array.from({ length: nested }, (_, index) => index + 1).flatMap(at => [
    [`c/${at}.js`, 'Component({})'],
    [`c/${at}.json`, using(at)],
    [`c/${at}.wxml`, wxml(at)],
  ])
  return program({
    'pages/index/index.js': 'Page({})',
    'pages/index/index.json': using(0),
    'pages/index/index.wxml': wxml(0),
    ...Object.fromEntries(components),
  })
}
