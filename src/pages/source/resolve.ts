import { posix } from 'node:path'
import { isJsonObject } from '../../json/json-object.ts'
import type { ProjectFiles } from './files.ts'

/** What a request of the program means: a file of the project, or why there is none. */
type Resolved =
  | { readonly file: string }
  | {
      readonly missing: 'module' | 'package' | 'plugin' | 'outside'
      /** As the program writes it; of a package that is not there, its name. */
      readonly subject: string
    }

export interface Resolver {
  /** The script that `require(request)` runs in a script of the project. */
  readonly module: (request: string, from: string) => Resolved
  /** A component, without its extension, as `usingComponents` of a JSON file of the project names it. */
  readonly component: (request: string, from: string) => Resolved
  /** A template or wxs file: never from a package. */
  readonly template: (request: string, from: string) => string
}

const scripts = ['', '.js', '.ts', '/index.js', '/index.ts']
const components = ['', '/index']
const parts = ['.json', '.js', '.ts', '.wxml']

/**
 * @param root the folder of app.json
 * @param alias `resolveAlias` of app.json: `{ "~/*": "/*" }`
 */
export function createResolver(
  files: ProjectFiles,
  root: string,
  alias: Readonly<Record<string, string>>,
): Resolver {
  const isScript = (path: string) => /\.(js|ts)$/.test(path) && files.isFile(path)
  const asScript = (path: string) => scripts.map(end => path + end).find(isScript)
  const isComponent = (path: string) => parts.some(end => files.isFile(path + end))
  const asComponent = (path: string) => components.map(end => path + end).find(isComponent)

  function resolve(request: string, from: string, find: (path: string) => string | undefined): Resolved {
    if (/^plugin(-private)?:/.test(request)) return { missing: 'plugin', subject: request }
    const folder = posix.dirname(from)
    const local = withAlias(request, alias)
    const base = local.startsWith('/') ? posix.join(root, local) : posix.join(folder, local)
    const outside = base.startsWith('..') || files.isOutside(base)
    const file = outside ? undefined : find(base)
    if (file !== undefined) return { file }
    if (outside) return { missing: 'outside', subject: request }
    if (/^[./]/.test(local)) return { missing: 'module', subject: request }
    const fromRoot = find(posix.join(root, local))
    if (fromRoot !== undefined) return { file: fromRoot }
    const packaged = inPackages(local, folder, find)
    if (packaged !== undefined) return { file: packaged }
    const [name = local] = splitPackage(local.replace(/^miniprogram_npm\//, ''))
    // A path may be written like the name of a package.
    const isPath = [root, folder].some(above => files.isFolder(posix.join(above, name)))
    return { missing: 'package', subject: isPath ? request : name }
  }

  function inPackages(request: string, folder: string, find: (path: string) => string | undefined) {
    for (const above of upwards(folder)) {
      const ofBuilt = posix.join(above, 'miniprogram_npm')
      const built = files.isFolder(ofBuilt) ? find(posix.join(ofBuilt, request)) : undefined
      if (built !== undefined) return built
      // With the slash it may be a link that leads out.
      const ofInstalled = posix.join(above, 'node_modules/')
      const installed = files.isFolder(ofInstalled) ? inNodeModules(ofInstalled, request, find) : undefined
      if (installed !== undefined) return installed
    }
    return undefined
  }

  /** DevTools builds `miniprogram_npm` from the folder that a package calls its `miniprogram`, or from its `main`. */
  function inNodeModules(folder: string, request: string, find: (path: string) => string | undefined) {
    const [name = request, inside = ''] = splitPackage(request)
    const home = posix.join(folder, name)
    if (!files.isFolder(home)) return undefined
    const manifest = manifestOf(posix.join(home, 'package.json'))
    const base = posix.join(home, manifest.miniprogram ?? '')
    if (inside !== '') return find(posix.join(base, inside)) ?? find(posix.join(home, inside))
    if (manifest.miniprogram !== undefined) return find(base)
    return find(posix.join(home, manifest.main ?? 'index.js'))
  }

  function manifestOf(path: string): { readonly miniprogram?: string; readonly main?: string } {
    try {
      const json: unknown = JSON.parse(files.read(path) ?? '{}')
      if (!isJsonObject(json)) return {}
      const { miniprogram, main } = json
      return {
        ...(typeof miniprogram === 'string' ? { miniprogram } : {}),
        ...(typeof main === 'string' ? { main } : {}),
      }
    } catch {
      return {}
    }
  }

  return {
    module: (request, from) => resolve(request, from, asScript),
    component: (request, from) => resolve(request.replace(/\.(wxml|js|json)$/, ''), from, asComponent),
    template: (request, from) =>
      request.startsWith('/') ? posix.join(root, request) : posix.join(posix.dirname(from), request),
  }
}

function withAlias(request: string, alias: Readonly<Record<string, string>>): string {
  for (const [pattern, target] of Object.entries(alias)) {
    const start = pattern.replace(/\*$/, '')
    if (pattern.endsWith('*') && request.startsWith(start)) {
      return target.replace(/\*$/, '') + request.slice(start.length)
    }
    if (request === pattern) return target
  }
  return request
}

/** The folder, and each one above it up to the project's own. */
function upwards(folder: string): readonly string[] {
  const names = folder === '.' ? [] : folder.split('/')
  return [...names.map((_, at) => names.slice(0, names.length - at).join('/')), '.']
}

/** `@vant/weapp/button` is `@vant/weapp` and `button`. */
function splitPackage(request: string): readonly string[] {
  const parts = request.split('/')
  const length = request.startsWith('@') ? 2 : 1
  return [parts.slice(0, length).join('/'), parts.slice(length).join('/')]
}
