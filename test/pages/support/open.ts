import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Launch, type LaunchOptions, launchProgram, prepareProgram } from '../../../src/pages/launch.ts'
import { bareHost } from './bare-host.ts'

const programs = join(import.meta.dirname, '../programs')

/** Launches one of the programs, or one in another folder. */
export function launch(directory: string): Launch {
  const prepared = prepareProgram(join(programs, directory))
  const app = launchProgram({ prepared, host: bareHost, rejections: process })
  return app
}

/** Writes a program into a folder that is gone after the test. */
export function written(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'wxauth-pages-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  return directory
}

export function launchWritten(
  files: Readonly<Record<string, string>>,
  options: Partial<LaunchOptions> = {},
): Launch {
  const app = launchProgram({
    prepared: prepareProgram(written(files)),
    host: bareHost,
    rejections: process,
    ...options,
  })
  return app
}

/** One page, in the files of a program. */
export const page = (js: string, wxml = '<view />', json = '{}') => ({
  'app.json': '{ "pages": ["pages/a/a"] }',
  'pages/a/a.js': js,
  'pages/a/a.wxml': wxml,
  'pages/a/a.json': json,
})

/** Taps the first element whose text starts so, or that has that text in it. */
export async function tap(app: Launch, text: string): Promise<void> {
  const element = app.elements().find(one => one.handlers.length > 0 && one.text.startsWith(text))
  if (element === undefined) throw new Error(`nothing to tap: ${text}`)
  await app.tap(element)
}
