import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'rolldown'

/**
 * The licenses of packages in the bundle must be shipped with it: their texts, by name and version. A package without a
 * license fails the build.
 * @param others folders of packages whose files are shipped as they are
 */
export function thirdPartyLicenses(others: readonly string[] = []): Plugin {
  const folders = new Set<string>(others)
  return {
    name: 'third-party-licenses',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const [folder] = /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? []
          if (folder !== undefined && renderedLength > 0) folders.add(folder)
        }
      }
      // Sorted by code unit, so that every build is the same. Two copies of a package count once.
      const notices = [...new Set([...folders].map(noticeOf))].sort((a, b) => (a < b ? -1 : 1))
      const head = 'dist/ holds code of the packages below, under the licences that follow their names.\n'
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD-PARTY-LICENSES.txt',
        source: [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`),
      })
    },
  }
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e(\.|$)/i.test(entry))
  if (file === undefined) throw new Error(`${name} is in the bundle and has no file with its license`)
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  return `${name} ${version} (${license})\n\n${text}\n`
}
