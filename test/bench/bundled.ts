import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { type Plugin, rolldown } from 'rolldown'

export interface Figure {
  readonly name: string
  /** A ratio to the thing that the name compares with, or megabytes. */
  readonly figure: number
  readonly limit: number
}

const root = join(import.meta.dirname, '../..')

/** Bundles a benchmark in a folder where no code of the tests is loaded with it. @returns the figures that it prints */
export async function runBundled(
  input: string,
  plugins: readonly Plugin[] = [],
  args: readonly string[] = [],
): Promise<Readonly<Record<string, number>>> {
  const directory = mkdtempSync(join(tmpdir(), 'wxauth-bench-'))
  try {
    const name = input.replaceAll('/', '-').replace('.ts', '')
    const build = await rolldown({
      input: { [name]: join(root, input) },
      platform: 'node',
      external: ['conf'],
      plugins: [...plugins],
    })
    const names = { entryFileNames: '[name].mjs', chunkFileNames: `${name}-[name].mjs` }
    await build.write({ dir: directory, format: 'esm', minify: true, ...names })
    const loop = join(directory, `${name}.mjs`)
    const command = ['--expose-gc', loop, ...args]
    return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8', env: plain() }))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Without extra certificates: parsing them slows every start, so every ratio would look better. */
export function plain(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env
  return env
}
