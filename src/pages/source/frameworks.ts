import { posix } from 'node:path'
import { isJsonObject } from '../../json/json-object.ts'
import { objectIn } from './app-json.ts'
import type { ProjectFiles } from './files.ts'
import { lenientJson } from './lenient-json.ts'

/** Frameworks whose source is no Mini Program: what they build is one. By a file, or by a package. */
const frameworks = [
  { name: 'uni-app', file: /^pages\.json$/, dependency: /^@dcloudio\/uni/ },
  { name: 'Taro', file: /^app\.config\.(js|ts)$/, dependency: /^@tarojs\/taro$/ },
  { name: 'mpx', file: /^app\.mpx$/, dependency: /^@mpxjs\/core$/ },
  { name: 'WePY', file: /^app\.wpy$/, dependency: /^(wepy|@wepy\/core)$/ },
  { name: 'Remax', file: undefined, dependency: /^remax$/ },
] as const

export type Framework = (typeof frameworks)[number]['name']

const names = ['pages.json', 'app.config.js', 'app.config.ts', 'app.mpx', 'app.wpy']

/** The framework that a folder without an app.json is the source of. */
export function frameworkOf(files: ProjectFiles, root: string): Framework | undefined {
  const written = [root, 'src', posix.join(root, 'src')].flatMap(folder =>
    names.filter(name => files.isFile(posix.join(folder, name))),
  )
  const { object } = lenientJson(files.read('package.json') ?? '{}')
  const packages = [object.dependencies, object.devDependencies].filter(isJsonObject).flatMap(Object.keys)
  return frameworks.find(
    ({ file, dependency }) =>
      written.some(name => file?.test(name)) || packages.some(name => dependency.test(name)),
  )?.name
}

/** `miniprogramRoot` of project.config.json, where DevTools on Windows writes backslashes. */
export function sourceRoot(config: Readonly<Record<string, unknown>>): string {
  const { miniprogramRoot } = config
  if (typeof miniprogramRoot !== 'string') return '.'
  return posix
    .normalize(miniprogramRoot.replaceAll('\\', '/').replace(/^\/+/, '') || '.')
    .replace(/(.)\/$/, '$1')
}

export const libVersionOf = (config: Readonly<Record<string, unknown>>): string | undefined => {
  const version = config.libVersion ?? objectIn(config, 'setting').libVersion
  return typeof version === 'string' ? version : undefined
}
