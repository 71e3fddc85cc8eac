import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * A real terminal with bash in it, by tmux (3.2 or newer): it draws, reflows and resizes as terminals do, and its screen
 * can be read. Nothing here blocks, so tests can use many at the same time.
 */
export interface Pane {
  /** The pane's own directory, where the shell starts. */
  readonly folder: string
  /** Types a line and presses Enter. */
  line(text: string): Promise<void>
  /** Presses keys, all at once, by tmux's names: `Enter`, `Escape`, `Right`, `C-c`. */
  press(...keys: readonly string[]): Promise<void>
  /** Types characters, all at once. */
  type(text: string): Promise<void>
  /** Pastes with the marks of bracketed paste, if the program asked for them. */
  pasteMarked(text: string): Promise<void>
  pasteUnmarked(text: string): Promise<void>
  resize(columns: number, rows: number): Promise<void>
  screen(): Promise<string>
  isCursorShown(): Promise<boolean>
  /** Waits until the screen shows this. @throws an error with the screen if it never does */
  shows(text: string | RegExp): Promise<void>
  /** Closes the terminal, as closing its window does. */
  hangUp(): Promise<void>
  close(): Promise<void>
}

export const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

/** Checks every 25 ms whether something holds, for 12 seconds. @returns whether it held */
export async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + 12_000
  while (!(await holds())) {
    if (performance.now() > end) return false
    await pause(25)
  }
  return true
}

/** Why this machine cannot open a pane; `undefined` if it can. */
export function whyNoPane(): string | undefined {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' })
    execFileSync('bash', ['--version'], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'these tests need tmux and bash on the PATH'
  }
}

const run = promisify(execFile)

export async function openPane(columns = 80, rows = 24): Promise<Pane> {
  const folder = mkdtempSync(join(tmpdir(), 'wxauth-pty-'))
  // Without the developer's own variables, which could color, trace or answer.
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', TMPDIR: folder }
  writeFileSync(join(folder, 'rc'), "PS1='$ '\nunset HISTFILE\n")
  const ask = async (...args: readonly string[]) => {
    const common = ['-S', join(folder, 'tmux'), '-u', '-f', '/dev/null']
    return (await run('tmux', [...common, ...args], { cwd: folder, env })).stdout
  }
  const tell = async (...args: readonly string[]) => void (await ask(...args))
  await tell('new-session', '-d', '-x', `${columns}`, '-y', `${rows}`, 'exec bash --rcfile rc -i')
  const screen = async () => (await ask('capture-pane', '-p')).trimEnd()
  return {
    folder,
    screen,
    line: text => tell('send-keys', '-l', text, ';', 'send-keys', 'Enter'),
    press: (...keys) => tell('send-keys', ...keys),
    type: text => tell('send-keys', '-l', text),
    pasteMarked: text => tell('set-buffer', text, ';', 'paste-buffer', '-p', '-r'),
    pasteUnmarked: text => tell('set-buffer', text, ';', 'paste-buffer', '-r'),
    resize: (width, height) => tell('resize-window', '-x', `${width}`, '-y', `${height}`),
    isCursorShown: async () => (await ask('display-message', '-p', '#{cursor_flag}')).trim() === '1',
    async shows(text) {
      const isIn = (content: string) =>
        typeof text === 'string' ? content.includes(text) : text.test(content)
      if (!(await until(async () => isIn(await screen()))))
        throw new Error(`The screen never showed ${text}\n${await screen()}`)
    },
    hangUp: () => tell('kill-session'),
    async close() {
      // The server may have ended with its last session.
      await tell('kill-server').catch(() => undefined)
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
