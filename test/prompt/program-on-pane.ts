import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { rolldown } from 'rolldown'
import { afterAll, test as base, beforeAll, expect } from 'vitest'
import { openPane, type Pane, pause, until, whyNoPane } from '../support/pty-tmux.ts'
import { temporaryFolder } from '../support/temporary-home.ts'
import type { Errand } from './fixture/ask.ts'

const why = whyNoPane()
if (why !== undefined && process.env.CI !== undefined) throw new Error(why)

/** The tests of these suites mostly wait, each for its own terminal, so they run concurrently. */
export const paneOptions = { concurrent: true, timeout: 60_000, skip: why !== undefined }

const program = temporaryFolder()
beforeAll(async () => {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'fixture/ask.ts'), platform: 'node' })
  await bundle.write({ dir: program.path, format: 'cjs', entryFileNames: '[name].cjs' })
})
afterAll(program.remove)

/** A test with its own terminal, which has the program in its folder. */
export const test = base.extend('columns', 80).extend('pane', async ({ columns }, { onCleanup }) => {
  const pane = await openPane(columns)
  onCleanup(pane.close)
  symlinkSync(join(program.path, 'ask.cjs'), join(pane.folder, 'ask.cjs'))
  return pane
})

export const command = (errand: Errand = {}) =>
  `node ask.cjs '${JSON.stringify(errand).replaceAll("'", "'\\''")}'`

/** A shell command that waits until the test calls `release`. */
export const untilRelease = 'until [ -e go ]; do sleep 0.05; done'
export const release = (pane: Pane) => writeFileSync(join(pane.folder, 'go'), '')

/** Starts the program and waits until its popup, or its settings page, takes keys. */
export async function ask(pane: Pane, errand: Errand = {}, before = ''): Promise<void> {
  await pane.line(
    `clear; ${before}stty -g >before; ${command(errand)} >answer; echo ended $?; stty -g >after`,
  )
  await pane.shows(errand.ask === 'settings' ? 'closes' : 'Asked by')
  await waitForQuiet(pane)
}

export const file = (pane: Pane, name: string) => readFileSync(join(pane.folder, name), 'utf8')
export const answer = (pane: Pane) => JSON.parse(file(pane, 'answer') || 'null')
/** The content of a file that may come and go; empty if there is none. */
function contentOf(pane: Pane, name: string): string {
  try {
    return file(pane, name)
  } catch {
    return ''
  }
}
const quiets = (pane: Pane) => Number(contentOf(pane, 'quiet'))

/** Waits until it has been quiet for so long that a key counts. */
export async function waitForQuiet(pane: Pane): Promise<void> {
  // The program draws a moment before it starts to wait for quiet.
  await pause(50)
  expect(await until(() => quiets(pane) > 0)).toBe(true)
}
/** Does something that the program notices, and waits until it is quiet after that. */
export async function waitForQuietAfter(pane: Pane, act: () => Promise<void>): Promise<void> {
  const before = quiets(pane)
  await act()
  expect(await until(() => quiets(pane) > before)).toBe(true)
}

/** Sends a signal to the program from outside. */
export const signal = (pane: Pane, name: NodeJS.Signals) => process.kill(Number(file(pane, 'pid')), name)
/** Makes the mishap of the program's errand happen. */
export async function strike(pane: Pane): Promise<void> {
  signal(pane, 'SIGUSR2')
  await waitForFile(pane, 'struck')
}

/** Waits until the file has content. @returns the content */
export async function waitForFile(pane: Pane, name: string): Promise<string> {
  expect(await until(() => contentOf(pane, name) !== ''), `the file ${name}`).toBe(true)
  return file(pane, name)
}

/** Waits until the program has ended with this code and the shell shows its prompt. */
export async function waitForEnd(pane: Pane, code: number): Promise<void> {
  await pane.shows(`ended ${code}`)
  await pane.shows(/\$ $|\$$/m)
}
/** Expects the terminal's mode and its cursor as before the popup, and these lines on the screen. */
export async function expectRestored(pane: Pane, ...lines: readonly string[]): Promise<void> {
  expect(file(pane, 'after')).toBe(file(pane, 'before'))
  expect(await pane.isCursorShown()).toBe(true)
  expect((await pane.screen()).split('\n')).toEqual(lines)
}
export const expectOpen = async (pane: Pane) => expect(await pane.screen()).toContain('╰──')

/** The line that stays after the popup, by its result. */
export const closingLines = {
  accept: '✔ Allowed. To change it: wxauth open-setting --disable scope.userLocation',
  reject: '✖ Rejected: Geographic location (scope.userLocation).',
  dismiss: '– Closed without choosing: Geographic location (scope.userLocation).',
  closed: '– Not answered: Geographic location (scope.userLocation). Nothing was recorded.',
}
