import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

/** A syntax tree, as far as this looks at it. */
type Tree = Readonly<Record<string, unknown>> & {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** A name at the top of a module: declared there, or brought in from elsewhere. */
type Binding =
  | { readonly from: string; readonly name: string }
  | { readonly module: string; readonly comment: string; readonly code: Tree }

interface Module {
  readonly text: string
  readonly names: Map<string, Binding>
  readonly exports: Map<string, string>
  /** The modules of its `export *`. */
  readonly stars: readonly string[]
}

type Declaration = Extract<Binding, { readonly code: Tree }>

/**
 * One file of declarations out of many: what the entry exports, and what that needs. It imports nothing, so that its
 * users need no package and no setting for it.
 *
 * @param entry a `.d.ts` file that the compiler wrote; what it imports lies beside it
 * @throws when something needs more than these files hold
 */
export function flatten(entry: string): string {
  const modules = new Map<string, Module>()
  function module(path: string): Module {
    const known = modules.get(path)
    if (known !== undefined) return known
    const read = readModule(path)
    modules.set(path, read)
    for (const from of read.stars) {
      for (const name of module(from).exports.keys()) {
        read.names.set(name, { from, name })
        read.exports.set(name, name)
      }
    }
    return read
  }

  const taken = new Map<Declaration, string>()
  const names = new Set<string>()

  /** The declaration behind a name, and what it is called in the one file. */
  function take(path: string, name: string): string {
    const found = module(path).names.get(name)
    if (found === undefined) throw new Error(`${path} has no ${name}`)
    if ('from' in found) {
      const { exports } = module(found.from)
      return take(found.from, exports.get(found.name) ?? found.name)
    }
    const known = taken.get(found)
    if (known !== undefined) return known
    const free = names.has(name) ? `${name}$${names.size}` : name
    names.add(free)
    taken.set(found, free)
    for (const one of identifiersIn(found.code)) if (isTop(path, one)) take(path, nameOf(one))
    return free
  }

  const isTop = (path: string, identifier: Tree) => module(path).names.has(nameOf(identifier))

  function written({ module: path, comment, code }: Declaration): string {
    const { text } = module(path)
    const renamed = identifiersIn(code).filter(one => isTop(path, one))
    let at = code.start
    let result = comment
    for (const one of renamed.toSorted((a, b) => a.start - b.start)) {
      result += text.slice(at, one.start) + take(path, nameOf(one))
      at = one.start + nameOf(one).length
    }
    return result + text.slice(at, code.end)
  }

  const shown = [...module(entry).exports].map(([as, name]) => {
    const inside = take(entry, name)
    return inside === as ? as : `${inside} as ${as}`
  })
  return [...[...taken.keys()].map(written), `export { ${shown.join(', ')} };`, ''].join('\n')
}

function readModule(path: string): Module {
  const text = readFileSync(path, 'utf8')
  const names = new Map<string, Binding>()
  const exports = new Map<string, string>()
  const stars: string[] = []
  const near = (source: Tree) => {
    const value = String(source.value)
    if (!value.startsWith('.')) throw new Error(`${path} needs ${value}`)
    return join(dirname(path), value.replace(/\.ts$/, '.d.ts'))
  }

  const { body } = parseAst(text, { lang: 'dts' }) as unknown as { readonly body: readonly Tree[] }
  let end = 0
  for (const statement of body) {
    const comment = text.slice(end, statement.start).trimStart()
    end = statement.end
    const { source, declaration, specifiers = [] } = statement as Tree & Partial<Record<'source', Tree>>
    const from = source ? near(source) : undefined
    for (const one of specifiers as readonly Tree[]) {
      if (one.type === 'ImportSpecifier' && from !== undefined) {
        names.set(nameOf(one.local), { from, name: nameOf(one.imported) })
      } else if (one.type === 'ExportSpecifier') {
        if (from !== undefined) names.set(nameOf(one.local), { from, name: nameOf(one.local) })
        exports.set(nameOf(one.exported), nameOf(one.local))
      } else throw new Error(`${path} has a ${one.type}`)
    }
    if (statement.type === 'ExportDefaultDeclaration') throw new Error(`${path} has a default`)
    if (statement.type === 'ExportAllDeclaration' && from !== undefined) stars.push(from)
    const code = (declaration ?? statement) as Tree
    for (const name of declaredBy(code)) {
      names.set(name, { module: path, comment, code })
      if (declaration) exports.set(name, name)
    }
  }
  return { text, names, exports, stars }
}

function declaredBy({ id, declarations }: Tree): readonly string[] {
  if (Array.isArray(declarations)) return declarations.map(one => nameOf(one.id))
  return id ? [nameOf(id)] : []
}

/** Every identifier that may refer to a declaration; the keys of types do not. */
function identifiersIn(tree: unknown, key = ''): readonly Tree[] {
  if (Array.isArray(tree)) return tree.flatMap(one => identifiersIn(one, key))
  if (typeof tree !== 'object' || tree === null) return []
  if ('type' in tree && tree.type === 'TSImportType')
    throw new Error('a type is named by an import() of its file')
  const inside = Object.entries(tree).flatMap(([key, one]) => identifiersIn(one, key))
  const refers = 'type' in tree && tree.type === 'Identifier' && key !== 'key' && key !== 'params'
  return refers ? [tree as Tree, ...inside] : inside
}

function nameOf(node: unknown): string {
  return String((node as { readonly name?: unknown }).name)
}
