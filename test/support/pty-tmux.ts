import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * A real terminal with a shell in it, by tmux (3.2 or newer) and bash: it draws, reflows and resizes as terminals do,
 * and its screen can be read. Many can be used at the same time: nothing here blocks.
 */
export interface Pane {
  /** A directory of this pane's own; the shell starts there. */
  readonly folder: string
  /** Types a line and presses Enter. */
  line(text: string): Promise<void>
  /** Presses keys by tmux's names: `Enter`, `Escape`, `Right`, `C-c`. All arrive at once. */
  press(...keys: readonly string[]): Promise<void>
  /** Types characters, all at once. */
  type(text: string): Promise<void>
  /** Pastes with the marks around it that the program asked for. */
  pasteMarked(text: string): Promise<void>
  pasteUnmarked(text: string): Promise<void>
  resize(columns: number, rows: number): Promise<void>
  screen(): Promise<string>
  isCursorShown(): Promise<boolean>
  /** Waits until the screen shows it. @throws with the screen when it never does */
  shows(text: string | RegExp): Promise<void>
  /** Closes the terminal, as closing its window does. */
  hangUp(): Promise<void>
  close(): Promise<void>
}

export const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

/** Looks again and again until it holds, or until something hangs. @returns whether it held */
export async function until(holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + 12_000
  while (!(await holds())) {
    if (performance.now() > end) return false
    await pause(25)
  }
  return true
}

/** Why there can be no pane on this machine; `undefined` when there can. */
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
  // Nothing of the developer's own environment may color, trace or answer.
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
      const isIn = (shown: string) => (typeof text === 'string' ? shown.includes(text) : text.test(shown))
      if (!(await until(async () => isIn(await screen()))))
        throw new Error(`never shown: ${text}\n${await screen()}`)
    },
    hangUp: () => tell('kill-session'),
    async close() {
      // It may have ended with its last session.
      await tell('kill-server').catch(() => undefined)
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
