import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A real terminal with a shell in it, by tmux (3.2 or newer) and bash: it draws, reflows and resizes as terminals do,
 * and its screen can be read.
 */
export interface Pane {
  /** A directory of this pane's own; the shell starts there. */
  readonly folder: string
  /** Types a line and presses Enter. */
  line(text: string): void
  /** Presses keys by tmux's names: `Enter`, `Escape`, `Right`, `C-c`. All arrive at once. */
  press(...keys: readonly string[]): void
  /** Types characters, all at once. */
  type(text: string): void
  /** Pastes, with the marks around it if the program asked for them. */
  paste(text: string, marked: boolean): void
  resize(columns: number, rows: number): void
  screen(): string
  isCursorShown(): boolean
  /** Waits until the screen shows it. @throws with the screen when it never does */
  shows(text: string | RegExp): Promise<void>
  /** Closes the terminal, as closing its window does. */
  hangUp(): void
  close(): void
}

export const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

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

export function openPane(columns = 80, rows = 24): Pane {
  const folder = mkdtempSync(join(tmpdir(), 'wxauth-pty-'))
  // Nothing of the developer's own environment may colour, trace or answer.
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', TMPDIR: folder }
  writeFileSync(join(folder, 'rc'), "PS1='$ '\nunset HISTFILE\n")
  const tmux = (...args: readonly string[]) =>
    execFileSync('tmux', ['-S', join(folder, 'tmux'), '-u', '-f', '/dev/null', ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  tmux('new-session', '-d', '-x', String(columns), '-y', String(rows), 'exec bash --rcfile rc -i')
  const pane: Pane = {
    folder,
    line: text => {
      tmux('send-keys', '-l', text)
      tmux('send-keys', 'Enter')
    },
    press: (...keys) => tmux('send-keys', ...keys),
    type: text => tmux('send-keys', '-l', text),
    paste: (text, marked) => {
      tmux('set-buffer', text)
      tmux('paste-buffer', ...(marked ? ['-p'] : []), '-r')
    },
    resize: (width, height) => tmux('resize-window', '-x', String(width), '-y', String(height)),
    screen: () => tmux('capture-pane', '-p').trimEnd(),
    isCursorShown: () => tmux('display-message', '-p', '#{cursor_flag}').trim() === '1',
    async shows(text) {
      const isShown = () =>
        typeof text === 'string' ? pane.screen().includes(text) : text.test(pane.screen())
      for (let tries = 0; tries < 300; tries += 1) {
        if (isShown()) return
        await pause(25)
      }
      throw new Error(`never shown: ${text}\n${pane.screen()}`)
    },
    hangUp: () => {
      tmux('kill-session')
    },
    close: () => {
      try {
        tmux('kill-server')
      } catch {
        // It ended with its last session.
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
  return pane
}
