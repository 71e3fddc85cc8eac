import { type Comment, type Node, parse } from 'acorn'
import type { SourceFile } from '../ports.ts'

/** A script as a tree. */
export interface ParsedScript {
  readonly file: string
  readonly tree: Node
  readonly comments: readonly Comment[]
}

/** The tree of a script; `undefined` if it cannot be parsed: running it says why. */
export function parseScript({ file, text }: SourceFile): ParsedScript | undefined {
  return parseAs('module') ?? parseAs('script')

  function parseAs(sourceType: 'module' | 'script'): ParsedScript | undefined {
    const comments: Comment[] = []
    try {
      const tree = parse(text, {
        ecmaVersion: 'latest',
        sourceType,
        locations: true,
        allowHashBang: true,
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        onComment: comments,
      })
      return { file, tree, comments }
    } catch {
      return undefined
    }
  }
}

/** A node with the names of the functions around it, outermost first. */
export type Visit = (node: AnyNode, functions: readonly string[]) => void

/** A node of any type, whose parts are looked at one by one. */
export type AnyNode = Node & Readonly<Record<string, unknown>>

/** Visits every node, in the order of the text. */
export function walk(tree: Node, visit: Visit): void {
  const go = (node: AnyNode, functions: readonly string[], name: string) => {
    visit(node, functions)
    const own = nameIn(node.id) ?? name
    const within = /Function/.test(node.type) && own !== '' ? [...functions, own] : functions
    for (const child of childrenOf(node)) go(child, within, nameFor(node, child))
  }
  go(tree as AnyNode, [], '')
}

/** Parts of a node that are nodes. */
function childrenOf(node: AnyNode): readonly AnyNode[] {
  // Minified scripts have a million nodes.
  const children: AnyNode[] = []
  for (const part of Object.values(node)) {
    if (Array.isArray(part)) children.push(...part.filter(isNode))
    else if (isNode(part)) children.push(part)
  }
  return children
}

export const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** The name of an identifier or a literal key. */
export function nameIn(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (typeof node.name === 'string') return node.name
  return typeof node.value === 'string' ? node.value : undefined
}

/** What a function is called by the place that it is written in: `locate` in `locate: function () {}`. */
function nameFor(parent: AnyNode, child: AnyNode): string {
  if (
    parent.type === 'Property' ||
    parent.type === 'MethodDefinition' ||
    parent.type === 'PropertyDefinition'
  )
    return child === parent.value ? (nameIn(parent.key) ?? '') : ''
  if (parent.type === 'VariableDeclarator') return nameIn(parent.id) ?? ''
  if (parent.type !== 'AssignmentExpression' || !isNode(parent.left)) return ''
  return nameIn(parent.left.type === 'MemberExpression' ? parent.left.property : parent.left) ?? ''
}

/** The place of its last character. */
export function endOf(node: Node): { readonly line: number; readonly column: number } {
  const { line = 1, column = 0 } = node.loc?.end ?? {}
  return { line, column }
}

/** Counts lines and columns from 1. */
export function startOf(node: Node): { readonly line: number; readonly column: number } {
  const { line = 1, column = 0 } = node.loc?.start ?? {}
  return { line, column: column + 1 }
}
