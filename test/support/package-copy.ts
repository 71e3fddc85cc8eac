import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from './cli-world.ts'

const root = join(import.meta.dirname, '../..')

interface PackageCopy {
  /** The script to run. */
  readonly entry: string
  readonly dist: string
}

/** Copies the built package without its caches of compiled code, so that a test can damage it. */
export function packageCopy({ directory }: Pick<World, 'directory'>): PackageCopy {
  const copy = join(directory, 'package')
  for (const folder of ['bin', 'dist']) {
    const filter = (path: string) => !path.includes('.cache')
    cpSync(join(root, folder), join(copy, folder), { recursive: true, filter })
  }
  return { entry: join(copy, 'bin/wxauth.cjs'), dist: join(copy, 'dist') }
}
