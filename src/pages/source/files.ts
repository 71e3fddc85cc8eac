import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, posix, relative, sep } from 'node:path'
import { readRegularFile } from '../../json/read-file.ts'

/** The files of one project. Paths are relative to its folder, with `/` on every system. */
export interface ProjectFiles {
  readonly directory: string
  /** The text, without a byte order mark; `undefined` if there is no such file, or none that may be read. */
  readonly read: (path: string) => string | undefined
  readonly isFile: (path: string) => boolean
  readonly isFolder: (path: string) => boolean
  /** Whether a path of the project leads out of it, or through a link out of it. */
  readonly isOutside: (path: string) => boolean
}

/** Packages may be links, as package managers and workspaces make them; only modules are read there. */
const packaged = /(^|\/)node_modules\//
const moduleFile = /\.(js|ts|json|wxml|wxs)$/

/** Reads inside of the project only: never above its folder, and through no link that leads out of it. */
export function projectFiles(directory: string): ProjectFiles {
  const root = realpathSync(directory)
  const kinds = new Map<string, 'file' | 'folder' | 'none'>()

  const outside = new Map<string, boolean>()
  function isOutside(path: string): boolean {
    const known = outside.get(path)
    if (known !== undefined) return known
    const leads = leadsOut(path)
    outside.set(path, leads)
    return leads
  }

  function leadsOut(path: string): boolean {
    const normal = posix.normalize(path)
    if (normal === '..' || normal.startsWith('../') || normal.startsWith('/')) return true
    const isModule = () => moduleFile.test(normal) || statusOf(join(root, normal))?.isFile() !== true
    if (packaged.test(normal) && isModule()) return false
    const real = realpathOf(join(root, normal))
    const way = relative(root, real)
    return way === '..' || way.startsWith(`..${sep}`)
  }

  function kindOf(path: string): 'file' | 'folder' | 'none' {
    const known = kinds.get(path)
    if (known !== undefined) return known
    const stats = isOutside(path) ? undefined : statusOf(join(root, path))
    const kind = stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : 'none'
    kinds.set(path, kind)
    return kind
  }

  return {
    directory: root,
    isOutside,
    isFile: path => kindOf(path) === 'file',
    isFolder: path => kindOf(path) === 'folder',
    read(path) {
      if (kindOf(path) !== 'file') return undefined
      const content = readRegularFile(join(root, path))
      if (content === undefined || 'problem' in content) return undefined
      return content.bytes.toString('utf8').replace(/^\ufeff/, '')
    },
  }
}

/** Of a file that does not exist, the path that it would have: the folders above it may be links. */
function realpathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realpathOf(dirname(path)), basename(path))
  }
}

function statusOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
