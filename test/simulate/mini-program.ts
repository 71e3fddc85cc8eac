import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes these files into the folder, with a package.json that makes them CommonJS. @returns a path in it */
export function miniProgramIn(folder: string, files: Readonly<Record<string, string>>) {
  const pathOf = (file: string) => join(folder, file)
  for (const [file, content] of Object.entries({ 'package.json': '{"type":"commonjs"}', ...files })) {
    mkdirSync(dirname(pathOf(file)), { recursive: true })
    writeFileSync(pathOf(file), content)
  }
  return pathOf
}
