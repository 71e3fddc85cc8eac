import { posix } from 'node:path'
import { type Catalogue, shortName } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Frame, SourceFacts, SourceFile } from '../explore/ports.ts'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import { textPlace } from '../json/locate.ts'
import { objectIn } from '../pages/source/app-json.ts'
import type { Program } from '../pages/source/program.ts'
import { declaredPurposes } from '../project/declared.ts'
import { loadsOf, packages } from './loads.ts'

/** Libraries of components that programs hold as a copy, by the names of their folders. */
const copied = new Set([
  'vant',
  '@vant',
  'vant-weapp',
  'iview',
  'iview-weapp',
  'wux',
  'wux-weapp',
  'weui',
  'weui-miniprogram',
  'weui-wxss',
  'tdesign',
  'tdesign-miniprogram',
  'lin-ui',
])

const isForeign = (path: string) =>
  path.split('/').some(folder => packages.has(folder) || copied.has(folder.toLowerCase()))

/** What the program's own source says: of what its pages can load, packages left out. */
export function sourceFacts(program: Program): SourceFacts {
  const pages = program.config.pages.map(({ route }) => route)
  const loadedBy = loadsOf(program)
  const loads = Object.fromEntries(pages.map(page => [page, loadedBy(page)]))
  const files = [...new Set(Object.values(loads).flat())].toSorted()
  return {
    pages,
    loads,
    scripts: files.filter(file => /\.(js|ts)$/.test(file)).flatMap(file => scriptAt(file, program)),
    templates: files.filter(file => file.endsWith('.wxml')).flatMap(file => textAt(file, program)),
    usage: usageIn(program),
  }
}

const textAt = (file: string, { files }: Program): readonly SourceFile[] => {
  const text = files.read(file)
  return text === undefined ? [] : [{ file, text }]
}

/** JavaScript as it is written, modules included; TypeScript as it runs. */
function scriptAt(file: string, program: Program): readonly SourceFile[] {
  if (!file.endsWith('.ts')) return textAt(file, program)
  const script = program.script(file)
  return script === undefined || 'problem' in script ? [] : [{ file, text: script.code }]
}

/** Where app.json lacks what `scope.userLocation` is for. */
function usageIn({ app, config, files }: Program): SourceFacts['usage'] {
  const { json } = config
  if (declaredPurposes(json)['scope.userLocation'] !== undefined) return null
  const file = posix.join(app.root, 'app.json')
  const text = files.read(file) ?? ''
  const misplaced = misplacedIn(json)
  const at = misplaced === undefined ? 0 : Math.max(text.indexOf(`"${misplaced}"`), 0)
  return { file, ...textPlace(text, at), problem: misplaced === undefined ? 'missing' : 'misplaced' }
}

/** A key that shows that somebody meant to say it. */
function misplacedIn(json: JsonObject): string | undefined {
  if (isJsonObject(json['scope.userLocation'])) return 'scope.userLocation'
  const permission = objectIn(json, 'permission')
  if (Object.keys(permission).some(key => /userLocation/i.test(key))) return 'permission'
  return undefined
}

/** The scopes that a program names, or that guard what its scripts and templates write. */
export function scopesIn({ scripts, templates }: SourceFacts, catalogue: Catalogue): ReadonlySet<string> {
  const text = [...scripts, ...templates].map(file => file.text).join('\n')
  const words = new Set(text.match(/[\w.]+/g) ?? [])
  const isWritten = (word: string) => words.has(word) || words.has(`wx.${word}`) || text.includes(`.${word}`)
  function isNamed(scope: ScopeName): boolean {
    const { apis, components } = catalogue.rowOf(scope)
    return words.has(scope) || [...apis, ...components].some(api => isWritten(shortName(api)))
  }
  const others: Readonly<Record<string, string>> = {
    'scope.record': 'getRecorderManager',
    'scope.userInfo': 'getUserInfo',
  }
  return new Set(
    catalogue.scopeNames.filter(scope => isNamed(scope) || text.includes(others[scope] ?? scope)),
  )
}

const comparison = /\.(\w+)\s*={2,3}\s*(?:'([^'\n]*)'|"([^"\n]*)"|(-?\d+(?:\.\d+)?)|(true|false))(?![\w.])/g

/** What a program compares a property with, most often, by the name of the property: `res.data.code === 0`. */
export function comparedValues({
  scripts,
}: SourceFacts): Readonly<Record<string, string | number | boolean>> {
  const counts = new Map<string, Map<string | number | boolean, number>>()
  for (const { text } of scripts) {
    for (const [, name = '', single, double, number, truth] of text.matchAll(comparison)) {
      const value =
        number !== undefined
          ? Number(number)
          : truth !== undefined
            ? truth === 'true'
            : (single ?? double ?? '')
      const own = counts.get(name) ?? new Map<string | number | boolean, number>()
      own.set(value, (own.get(value) ?? 0) + 1)
      counts.set(name, own)
    }
  }
  // How many there are is no fact of the server.
  counts.delete('length')
  return Object.fromEntries(
    [...counts].map(([name, own]) => [name, [...own].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]),
  )
}

/** Whose script a file is: a page's, a component's, the app's, or one that they share. */
export function scriptKinds(program: Program): (file: string) => Frame['script'] {
  const { app, config, files } = program
  const pages = new Set(config.pages.map(({ route }) => posix.join(app.root, route)))
  const known = new Map<string, Frame['script']>()

  function kindOf(file: string): Frame['script'] {
    const path = file.replace(/\.(js|ts|wxml)$/, '')
    if (pages.has(path)) return 'page'
    if (path === posix.join(app.root, 'app')) return 'app'
    if (isForeign(posix.dirname(file))) return 'module'
    return files.isFile(`${path}.wxml`) ? 'component' : 'module'
  }

  return file => {
    const kind = known.get(file) ?? kindOf(file)
    known.set(file, kind)
    return kind
  }
}

/** By its name in the source root: what leads out of it is a package. */
export function libraryIn({ config }: Pick<Program, 'config'>): (component: string) => boolean {
  const pages = new Set(config.pages.map(({ route }) => route))
  return component =>
    !pages.has(component) && (isForeign(posix.dirname(component)) || component.startsWith('.up/'))
}

/** Names that a page's own script uses itself, of anything but `wx`: what it calls is a helper, and no handler. */
export function usedNames({ app, files }: Program): (page: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>()
  return page => {
    const path = posix.join(app.root, page)
    const text = known.has(page) ? '' : (files.read(`${path}.js`) ?? files.read(`${path}.ts`) ?? '')
    const used =
      known.get(page) ?? new Set([...text.matchAll(/(?<!\bwx\s*)\.(\w+)/g)].map(([, name = '']) => name))
    known.set(page, used)
    return used
  }
}
