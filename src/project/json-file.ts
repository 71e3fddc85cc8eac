import { readFileSync, statSync } from 'node:fs'
import { codeOf, systemProblem, WxauthError } from '../faults.ts'
import { locateJsonError } from '../json/locate.ts'
import { projectFileProblems } from '../messages/en/project.ts'
import { isJsonObject, type JsonObject } from './declared.ts'

/** Far above any real file, far below what would take long. */
const mostBytes = 4 * 1024 * 1024

/**
 * The JSON object in a file of a project; `undefined` when there is no file.
 * @throws WxauthError ERR_PROJECT_FILE when it cannot be read, or holds something else
 */
export function readJsonObject(path: string): JsonObject | undefined {
  const text = readText(path)
  if (text === undefined) return undefined
  const value = parsed(path, text)
  if (!isJsonObject(value)) throw unusable(path, projectFileProblems['not-object'])
  return value
}

/** @throws never; makes the fault that the caller throws */
export function unusable(
  path: string,
  problem: string,
  place?: { readonly line: number; readonly column: number },
): WxauthError<'ERR_PROJECT_FILE'> {
  return new WxauthError('ERR_PROJECT_FILE', { path, line: place?.line, column: place?.column, problem })
}

function readText(path: string): string | undefined {
  try {
    // Looked at before it is opened: opening a pipe waits for its other end, and a device may never end.
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return undefined
    if (!stats.isFile()) throw unusable(path, projectFileProblems['not-file'])
    if (stats.size > mostBytes) throw unusable(path, projectFileProblems['too-large'])
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof WxauthError) throw error
    // Its directory is a file: then there is none here, either.
    if (codeOf(error) === 'ENOTDIR') return undefined
    throw unusable(path, systemProblem(error))
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unusable(path, projectFileProblems['not-json'], locateJsonError(text))
  }
}
