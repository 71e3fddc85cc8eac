import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import type { Plugin, RolldownOptions } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'

// Not node_modules/.bin/tsc, which Windows cannot run.
const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')

/**
 * The declarations of an entry, in one file that imports nothing, so that its users need no package and no setting for
 * it.
 * @param name of the output; `source` is the entry's file
 */
export function declarations(name: string, source: string): RolldownOptions {
  return {
    plugins: [compile(name, source), dts({ dtsInput: true }), copyForRequire()],
    output: { dir: 'dist', format: 'esm', entryFileNames: '[name].d.mts' },
  }
}

/** TypeScript 7 has no API by which the plugin could compile: it is given what the compiler writes. */
function compile(name: string, source: string): Plugin {
  let folder = ''
  return {
    name: 'compile-declarations',
    options(options) {
      folder = mkdtempSync(join(tmpdir(), 'wxauth-declarations-'))
      const project = join(import.meta.dirname, 'declarations.json')
      execFileSync(process.execPath, [tsc, '--project', project, '--outDir', folder], {
        stdio: ['ignore', 2, 2],
      })
      const entry = relative('src', source).replace(/\.ts$/, '.d.ts')
      return { ...options, input: { [name]: join(folder, entry) } }
    },
    buildEnd() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Those who `require` read the same text under another ending. */
function copyForRequire(): Plugin {
  return {
    name: 'copy-declarations',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        const fileName = file.fileName.replace(/\.d\.mts$/, '.d.cts')
        this.emitFile({ type: 'asset', fileName, source: file.code })
      }
    },
  }
}
