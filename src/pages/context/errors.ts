import type { Phase, Place, ProgramError } from '../ports.ts'
import type { Program } from '../source/program.ts'
import { scheme } from './scripts.ts'

const frame = new RegExp(`${scheme}(.+?):(\\d+):(\\d+)`)
/** `    at async Page.locate (` */
const functionName = /^\s*at (?:async )?(?:new )?([^\s(]+)(?: \[as [^\]]+\])? \(/

/** A line of a stack: a place with the function that it is in, as V8 names it; empty if it has no name. */
export interface StackFrame extends Place {
  readonly function: string
}

/** The program's own lines of a stack trace, innermost first. */
export function framesIn(stack: string, program: Program): readonly StackFrame[] {
  return stack.split('\n').flatMap(line => {
    const [place] = placesIn(line, program)
    return place === undefined ? [] : { ...place, function: functionName.exec(line)?.[1] ?? '' }
  })
}

/** The program's own places in a stack trace, innermost first. */
export function placesIn(stack: string, program: Program): readonly Place[] {
  return stack.split('\n').flatMap(line => {
    const [, file, row, column] = frame.exec(line) ?? []
    if (file === undefined) return []
    return [program.origin({ file, line: Number(row), column: Math.max(Number(column), 1) })]
  })
}

export function programError(
  reason: unknown,
  kind: ProgramError['kind'],
  phase: Phase,
  program: Program,
): ProgramError {
  const through = placesIn(stackOf(reason), program)
  return { message: messageOf(reason), kind, phase, place: through[0], through }
}

function stackOf(reason: unknown): string {
  const stack = property(reason, 'stack')
  return typeof stack === 'string' ? stack : ''
}

/** `wx` rejects with plain objects, whose `errMsg` says what happened. */
export function messageOf(reason: unknown): string {
  const message = property(reason, 'message') ?? property(reason, 'errMsg')
  const name = property(reason, 'name')
  if (typeof message === 'string') return typeof name === 'string' ? `${name}: ${message}` : message
  try {
    return typeof reason === 'object' ? (JSON.stringify(reason) ?? String(reason)) : String(reason)
  } catch {
    return 'an object'
  }
}

/** What was thrown is the program's: reading it may run its code. */
function property(value: unknown, key: string): unknown {
  try {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  } catch {
    return undefined
  }
}
