import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder of one test's own, absolute and without symbolic links in it; gone when the test is over. */
export function temporaryHome(): string {
  const { path, remove } = temporaryFolder()
  onTestFinished(remove)
  return path
}

/** The same for callers that remove it: a suite, in `afterAll`. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'wxauth-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}
