import { posix } from 'node:path'
import { isJsonObject, type JsonObject } from '../../json/json-object.ts'
import { type TextPlace, textPlace } from '../../json/locate.ts'
import type { Place } from '../ports.ts'
import type { ProjectFiles } from './files.ts'
import { lenientJson } from './lenient-json.ts'
import type { Notices } from './notices.ts'

/** A page as app.json declares it. */
interface DeclaredPage {
  readonly route: string
  /** Where app.json names it. */
  readonly place: Place
}

export interface Tab {
  readonly route: string
  readonly text: string
}

/** What is used of app.json. */
export interface AppConfig {
  readonly pages: readonly DeclaredPage[]
  readonly usingComponents: Readonly<Record<string, string>>
  /** The pages that have a tab, in their order. */
  readonly tabs: readonly Tab[]
  readonly customTabBar: boolean
  readonly resolveAlias: Readonly<Record<string, string>>
  readonly plugins: readonly string[]
  readonly json: JsonObject
}

/** What newer renderers would do differently, by the word of app.json or of a page. */
const unsupported = ['skyline', 'xr-frame'] as const

export function readAppConfig(files: ProjectFiles, root: string, notices: Notices): AppConfig {
  const file = posix.join(root, 'app.json')
  const text = files.read(file) ?? '{}'
  const json = readConfig(files, file, notices)
  const tabBar = objectIn(json, 'tabBar')
  const pages = [...stringsIn(json, 'pages'), ...subpackagePages(json)].map(routeOf)
  const plugins = Object.keys(pluginsOf(json))
  for (const plugin of plugins)
    notices.add({ code: 'unsupported', file, ...placeOfWord(text, plugin), subject: `plugin ${plugin}` })
  for (const word of unsupported) {
    if (mentions(json, word))
      notices.add({ code: 'unsupported', file, ...placeOfWord(text, word), subject: word })
  }
  return {
    pages: [...new Set(pages)].map(route => ({ route, place: placeOf(text, route, file) })),
    usingComponents: componentsIn(json),
    tabs: listIn(tabBar, 'list')
      .filter(isJsonObject)
      .flatMap(tab =>
        stringsOf(tab.pagePath).map(path => ({ route: routeOf(path), text: stringsOf(tab.text)[0] ?? '' })),
      ),
    customTabBar: tabBar.custom === true,
    resolveAlias: Object.fromEntries(
      Object.entries(objectIn(json, 'resolveAlias')).filter(([, target]) => typeof target === 'string'),
    ) as Readonly<Record<string, string>>,
    plugins,
    json,
  }
}

/** A JSON file of the program: a missing one is empty, a broken one is read as far as that is possible. */
export function readConfig(files: ProjectFiles, file: string, notices: Notices): JsonObject {
  const text = files.read(file)
  if (text === undefined || text.trim() === '') return {}
  const { object, problem } = lenientJson(text)
  if (problem !== undefined) notices.add({ ...problem, file })
  return object
}

export function componentsIn(json: JsonObject): Readonly<Record<string, string>> {
  const entries = Object.entries(objectIn(json, 'usingComponents'))
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function subpackagePages(json: JsonObject): readonly string[] {
  const packages = [...listIn(json, 'subpackages'), ...listIn(json, 'subPackages')].filter(isJsonObject)
  return packages.flatMap(one =>
    stringsIn(one, 'pages').map(page => posix.join(typeof one.root === 'string' ? one.root : '', page)),
  )
}

function pluginsOf(json: JsonObject): JsonObject {
  const packages = [...listIn(json, 'subpackages'), ...listIn(json, 'subPackages')].filter(isJsonObject)
  return Object.assign({}, objectIn(json, 'plugins'), ...packages.map(one => objectIn(one, 'plugins')))
}

function mentions(json: JsonObject, word: string): boolean {
  return json.renderer === word || Object.hasOwn(objectIn(json, 'rendererOptions'), word)
}

const routeOf = (written: string) =>
  posix.normalize(written.replace(/^\/+/, '').replace(/\.(html|wxml|js)$/, ''))

/** Where a JSON file writes the word, if it writes it so. */
export function placeOfWord(text: string, word: string): TextPlace | undefined {
  const at = text.indexOf(JSON.stringify(word))
  return at < 0 ? undefined : textPlace(text, at)
}

/** A page of a subpackage is written without the root of its package, somewhere behind it. */
function placeOf(text: string, route: string, file: string): Place {
  const whole = text.indexOf(`"${route}"`)
  const at = whole >= 0 ? whole : inSubpackage(text, route.split('/'))
  return { file, ...textPlace(text, Math.max(at, 0)) }
}

function inSubpackage(text: string, names: readonly string[]): number {
  for (let length = names.length - 1; length > 0; length -= 1) {
    const root = new RegExp(`"/?${names.slice(0, length).map(escaped).join('/')}/?"`).exec(text)
    const page = `"${names.slice(length).join('/')}"`
    if (root === null) continue
    const after = text.indexOf(page, root.index)
    const at = after >= 0 ? after : text.indexOf(page)
    if (at >= 0) return at
  }
  return 0
}

const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

export function objectIn(json: JsonObject, key: string): JsonObject {
  const value = json[key]
  return isJsonObject(value) ? value : {}
}

function listIn(json: JsonObject, key: string): readonly unknown[] {
  const value = json[key]
  return Array.isArray(value) ? value : []
}

const stringsOf = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : [])
const stringsIn = (json: JsonObject, key: string) => listIn(json, key).flatMap(stringsOf)
