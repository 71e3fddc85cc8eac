import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { Plugin } from 'rolldown'
import { flatten } from './flatten.ts'

const tsc = join(import.meta.dirname, '../../node_modules/.bin/tsc')

/**
 * Writes the declarations of each entry beside it, once for those who `import` and once for those who `require`.
 * @param entries output name → source file
 */
export function declarations(entries: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'declarations',
    generateBundle() {
      const folder = mkdtempSync(join(tmpdir(), 'wxauth-declarations-'))
      try {
        const project = join(import.meta.dirname, 'declarations.json')
        execFileSync(tsc, ['--project', project, '--outDir', folder], { stdio: ['ignore', 2, 2] })
        for (const [name, source] of Object.entries(entries)) {
          const text = flatten(join(folder, relative('src', source).replace(/\.ts$/, '.d.ts')))
          this.emitFile({ type: 'asset', fileName: `${name}.d.mts`, source: text })
          this.emitFile({ type: 'asset', fileName: `${name}.d.cts`, source: text })
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}
