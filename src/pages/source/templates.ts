import { posix } from 'node:path'
import { textPlace } from '../../json/locate.ts'
import type { Place } from '../ports.ts'
import {
  type CompiledTemplate,
  compileTemplate,
  type TemplateCompiler,
  unusable,
} from './compile-template.ts'
import type { ProjectFiles } from './files.ts'
import { deepest, type MarkedTemplate, markPlaces } from './mark-places.ts'
import type { Notices } from './notices.ts'
import type { Resolver } from './resolve.ts'

/** A template, or a wxs script, and where it is. */
interface TemplateFile extends CompiledTemplate {
  readonly name: string
  readonly file: string
}

interface WxsFile {
  readonly name: string
  readonly file: string
  readonly code: string
}

export interface Templates {
  /** The template in a file, and all that it needs, in an order in which they can be loaded. */
  readonly closure: (file: string) => {
    readonly name: string
    readonly templates: readonly TemplateFile[]
    readonly scripts: readonly WxsFile[]
    readonly tags: ReadonlySet<string>
  }
  /** The place that a mark stands for: `FILE:LINE:COLUMN`. */
  readonly place: (mark: string) => Place | undefined
}

interface Parts {
  readonly files: ProjectFiles
  readonly root: string
  readonly notices: Notices
  readonly resolver: Resolver
  readonly compiler: TemplateCompiler
}

/** In WXML and in wxs. */
const requests = /(?:\bsrc\s*=|\brequire\s*\()\s*(["'])([^"']+)\1/g

export function createTemplates({ files, root, notices, resolver, compiler }: Parts): Templates {
  const numbers: string[] = []
  const compiled = new Map<string, (TemplateFile & Pick<MarkedTemplate, 'tags'>) | undefined>()
  const wxs = new Map<string, WxsFile | undefined>()
  // Packages may be beside the source root; the compiler joins names as if they were below it.
  const nameOf = (file: string) =>
    posix
      .relative(root, file)
      .replaceAll('../', '.up/')
      .replace(/\.(wxml|wxs)$/, '')
  const fileOf = (name: string, extension: string) =>
    posix.join(root, name.replaceAll('.up/', '../')) + extension

  function template(file: string) {
    if (!compiled.has(file)) compiled.set(file, compile(file))
    return compiled.get(file)
  }

  function compile(file: string) {
    const written = files.read(file)
    if (written === undefined) return undefined
    const marked = markPlaces(written, numbers.push(file) - 1)
    const name = nameOf(file)
    const result =
      marked.tooDeep === undefined
        ? compileTemplate(compiler, name, marked.text, written)
        : unusable({ reason: `more than ${deepest} elements in one another`, ...marked.tooDeep })
    if (result.problem !== undefined) notices.add({ code: 'unusable-template', file, ...result.problem })
    return { ...result, name, file, tags: marked.tags }
  }

  function script(name: string): WxsFile | undefined {
    if (!wxs.has(name)) {
      const file = fileOf(name, '.wxs')
      const code = files.read(file)
      wxs.set(name, code === undefined ? undefined : { name, file, code })
    }
    return wxs.get(name)
  }

  function scriptsFrom(names: readonly string[], from: string, into: Map<string, WxsFile>): void {
    for (const name of names) {
      if (into.has(name)) continue
      const found = script(name)
      if (found === undefined) {
        notices.add({ code: 'module-missing', ...placeOfRequest(name, from), subject: `${name}.wxs` })
        continue
      }
      into.set(name, found)
      const requests = [...found.code.matchAll(/\brequire\s*\(\s*["']([^"']+)["']\s*\)/g)]
      const needed = requests.flatMap(([, request]) =>
        request === undefined ? [] : [nameOf(resolver.template(request, found.file))],
      )
      scriptsFrom(needed, found.file, into)
    }
  }

  /** Where a file names the template or script that it needs. */
  function placeOfRequest(name: string, file: string) {
    const text = files.read(file) ?? ''
    const request = [...text.matchAll(requests)].find(
      ([, , written = '']) => nameOf(resolver.template(written, file)) === name,
    )
    return { file, ...(request === undefined ? {} : textPlace(text, request.index)) }
  }

  return {
    closure(file) {
      const templates = new Map<string, TemplateFile>()
      const scripts = new Map<string, WxsFile>()
      const tags = new Set<string>()
      function visit(path: string, from: string): void {
        if (templates.has(path)) return
        const found = template(path)
        if (found === undefined) {
          if (path !== from)
            notices.add({
              code: 'template-missing',
              ...placeOfRequest(nameOf(path), from),
              subject: path,
            })
          return
        }
        templates.set(path, found)
        for (const tag of found.tags) tags.add(tag)
        scriptsFrom(found.scripts, path, scripts)
        for (const name of found.templates) visit(fileOf(name, '.wxml'), path)
      }
      visit(file, file)
      return { name: nameOf(file), templates: [...templates.values()], scripts: [...scripts.values()], tags }
    },
    place(mark) {
      const [number, line, column] = mark.split(':').map(Number)
      const file = numbers[number ?? -1]
      if (file === undefined || line === undefined || column === undefined) return undefined
      return { file, line, column }
    },
  }
}
