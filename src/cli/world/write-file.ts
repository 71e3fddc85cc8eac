import {
  accessSync,
  chmodSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { WxauthError } from '../../faults.ts'
import type { FileProblem } from '../../json/json-problem.ts'
import { isLink } from '../../json/read-file.ts'
import { codeOf, systemProblem } from '../../text/system-problem.ts'
import type { Terminal } from './terminal.ts'

/**
 * Writes a file that the user named, as a whole or not at all: a draft takes its place. A pipe or a device, such as
 * /dev/stdout, is written into.
 * @param name relative to the working directory
 * @returns the absolute path
 * @throws WxauthError ERR_UNWRITABLE_FILE
 */
export function writeFile(name: string, text: string, { cwd, pid }: Pick<Terminal, 'cwd' | 'pid'>): string {
  return onDisk(name, cwd(), (path, old) => {
    if (old !== undefined && !old.isFile()) writeFileSync(path, text)
    else replace(old === undefined ? path : realpathSync(path), text, old?.mode, pid)
    return path
  })
}

/**
 * For what is written after minutes of work: what is wrong with the path is said before them.
 * @returns the path of the file itself, where links lead to it
 * @throws WxauthError ERR_UNWRITABLE_FILE
 */
export function checkWritable(name: string, { cwd }: Pick<Terminal, 'cwd'>): string {
  return onDisk(name, cwd(), (path, old) => {
    if (old !== undefined && !old.isFile()) return path
    const file = old === undefined ? join(realpathSync(dirname(path)), basename(path)) : realpathSync(path)
    accessSync(old === undefined ? dirname(file) : file, constants.W_OK)
    return file
  })
}

/** @param work is given the path, and what is there already: no folder */
function onDisk(
  name: string,
  folder: string,
  work: (path: string, old: Stats | undefined) => string,
): string {
  const path = resolve(folder, name)
  const fail = (problem: FileProblem) => new WxauthError('ERR_UNWRITABLE_FILE', { path, problem })
  // `resolve` drops the slash, but `report/` names a folder.
  if (/[\\/]$/.test(name)) throw fail({ kind: 'directory' })
  try {
    const old = statSync(path, { throwIfNoEntry: false })
    if (old?.isDirectory()) throw fail({ kind: 'directory' })
    if (old === undefined && isLink(path)) throw fail({ kind: 'dangling-link' })
    return work(path, old)
  } catch (error) {
    if (error instanceof WxauthError || codeOf(error) === undefined) throw error
    throw fail(systemProblem(error))
  }
}

/** @param mode of the file that is there already */
function replace(file: string, text: string, mode: number | undefined, pid: number): void {
  // Renaming over a write-protected file would succeed.
  if (mode !== undefined) accessSync(file, constants.W_OK)
  const draft = join(dirname(file), `.wxauth-${pid}-${Date.now().toString(36)}`)
  try {
    writeFileSync(draft, text, { flag: 'wx' })
    if (mode !== undefined) chmodSync(draft, mode & 0o777)
    renameSync(draft, file)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') rmSync(draft, { force: true })
    throw error
  }
}
