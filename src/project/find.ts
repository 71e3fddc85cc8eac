import { lstatSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { WxauthError } from '../faults.ts'
import type { JsonObject } from '../json/json-object.ts'
import { isBlank } from '../text/visible-text.ts'
import { demoMiniProgram, isAppid, touristAppid } from './declared.ts'
import type { ProjectNote } from './notes.ts'
import { readProjectFile } from './project-file.ts'

/** Where a Mini Program's declarations are: built in, or in the app.json of a folder. */
export type Project =
  | { readonly kind: 'demo' }
  | { readonly kind: 'folder'; readonly directory: string; readonly appJson: string }

export interface FoundMiniProgram {
  readonly appid: string
  readonly name: string
  readonly project: Project
  /** The base library of project.config.json, as written: `2.32.3`, or `trial`. */
  readonly libVersion?: string
  readonly notes: readonly ProjectNote[]
}

const configFile = 'project.config.json'
const privateFile = 'project.private.config.json'
const appFile = 'app.json'

/**
 * Finds the Mini Program: in `directory` (`--project`, `$WXAUTH_PROJECT`), else in the nearest folder at or above `cwd`
 * with a project.config.json, else the built-in demo. Does not read app.json: see `readPurposes`.
 * @throws WxauthError ERR_PROJECT_MISSING if `directory` does not exist or holds no project; ERR_PROJECT_FILE
 */
export function findMiniProgram(where: {
  readonly directory: string | undefined
  readonly cwd: string
}): FoundMiniProgram {
  if (where.directory !== undefined) return projectIn(resolve(where.cwd, where.directory))
  const directory = nearestProject(resolve(where.cwd))
  return directory === undefined ? demo() : configuredProject(directory)
}

/**
 * The folder of the Mini Program, found as `findMiniProgram` finds it, without reading a file; `undefined` if it would be
 * the built-in demo.
 * @throws WxauthError ERR_PROJECT_MISSING
 */
export function findProjectFolder(where: {
  readonly directory: string | undefined
  readonly cwd: string
}): string | undefined {
  if (where.directory === undefined) return nearestProject(resolve(where.cwd))
  const directory = resolve(where.cwd, where.directory)
  if (where.directory !== '' && isDirectory(directory)) return directory
  throw new WxauthError('ERR_PROJECT_MISSING', {
    directory: where.directory,
    problem: 'no-directory',
    isRun: true,
  })
}

function demo(): FoundMiniProgram {
  const { appid, name } = demoMiniProgram
  return {
    appid,
    name,
    project: { kind: 'demo' },
    notes: [{ kind: 'demo' }],
  }
}

function projectIn(directory: string): FoundMiniProgram {
  if (!isDirectory(directory))
    throw new WxauthError('ERR_PROJECT_MISSING', { directory, problem: 'no-directory' })
  if (exists(join(directory, configFile))) return configuredProject(directory)

  // A folder with only an app.json counts because the user named it.
  const appJson = join(directory, appFile)
  if (!exists(appJson)) throw new WxauthError('ERR_PROJECT_MISSING', { directory, problem: 'no-project' })
  return {
    appid: touristAppid,
    name: touristAppid,
    project: { kind: 'folder', directory, appJson },
    notes: [{ kind: 'no-config', path: join(directory, configFile) }],
  }
}

/** One `stat` per level, and no exception for a missing file, because every command does this. */
function nearestProject(start: string): string | undefined {
  for (let directory = start; ; directory = dirname(directory)) {
    if (exists(join(directory, configFile), true)) return directory
    if (dirname(directory) === directory) return undefined
  }
}

function configuredProject(directory: string): FoundMiniProgram {
  const shared = readProjectFile(join(directory, configFile)) ?? {}
  const own = readProjectFile(join(directory, privateFile)) ?? {}
  const fields = { ...shared, ...own }
  const { appid, notes } = appidOf(fields.appid, sourceOf('appid', directory, own))
  return {
    appid,
    name: nameOf(fields.projectname) ?? appid,
    project: { kind: 'folder', directory, appJson: appJsonOf(fields.miniprogramRoot, directory, own) },
    ...(typeof fields.libVersion === 'string' ? { libVersion: fields.libVersion } : {}),
    notes,
  }
}

/** The file that a field's value comes from. */
function sourceOf(field: string, directory: string, own: JsonObject): string {
  return join(directory, Object.hasOwn(own, field) ? privateFile : configFile)
}

function appidOf(value: unknown, path: string): Pick<FoundMiniProgram, 'appid' | 'notes'> {
  if (value === undefined || value === null || value === '') {
    return { appid: touristAppid, notes: [{ kind: 'no-appid', path }] }
  }
  if (isAppid(value)) return { appid: value, notes: [] }
  return { appid: touristAppid, notes: [{ kind: 'bad-appid', path, appid: value }] }
}

/** DevTools percent-encodes the name. It is only a label, so a wrong value is ignored. */
function nameOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const name = decode(value)
  return isBlank(name) ? undefined : name
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A bare percent sign: the name was not encoded.
    return text
  }
}

/**
 * `miniprogramRoot` is relative to the project, with or without a leading slash. DevTools on Windows writes backslashes.
 * It may lead out of the project, as in a monorepo: only a usage description is read there.
 */
function appJsonOf(root: unknown, directory: string, own: JsonObject): string {
  if (root === undefined || root === null) return join(directory, appFile)
  if (typeof root === 'string') return join(directory, root.replaceAll('\\', '/'), appFile)
  const path = sourceOf('miniprogramRoot', directory, own)
  throw new WxauthError('ERR_PROJECT_FILE', { path, problem: { kind: 'bad-root' } })
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    return false
  }
}

/**
 * Whether there is a file, or something that reading will report, such as a link to nowhere. A directory that may not be
 * searched counts as empty on the way up, but not if the user named it.
 */
function exists(path: string, isWayUp = false): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return !isWayUp
  }
}
