import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'rolldown'

/**
 * The licences of the packages whose code is in the bundle ask to be shipped with it: their texts, by name and version.
 * A package without one fails the build.
 */
export function thirdPartyLicences(): Plugin {
  return {
    name: 'third-party-licences',
    generateBundle(_options, bundle) {
      const folders = new Set<string>()
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(file.modules)) {
          const [folder] = /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? []
          if (folder !== undefined && renderedLength > 0) folders.add(folder)
        }
      }
      // By code unit: the same wherever it is built. Two copies of one package are named once.
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
  if (file === undefined) throw new Error(`${name} is in the bundle and has no file with its licence`)
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
  return `${name} ${version} (${license})\n\n${text}\n`
}
