import { types } from 'node:util'
import { createContext, Script } from 'node:vm'
import type { Clock, ContextFunction, ContextRealm, HostFunction, Place } from '../ports.ts'
import { withoutImport } from '../source/dynamic-import.ts'
import type { Program } from '../source/program.ts'
import { assetScript } from './assets.ts'
import { placesIn } from './errors.ts'
import { plainCopy } from './plain.ts'
import type { Scripts } from './scripts.ts'

/** What `realm.js` makes inside of the context. */
interface Inside {
  readonly Object: ObjectConstructor
  readonly Array: ArrayConstructor
  readonly Promise: PromiseConstructor
  readonly wrap: (work: HostFunction, name?: string) => ContextFunction
  readonly functions: ContextRealm['functions']
  readonly copy: (value: unknown) => unknown
  readonly deferred: ContextRealm['deferred']
  readonly call: ContextRealm['call']
  readonly load: (file: string) => unknown
  /** Whether a script works with stubs of modules. */
  readonly lacksModules: (file: string) => boolean
  readonly inert: () => object
  readonly guess: ContextRealm['guess']
  readonly eventChannel: ContextRealm['eventChannel']
  readonly error: (message: string) => object
  /** Whether what was thrown comes from the program, not from wxauth. */
  readonly isOwnThrow: (value: unknown) => boolean
  readonly isOwnPromise: (value: unknown) => boolean
  readonly define: (name: string, value: unknown) => void
}

/** One fresh context, for one launch. */
export interface ProgramContext {
  readonly realm: ContextRealm
  readonly inside: Inside
  /** Runs a script in the context. */
  readonly evaluate: (script: Script) => unknown
}

export interface ContextParts {
  readonly program: Program
  readonly scripts: Scripts
  readonly clock: Clock
  /** What the program's code threw where wxauth called it. */
  readonly threw: (error: unknown) => void
  readonly log?: ((level: string, text: string) => void) | undefined
  /** A promise that a handler, a lifecycle or a callback of the program returned. */
  readonly returned?: ((promise: object) => void) | undefined
  /** The program called something of a module or component that is not there. */
  readonly lostCalled?: (() => void) | undefined
}

const seed = 20250101
/** Deep enough to find the program's own frames below those of the engine. */
const deepStack = 60

export function createProgramContext(parts: ContextParts): ProgramContext {
  const { program, scripts, clock, threw } = parts
  // Without a prototype: the context would reach our realm through it.
  const globals: object = Object.create(null)
  // What `Function` compiles is looked at before: see `compileFunction`.
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } })
  const evaluate = (script: Script): unknown => script.runInContext(context)
  const startTime = evaluate(assetScript('time')) as (host: object, globals: object) => void
  startTime({ now: clock.now }, globals)
  const start = evaluate(assetScript('realm')) as (host: object, globals: object) => Inside

  const host = {
    seed,
    later: clock.later,
    setTimer: clock.setTimer,
    clearTimer: clock.clearTimer,
    threw,
    returned: (promise: object) => parts.returned?.(promise),
    lostCalled: () => parts.lostCalled?.(),
    log: (level: string, text: string) => parts.log?.(level, text),
    bytesOf: (value: unknown) =>
      types.isAnyArrayBuffer(value) ? value.byteLength : ArrayBuffer.isView(value) ? value.byteLength : -1,
    byteAt: (value: unknown, at: number) => bytesOf(value)[at],
    compile(file: string) {
      const script = scripts.module(file)
      return script === undefined ? undefined : evaluate(script)
    },
    compileFunction: (params: string, body: string) =>
      evaluate(
        new Script(withoutImport(`(function anonymous(${params}\n) {\n${body}\n})`), {
          filename: 'wxauth:function',
        }),
      ),
    resolve: (request: string, from: string) => resolveModule(program, request, from),
    moduleThrew(file: string, error: unknown) {
      const [place] = placesIn(String(Object(error).stack ?? ''), program)
      program.notices.add({
        code: 'module-threw',
        file,
        ...place,
        reason: String(Object(error).message ?? error),
      })
    },
  }
  const inside = start(host, globals)

  const realm: ContextRealm = {
    Object: inside.Object,
    Array: inside.Array,
    Promise: inside.Promise,
    later: clock.later,
    wrap: inside.wrap,
    functions: inside.functions,
    copy: inside.copy,
    plain: plainCopy,
    error: inside.error,
    deferred: inside.deferred,
    call: inside.call,
    inert: () => inside.inert(),
    guess: inside.guess,
    eventChannel: inside.eventChannel,
    caller: () => callerIn(program),
  }
  return { realm, inside, evaluate }
}

function bytesOf(value: unknown): Uint8Array {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return types.isAnyArrayBuffer(value) ? new Uint8Array(value) : new Uint8Array()
}

/** The file of a module, or an empty text and a notice. */
function resolveModule(program: Program, request: string, from: string): string {
  const found = program.resolver.module(request, from)
  if ('file' in found) return found.file
  const codes = {
    module: 'module-missing',
    package: 'package-missing',
    plugin: 'unsupported',
    outside: 'outside-project',
  } as const
  const place = callerIn(program) ?? { file: from }
  program.notices.add({ code: codes[found.missing], ...place, subject: found.subject })
  return ''
}

const callerIn = (program: Program): Place | undefined => placesIn(errorHere().stack ?? '', program)[0]

/** An error whose stack is that of the code that is running, deep enough for the program's part of it. */
export function errorHere(): Error {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = deepStack
  const error = new Error()
  Error.stackTraceLimit = before
  return error
}
