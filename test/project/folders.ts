import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporaryHome } from '../support/temporary-home.ts'

/** Contents by path; anything but a string is written as JSON. */
export type Files = Readonly<Record<string, unknown>>

/** A temporary folder with these files, until the test ends. */
export function folderWith(files: Files): string {
  const folder = temporaryHome()
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

const pipeMaker = 'mkfifo'

/** Makes a pipe that nobody writes to: opening it waits forever. Not on Windows. */
export function pipeAt(path: string): void {
  execFileSync(pipeMaker, [path])
}
