import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder for one test, removed after it. Its path is absolute and has no symbolic links. */
export function temporaryHome(): string {
  const { path, remove } = temporaryFolder()
  onTestFinished(remove)
  return path
}

/** The same, but the caller removes it: a suite, for example, in `afterAll`. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'wxauth-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}
