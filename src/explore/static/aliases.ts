import type { Node } from 'acorn'
import { type AnyNode, isNode, nameIn, walk } from './script.ts'

/** Other names that a script has for `wx`, and for functions of it. */
export interface Aliases {
  /** `my` after `const my = wx`, `wxp` after `const wxp = promisifyAll(wx)`. */
  readonly objects: ReadonlySet<string>
  /** `locate` after `const { getLocation: locate } = wx`, with what it is: `getLocation`. */
  readonly functions: ReadonlyMap<string, string>
}

/** What makes another of the same functions. */
const copies = /promisi[fs]y|pify|^(?:assign|create|bind)$/i

const known = new WeakMap<Node, Aliases>()

/** Only names that a script binds once, and never to anything else: what another scope calls so is no alias. */
export function aliasesIn(tree: Node): Aliases {
  const aliases = known.get(tree) ?? readAliases(tree)
  known.set(tree, aliases)
  return aliases
}

function readAliases(tree: Node): Aliases {
  const bound = new Map<string, number>()
  const count = (pattern: unknown) => {
    for (const name of namesIn(pattern)) bound.set(name, (bound.get(name) ?? 0) + 1)
  }
  const given: (readonly [unknown, unknown])[] = []
  const calls: AnyNode[] = []
  walk(tree, node => {
    const { type, id, init, params, left, right, local, param } = node
    if (type === 'VariableDeclarator') given.push([id, init])
    if (type === 'AssignmentExpression') given.push([left, right])
    if (type === 'CallExpression') calls.push(node)
    if (type !== 'AssignmentExpression' && type !== 'AssignmentPattern') {
      for (const one of [id, local, param]) count(one)
      for (const one of Array.isArray(params) ? params : []) count(one)
    } else if (nameIn(left) !== undefined && type === 'AssignmentExpression') count(left)
  })

  const isOnce = (name: string) => bound.get(name) === 1
  const isWx = (node: unknown) => nameOf(node) === 'wx' && !bound.has('wx')
  const objects = new Set<string>()
  const functions = new Map<string, string>()
  for (const [target, source] of given) {
    const name = nameOf(target)
    if (name !== undefined && isOnce(name)) {
      if (isCopy(source, isWx)) objects.add(name)
      const api = functionIn(source, isWx)
      if (api !== undefined) functions.set(name, api)
    }
    if (isWx(source)) for (const [api, own] of taken(target)) if (isOnce(own)) functions.set(own, api)
  }
  // `promisifyAll(wx, wxp)` fills what is there.
  for (const call of calls) {
    const [from, to] = argumentsOf(call)
    const name = nameOf(to)
    if (isCopying(call) && isWx(from) && name !== undefined && (bound.get(name) ?? 0) <= 1) objects.add(name)
  }
  return { objects, functions }
}

/** Whether `wx` goes by this name. */
export const isAliasOf = (node: unknown, objects: ReadonlySet<string>) => objects.has(nameOf(node) ?? '')

/** `getLocation` of `promisify(wx.getLocation)(…)`: the function has no name of its own. */
export const functionOf = (callee: AnyNode) => functionIn(callee, node => nameOf(node) === 'wx')

/** `wx`, `{ ...wx }`, `Object.assign({}, wx)` and `promisifyAll(wx)`. */
function isCopy(node: unknown, isWx: (node: unknown) => boolean): boolean {
  if (isWx(node)) return true
  if (!isNode(node)) return false
  if (node.type === 'ObjectExpression')
    return listOf(node.properties).some(one => one.type === 'SpreadElement' && isWx(one.argument))
  return isCopying(node) && argumentsOf(node).some(isWx)
}

/** `getLocation` of `wx.getLocation`, `wx.getLocation.bind(wx)` and `promisify(wx.getLocation)`. */
function functionIn(node: unknown, isWx: (node: unknown) => boolean): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'MemberExpression')
    return isWx(node.object) && node.computed !== true ? nameIn(node.property) : undefined
  if (!isCopying(node)) return undefined
  const { callee } = node
  const [first] = argumentsOf(node)
  return functionIn(first, isWx) ?? functionIn(isNode(callee) ? callee.object : undefined, isWx)
}

function isCopying(node: AnyNode): boolean {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false
  const { callee } = node
  return copies.test(nameIn(callee.type === 'MemberExpression' ? callee.property : callee) ?? '')
}

/** `getLocation` and `locate` of `{ getLocation: locate }`. */
function taken(pattern: unknown): readonly (readonly [string, string])[] {
  if (!isNode(pattern) || pattern.type !== 'ObjectPattern') return []
  return listOf(pattern.properties).flatMap(({ key, value, computed }) => {
    const [api, own] = [nameIn(key), nameOf(value)]
    return computed === true || api === undefined || own === undefined ? [] : [[api, own] as const]
  })
}

/** Every name that a pattern binds. */
function namesIn(pattern: unknown): readonly string[] {
  if (!isNode(pattern)) return []
  switch (pattern.type) {
    case 'Identifier':
      return [nameOf(pattern) ?? '']
    case 'ObjectPattern':
      return listOf(pattern.properties).flatMap(one => namesIn(one.type === 'RestElement' ? one : one.value))
    case 'ArrayPattern':
      return listOf(pattern.elements).flatMap(namesIn)
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    default:
      return []
  }
}

const nameOf = (node: unknown) => (isNode(node) && node.type === 'Identifier' ? nameIn(node) : undefined)
const listOf = (list: unknown): readonly AnyNode[] => (Array.isArray(list) ? list.filter(isNode) : [])
const argumentsOf = (call: AnyNode) => listOf(call.arguments)
