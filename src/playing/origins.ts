import type { Frame, Stack } from '../explore/ports.ts'
import { errorHere } from '../pages/context/create.ts'
import { framesIn, type StackFrame } from '../pages/context/errors.ts'
import type { Place } from '../pages/ports.ts'
import type { Program } from '../pages/source/program.ts'

/** Where running code comes from: its stack, and the calls whose callbacks led there, the latest first. */
interface Origin {
  readonly stack: Stack
  readonly calls: readonly Place[]
}

/** Follows the program's code from a call into its callbacks: a stack of V8 ends where a turn of the event loop begins. */
export interface Origins {
  /** Of what a turn began with: what happens in it without code of the program on the stack belongs to it. */
  readonly turn: () => Origin
  /** A call begins. @returns its place, by which `of` finds its origin */
  readonly caller: () => Place | undefined
  readonly of: (at: Place | undefined) => Origin
  /** Whether a place is that of a call. */
  readonly isCall: (at: Place | undefined) => boolean
  /** In this turn runs what a call led to. */
  readonly begin: (at: Place | undefined) => void
  /** In this turn the user does something. */
  readonly reset: () => void
  /** What is queued belongs to what runs now. */
  readonly bind: (work: () => void) => () => void
  /** The lines of an error that was made for its stack. */
  readonly ofError: (error: Error) => Stack
  /** The lines of what the program threw, and those that led to this turn. */
  readonly ofThrown: (places: readonly Place[]) => Stack
}

const nowhere: Origin = { stack: [], calls: [] }

/** A loop goes on for ever; its first lines say enough. */
const most = 24

export function createOrigins(program: Program, scriptOf: (file: string) => Frame['script']): Origins {
  const origins = new WeakMap<Place, Origin>()
  let turn = nowhere

  const frameOf = (frame: StackFrame): Frame => ({ ...frame, script: scriptOf(frame.file) })
  const framesOf = ({ stack = '' }: Error) => framesIn(stack, program).map(frameOf)

  /** V8 writes a stack down only when it is read, and most are never read. */
  function originAt(error: Error, outer: Origin, own?: Place): Origin {
    let stack: Stack | undefined
    return {
      get stack() {
        stack ??= joined(framesOf(error), outer.stack)
        return stack
      },
      calls: own === undefined ? outer.calls : [own, ...outer.calls].slice(0, most),
    }
  }

  return {
    turn: () => turn,
    caller() {
      const error = errorHere()
      const place: Place = {
        get file() {
          return own()?.file ?? ''
        },
        get line() {
          return own()?.line ?? 1
        },
        get column() {
          return own()?.column ?? 1
        },
      }
      const origin = originAt(error, turn, place)
      const own = () => origin.stack[0]
      origins.set(place, origin)
      return place
    },
    of: at => (at === undefined ? undefined : origins.get(at)) ?? nowhere,
    isCall: at => at !== undefined && origins.has(at),
    begin(at) {
      if (at !== undefined) turn = origins.get(at) ?? nowhere
    },
    reset() {
      turn = nowhere
    },
    bind(work) {
      const then = turn
      return () => {
        turn = then
        work()
      }
    },
    ofError: error => joined(framesOf(error), []),
    ofThrown: places =>
      joined(
        places.map(place => frameOf({ ...place, function: '' })),
        turn.stack,
      ),
  }
}

/** A line that comes again is that of a loop. */
function joined(inner: Stack, outer: Stack): Stack {
  const seen = new Set<string>()
  return [...inner, ...outer]
    .filter(({ file, line, column }) => {
      const key = `${file}:${line}:${column}`
      return seen.has(key) ? false : seen.add(key)
    })
    .slice(0, most)
}
