import { posix } from 'node:path'
import type { JsonObject } from '../../json/json-object.ts'
import { type AppConfig, componentsIn, objectIn, placeOfWord, readConfig } from './app-json.ts'
import type { ProjectFiles } from './files.ts'
import type { Notices } from './notices.ts'
import type { Resolver } from './resolve.ts'
import type { Templates } from './templates.ts'

/** A page or a component: its files, and the components that its template uses. */
interface Unit {
  /** Relative to the project, without an extension. */
  readonly path: string
  readonly json: JsonObject
  readonly script: string | undefined
  readonly template: string | undefined
  /** Paths of components by tag: only tags that occur in the template, since whole libraries are declared globally. */
  readonly components: Readonly<Record<string, string>>
  /** Tags of components that are not there. */
  readonly missing: readonly string[]
  /** Paths of the components that generics are where a page names no other, by their names. */
  readonly generics: Readonly<Record<string, string | undefined>>
  readonly placeholders: Readonly<Record<string, string>>
}

export interface Units {
  readonly unit: (path: string) => Unit
  /** The unit of a declared page; `undefined` if app.json does not declare it, or if it has no file. */
  readonly page: (route: string) => Unit | undefined
  readonly routeOf: (path: string) => string
  readonly pathOf: (route: string) => string
}

interface Parts {
  readonly files: ProjectFiles
  readonly root: string
  readonly config: AppConfig
  readonly notices: Notices
  readonly resolver: Resolver
  readonly templates: Templates
}

export function createUnits({ files, root, config, notices, resolver, templates }: Parts): Units {
  const units = new Map<string, Unit>()
  const pathOf = (route: string) => posix.join(root, route)
  const appFile = posix.join(root, 'app.json')

  function unit(path: string): Unit {
    const known = units.get(path)
    if (known !== undefined) return known
    const made = read(path)
    units.set(path, made)
    return made
  }

  function read(path: string): Unit {
    const json = readConfig(files, `${path}.json`, notices)
    const template = files.isFile(`${path}.wxml`) ? `${path}.wxml` : undefined
    const own = Object.entries(componentsIn(json)).map(([tag, to]) => ({ tag, to, from: `${path}.json` }))
    const global = Object.entries(config.usingComponents).map(([tag, to]) => ({ tag, to, from: appFile }))
    const tags = template === undefined ? new Set<string>() : templates.closure(template).tags
    const placeholders = objectIn(json, 'componentPlaceholder') as Readonly<Record<string, string>>
    const used = new Set([...tags, ...Object.values(placeholders)])
    const components: Record<string, string> = {}
    const missing = new Set<string>()
    // A unit's own components hide global ones of the same tag.
    for (const { tag, to, from } of [...global, ...own]) {
      if (!used.has(tag)) continue
      const found = component(to, from)
      if (found !== undefined) components[tag] = found
      else missing.add(tag)
    }
    if (json.renderer === 'skyline')
      notices.add({ code: 'unsupported', file: `${path}.json`, subject: 'skyline' })
    return {
      path,
      json,
      script: ['.js', '.ts'].map(end => path + end).find(files.isFile),
      template,
      components,
      missing: [...missing].filter(tag => components[tag] === undefined),
      generics: genericsIn(json, `${path}.json`),
      placeholders: onlyStrings(placeholders),
    }
  }

  function component(to: string, from: string): string | undefined {
    const found = resolver.component(to, from)
    if ('file' in found) return found.file
    const code = {
      module: 'component-missing',
      package: 'package-missing',
      plugin: 'unsupported',
      outside: 'outside-project',
    } as const
    const place = placeOfWord(files.read(from) ?? '', to)
    notices.add({ code: code[found.missing], file: from, ...place, subject: found.subject })
    return undefined
  }

  function genericsIn(json: JsonObject, from: string): Unit['generics'] {
    const entries = Object.entries(objectIn(json, 'componentGenerics')).map(([name, value]) => {
      const fallback = Object(value).default
      return [name, typeof fallback === 'string' ? component(fallback, from) : undefined] as const
    })
    return Object.fromEntries(entries)
  }

  return {
    unit,
    pathOf,
    routeOf: path => posix.relative(root, path),
    page(route) {
      const declared = config.pages.find(page => page.route === route)
      if (declared === undefined) return undefined
      const found = unit(pathOf(route))
      if (found.script === undefined && found.template === undefined) {
        notices.add({ code: 'page-missing', subject: route, ...declared.place })
        return undefined
      }
      if (found.template === undefined)
        notices.add({ code: 'template-missing', subject: `${found.path}.wxml`, ...declared.place })
      return found
    },
  }
}

function onlyStrings(object: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries = Object.entries(object).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}
