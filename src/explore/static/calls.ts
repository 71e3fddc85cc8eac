import type { Node } from 'acorn'
import type { NameSite } from '../findings/finding.ts'
import type { Place } from '../ports.ts'
import { isNode, nameIn, type ParsedScript, startOf, walk } from './script.ts'

/** A call in a script, where a stack would name it: at the name of the function that is called. */
export interface CallSite extends Place {
  /** `wx.getLocation`, or only `locate` of a function that is not called on `wx`. */
  readonly name: string
  /** The functions around it: `locate.success`; empty at the top. */
  readonly function: string
}

/** Every call of a script, in the order of the text. */
export function callsIn(script: ParsedScript): readonly CallSite[] {
  return callsUnder(script.tree, script.file)
}

export function callsUnder(tree: Node, file: string): readonly CallSite[] {
  const calls: CallSite[] = []
  walk(tree, (node, functions) => {
    if (node.type !== 'CallExpression' || !isNode(node.callee)) return
    const { callee } = node
    const at = callee.type === 'MemberExpression' && isNode(callee.property) ? callee.property : callee
    const owner = nameIn(callee.object) === 'wx' ? 'wx.' : ''
    calls.push({ file, ...startOf(at), name: owner + (nameIn(at) ?? ''), function: functions.join('.') })
  })
  return calls.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** Calls that the program must ask for. @param apis their names: `wx.getLocation` */
export function guardedCalls(calls: readonly CallSite[], apis: ReadonlySet<string>) {
  return calls
    .filter(({ name }) => apis.has(name))
    .map(({ name, file, line, column }) => ({ api: name, file, line, column }))
}

/**
 * Names places by what stays the same while lines move: the functions around a call, and which of the calls of this name
 * there it is.
 * @param callsOf a file; asked once for each
 */
export function siteNames(callsOf: (file: string) => readonly CallSite[]): NameSite {
  const known = new Map<string, readonly CallSite[]>()
  return ({ file, line, column }) => {
    const calls = known.get(file) ?? callsOf(file)
    known.set(file, calls)
    const onLine = calls.filter(call => call.line === line)
    const own = onLine.find(call => call.column === column) ?? onLine[0]
    if (own === undefined) return { function: '', nth: 1 }
    const alike = calls.filter(call => call.function === own.function && call.name === own.name)
    return { function: own.function, nth: alike.indexOf(own) + 1 }
  }
}
