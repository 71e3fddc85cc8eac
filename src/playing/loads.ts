import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { isJsonObject, type JsonObject } from '../json/json-object.ts'
import { componentsIn, objectIn, readConfig } from '../pages/source/app-json.ts'
import { collectNotices } from '../pages/source/notices.ts'
import type { Program } from '../pages/source/program.ts'

/** Folders of packages: what is in them is not the program's own. */
export const packages = new Set(['node_modules', 'miniprogram_npm'])

/** `require('./x')`, `import './x'`, `export … from './x'`, `import('./x')`; what is joined to it is only known later. */
const requests =
  /(?:\brequire(?:\.async)?\s*\(|\bfrom\b|\bimport\b\s*\(?)\s*(['"`])([^'"`\n]+)\1(\s*\+|\.concat\()?/g
const templates = /<(?:import|include)\b[^>]*?\bsrc\s*=\s*(["'])([^"']+)\1/g
const remarks = /^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)|<!--[\s\S]*?-->/gm

/** Own scripts and templates that a page can load, those of the app included: no other file is part of the program. */
export function loadsOf(program: Program): (page: string) => readonly string[] {
  const { app, config, files, resolver } = program
  const known = new Map<string, readonly string[]>()
  /** What is broken in a file is told by the page that runs it. */
  const unheard = collectNotices()

  /** A file, or a page or component without its extension, and what it names itself. */
  function namedBy(item: string): readonly string[] {
    const named = known.get(item) ?? (/\.(?:js|ts|wxml)$/.test(item) ? inFile(item) : inUnit(item))
    known.set(item, named)
    return named
  }

  function inUnit(path: string): readonly string[] {
    const from = `${path}.json`
    const json = readConfig(files, from, unheard)
    const script = [`${path}.js`, `${path}.ts`].find(files.isFile)
    const template = `${path}.wxml`
    return [
      ...(script === undefined ? [] : [script]),
      ...(files.isFile(template) ? [template] : []),
      ...[...Object.values(componentsIn(json)), ...defaultsIn(json)].flatMap(to => component(to, from)),
    ]
  }

  function inFile(file: string): readonly string[] {
    const text = (files.read(file) ?? '').replace(remarks, '')
    if (file.endsWith('.wxml'))
      return [...text.matchAll(templates)].map(([, , request = '']) => resolver.template(request, file))
    return [...text.matchAll(requests)].flatMap(([, , request = '', joined]) => {
      const [start = ''] = request.split('${')
      return joined === undefined && start === request ? module(request, file) : below(start, file)
    })
  }

  function component(to: string, from: string): readonly string[] {
    const found = resolver.component(to, from)
    return 'file' in found ? [found.file] : []
  }

  function module(request: string, from: string): readonly string[] {
    const found = resolver.module(request, from)
    return 'file' in found ? [found.file] : []
  }

  /** All scripts of a folder from which a name that is put together may take one. */
  function below(start: string, from: string): readonly string[] {
    if (!/^[./].*\//.test(start)) return []
    const folder = posix.join(
      start.startsWith('/') ? app.root : posix.dirname(from),
      posix.dirname(`${start}x`),
    )
    if (!files.isFolder(folder)) return []
    const names = readdirSync(join(files.directory, folder)).filter(name => /\.(?:js|ts)$/.test(name))
    return names.flatMap(name => module(`./${name.replace(/\.\w+$/, '')}`, posix.join(folder, name)))
  }

  const ofApp = [
    posix.join(app.root, 'app'),
    ...(config.customTabBar ? [posix.join(app.root, 'custom-tab-bar/index')] : []),
  ]

  return page => {
    const seen = new Set([...ofApp, posix.join(app.root, page)])
    // A set goes on with what is added to it.
    for (const item of seen)
      for (const named of namedBy(item))
        if (!named.split('/').some(name => packages.has(name))) seen.add(named)
    return [...seen].filter(item => /\.(?:js|ts|wxml)$/.test(item)).toSorted()
  }
}

function defaultsIn(json: JsonObject): readonly string[] {
  return Object.values(objectIn(json, 'componentGenerics')).flatMap(one =>
    isJsonObject(one) && typeof one.default === 'string' ? [one.default] : [],
  )
}
