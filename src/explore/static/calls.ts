import type { Node } from 'acorn'
import type { WrittenCall } from '../explored.ts'
import type { NameSite } from '../findings/finding.ts'
import type { Place, SourceFile } from '../ports.ts'
import { type Aliases, aliasesIn, functionOf, isAliasOf } from './aliases.ts'
import { type AnyNode, endOf, isNode, nameIn, type ParsedScript, startOf, walk } from './script.ts'

/** A call in a script, where a stack would name it: at the name of the function that is called. */
export interface CallSite extends Place {
  /** `wx.getLocation`, whatever the script calls it, or only `locate` of a function that is not one of `wx`. */
  readonly name: string
  /** The name before the dot: `recorder` in `this.recorder.start()`. */
  readonly owner: string
  /** The functions around it: `locate.success`; empty at the top. */
  readonly function: string
}

/** Every call of a script, in the order of the text. */
function callsIn(script: ParsedScript): readonly CallSite[] {
  return callsUnder(script.tree, script.file, aliasesIn(script.tree))
}

/** @param aliases those of the whole script */
export function callsUnder(tree: Node, file: string, aliases: Aliases): readonly CallSite[] {
  const calls: CallSite[] = []
  walk(tree, (node, functions) => {
    if (node.type !== 'CallExpression' || !isNode(node.callee)) return
    const { callee } = node
    const at = callee.type === 'MemberExpression' && isNode(callee.property) ? callee.property : callee
    const owner = lastName(callee.object)
    const api = calledOf(callee, aliases)
    const name = api === undefined ? (nameIn(at) ?? '') : `wx.${api}`
    // A call of what a call returned has no name to stand at.
    const place = callee.type === 'CallExpression' ? endOf(callee) : startOf(at)
    calls.push({ file, ...place, name, owner, function: functions.join('.') })
  })
  return calls.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** `getLocation` where that function of `wx` is called; `undefined` where another is. */
function calledOf(callee: AnyNode, { objects, functions }: Aliases): string | undefined {
  if (callee.type === 'MemberExpression')
    return lastName(callee.object) === 'wx' || isAliasOf(callee.object, objects)
      ? nameIn(callee.property)
      : undefined
  return callee.type === 'Identifier' ? functions.get(nameIn(callee) ?? '') : functionOf(callee)
}

/** `recorder` of `this.recorder`. */
function lastName(node: unknown): string {
  return (isNode(node) && node.type === 'MemberExpression' ? nameIn(node.property) : nameIn(node)) ?? ''
}

/** Calls that the program must ask for. @param apis their names: `wx.getLocation` */
export function guardedCalls(script: ParsedScript, apis: ReadonlySet<string>): readonly WrittenCall[] {
  const recorders = recordersIn(script)
  return callsIn(script).flatMap(({ name, owner, file, line, column }) => {
    if (apis.has(name)) return { api: name, file, line, column }
    return name === 'start' && recorders.has(owner)
      ? { api: 'RecorderManager.start', file, line, column }
      : []
  })
}

/** Names that hold a recorder: `recorder` in `this.recorder = wx.getRecorderManager()`. */
function recordersIn({ tree }: ParsedScript): ReadonlySet<string> {
  const names = new Set<string>()
  walk(tree, ({ id, init, left, right, key, value }) => {
    for (const [target, source] of [
      [id, init],
      [left, right],
      [key, value],
    ])
      if (isNode(source) && isNode(source.callee) && lastName(source.callee) === 'getRecorderManager')
        names.add(lastName(target))
  })
  return names
}

/** A `<camera>` in WXML is a guarded call too. */
export function camerasIn(template: SourceFile): readonly WrittenCall[] {
  return elementsIn(template).flatMap(({ name, file, line, column }) =>
    name === 'camera' ? { api: name, file, line, column } : [],
  )
}

const element = /<([\w-]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)/g

/** Every element that a template opens. Its tag and its open-type stand for the function around a call. */
function elementsIn({ file, text }: SourceFile): readonly CallSite[] {
  const shown = text.replace(/<!--[\s\S]*?-->/g, comment => comment.replace(/[^\n]/g, ' '))
  return [...shown.matchAll(element)].map(({ index, 1: tag = '', 2: attributes = '' }) => {
    const before = shown.slice(0, index).split('\n')
    const [, openType] = /\sopen-type=["']([^"']*)/.exec(attributes) ?? []
    const name = openType === undefined ? tag : `${tag} ${openType}`
    return {
      file,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      name,
      owner: '',
      function: name,
    }
  })
}

/** What places in a file are named by. */
interface Sites {
  readonly calls: readonly CallSite[]
  /** The functions around a place. */
  readonly functionAt: (place: Pick<Place, 'line' | 'column'>) => string
}

export function sitesInScript(script: ParsedScript): Sites {
  return { calls: callsIn(script), functionAt: place => functionsAround(script.tree, place) }
}

export function sitesInTemplate(template: SourceFile): Sites {
  return { calls: elementsIn(template), functionAt: () => '' }
}

function functionsAround(tree: Node, { line, column }: Pick<Place, 'line' | 'column'>): string {
  let around: readonly string[] = []
  walk(tree, (node, functions) => {
    const start = startOf(node)
    const end = endOf(node)
    const isAfter = line > start.line || (line === start.line && column >= start.column)
    const isBefore = line < end.line || (line === end.line && column <= end.column)
    if (isAfter && isBefore) around = functions
  })
  return around.join('.')
}

/**
 * Names places by what stays the same while lines move: the functions around a call, and which of the calls of this name
 * there it is. Where no call is, as where something throws, the first call of the same function on the line counts.
 * @param sitesOf a file; asked once for each
 */
export function siteNames(sitesOf: (file: string) => Sites): NameSite {
  const files = new Map<string, Sites>()
  const known = new Map<string, ReturnType<NameSite>>()
  const named = ({ file, line, column }: Place) => {
    const sites = files.get(file) ?? sitesOf(file)
    files.set(file, sites)
    const { calls, functionAt } = sites
    const onLine = calls.filter(call => call.line === line)
    const exact = onLine.find(call => call.column === column)
    const around = exact?.function ?? functionAt({ line, column })
    const own = exact ?? onLine.find(call => call.function === around)
    const alike = calls.filter(call => call.function === around && call.name === own?.name)
    return { function: around, nth: own === undefined ? 1 : alike.indexOf(own) + 1 }
  }
  return place => {
    const key = JSON.stringify([place.file, place.line, place.column])
    const name = known.get(key) ?? named(place)
    known.set(key, name)
    return name
  }
}
