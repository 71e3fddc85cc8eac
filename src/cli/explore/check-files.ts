import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { WxauthError } from '../../faults.ts'
import { type ExplorePlan, reportKinds } from '../arguments/explore-plan.ts'
import type { Terminal } from '../world/terminal.ts'
import { checkWritable } from '../world/write-file.ts'

type Files = Pick<ExplorePlan, 'files' | 'baseline' | 'updatesBaseline' | 'storage' | 'fixtures'>

/**
 * Before a long exploration: every file can be written that it will write, and none is used for something else too.
 * @throws WxauthError ERR_UNWRITABLE_FILE, ERR_CONFLICTING_FLAGS
 */
export function checkFiles(plan: Files, terminal: Pick<Terminal, 'cwd'>): void {
  const { files, baseline, updatesBaseline, storage, fixtures } = plan
  const written = reportKinds.map(kind => [`--${kind}`, files[kind]] as const)
  const used = new Map<string, { readonly word: string; readonly isWritten: boolean }>()

  function use(flag: string, name: string | undefined, isWritten: boolean): void {
    if (name === undefined) return
    const file = isWritten ? checkWritable(name, terminal) : fileItself(resolve(terminal.cwd(), name))
    const word = `${flag} ${name}`
    const other = used.get(file)
    if (other !== undefined && (isWritten || other.isWritten))
      throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [other.word, word] })
    used.set(file, { word, isWritten })
  }

  use('--storage', storage, false)
  use('--fixtures', fixtures, false)
  use('--baseline', baseline, updatesBaseline)
  for (const [flag, name] of written) use(flag, name, true)
}

/** One that is not there is told by who reads it. */
function fileItself(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
