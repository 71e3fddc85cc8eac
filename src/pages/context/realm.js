// Runs inside each context, before anything else, as text: whatever the program can reach is made here. `outside` holds
// functions of wxauth. It stays in closures of this file; no value of wxauth's own realm passes through but primitives.
// `program` is the object behind the context's globals, which stays here too: what is written on it is a global at once,
// while each name that is written on `globalThis` takes several microseconds.
;(outside, program) => {
  // The program reads `caller` and `arguments` of sloppy functions that call it, and these have values of the host.
  // biome-ignore lint/suspicious/noRedundantUseStrict: the file is no module, it is evaluated as text
  'use strict'
  // Kept, because the program may replace its own.
  const [RealPromise, RealError, RealProxy] = [Promise, Error, Proxy]
  const { apply, construct, deleteProperty, ownKeys } = Reflect
  const { defineProperty, getPrototypeOf, create } = Object
  const { isArray } = Array
  const isThing = value => (typeof value === 'object' && value !== null) || typeof value === 'function'

  /** Program code could read wxauth's own stack frames through this hook of V8. */
  defineProperty(RealError, 'prepareStackTrace', { get: () => undefined, set() {}, configurable: false })

  function ownError(error) {
    if (!isThing(error)) return error
    if (error instanceof RealError) return error
    return isForeign(error) ? new RealError(String(error.message)) : error
  }

  /** Whether an object was made outside: its chain of prototypes ends elsewhere. */
  function isForeign(value) {
    for (let above = value; ; ) {
      const next = getPrototypeOf(above)
      if (next === null) return above !== Object.prototype
      above = next
    }
  }

  /** The functions of wxauth: what they throw, where the stack ends in them, is an error of the program's own realm. */
  const host = create(null)
  for (const name of ownKeys(outside)) {
    const work = outside[name]
    host[name] =
      typeof work !== 'function'
        ? work
        : (...args) => {
            try {
              return apply(work, undefined, args)
            } catch (error) {
              throw ownError(error)
            }
          }
  }

  function own(value) {
    if (isThing(value) && isForeign(value)) throw new RealError('wxauth: a value of the host stays outside')
    return value
  }

  /** Calls a function of wxauth: neither what it throws nor what it returns comes from outside. */
  function guarded(work, args, second) {
    let result
    try {
      result = work(args, second)
    } catch (error) {
      throw ownError(error)
    }
    return own(result)
  }

  function wrap(work, name) {
    const wrapped = {
      method(...args) {
        return guarded(work, args, this)
      },
    }.method
    defineProperty(wrapped, 'name', { value: name === undefined ? '' : String(name), configurable: true })
    return wrapped
  }

  /**
   * Many functions, of which a program calls few. They do not carry their names: to write 420 of them took three times
   * as long as to make the functions.
   */
  function functions(names, work) {
    const made = {}
    for (const name of names) {
      made[name] = {
        method(...args) {
          return guarded(work, args, name)
        },
      }.method
    }
    return made
  }

  /** A copy of plain data. What is no data, such as a function, is left out. */
  function copy(value, known = new Map()) {
    if (typeof value === 'function' || typeof value === 'symbol') return undefined
    if (!isThing(value)) return value
    if (known.has(value)) return known.get(value)
    const bytes = host.bytesOf(value)
    if (bytes >= 0) {
      const buffer = new ArrayBuffer(bytes)
      const view = new Uint8Array(buffer)
      for (let at = 0; at < bytes; at += 1) view[at] = host.byteAt(value, at)
      return buffer
    }
    const made = isArray(value) ? [] : {}
    known.set(value, made)
    for (const key of Object.keys(value)) {
      const item = copy(value[key], known)
      if (item !== undefined || value[key] === undefined) {
        defineProperty(made, key, { value: item, configurable: true, enumerable: true, writable: true })
      }
    }
    return made
  }

  function deferred() {
    let resolve
    let reject
    const promise = new RealPromise((yes, no) => {
      resolve = yes
      reject = no
    })
    return { promise, resolve, reject }
  }

  function call(callee, self, args) {
    if (typeof callee !== 'function') return undefined
    try {
      const result = apply(callee, self, args)
      if (isThing(result) && result instanceof RealPromise) host.returned(result)
      return result
    } catch (error) {
      host.threw(error)
      return undefined
    }
  }

  /** A loop that waits for a stub to change would wait forever. */
  const mostUses = 100_000

  /**
   * What stands in for a module that is missing or threw: whatever the program does with it has no effect. As a promise,
   * it never settles.
   * @param part what is there of it
   * @param called hears that something of it is called: nobody knows what that would have done
   */
  function inert(part, called = () => {}) {
    /** `new` takes it, as it takes classes of packages. */
    function target() {}
    let uses = 0
    let length = 0
    const push = () => {
      length += 1
      return length
    }
    const stub = new RealProxy(target, {
      get(_, key) {
        uses += 1
        if (uses > mostUses) throw new RealError('a missing module is used in an endless loop')
        if (part !== undefined && key in part) return part[key]
        if (key === 'prototype') return target.prototype
        if (key === 'length') return length
        if (key === 'push') return push
        if (key === Symbol.toPrimitive) return () => ''
        if (key === Symbol.iterator) return () => [][Symbol.iterator]()
        return typeof key === 'symbol' ? undefined : stub
      },
      has: (_, key) => key === 'prototype',
      apply() {
        called()
        return stub
      },
      construct() {
        called()
        return stub
      },
      ownKeys: () => ownKeys(target),
    })
    return stub
  }

  /** Deeper and more data than a program reads of one answer; a list that always had one more item would never end. */
  const [deepestGuess, mostGuesses] = [8, 4000]
  let guesses = 0

  /**
   * Data of any shape: a list of one item, an object with every property, the text `1`, the number 1.
   * @param hints values of properties that the program compares with something, by their names
   */
  function guess(hints, depth = 0) {
    guesses += 1
    if (guesses > mostGuesses || depth > deepestGuess) return '1'
    const text = '1'
    const parts = create(null)
    const part = key => {
      if (!(key in parts)) parts[key] = key in hints ? hints[key] : guess(hints, depth + 1)
      return parts[key]
    }
    return new RealProxy([undefined], {
      get(target, key) {
        if (key === 'length') return target.length
        if (key === '0' && target[0] === undefined) target[0] = guess(hints, depth + 1)
        if (key in target) return Reflect.get(target, key)
        if (key === Symbol.toPrimitive) return hint => (hint === 'string' ? text : 1)
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined
        if (/^\d+$/.test(key)) return undefined
        const method = String.prototype[key] || Number.prototype[key]
        if (typeof method === 'function')
          return (...args) => apply(method, key in String.prototype ? text : 1, args)
        return part(key)
      },
    })
  }

  const lost = part => inert(part, () => host.lostCalled())

  const modules = create(null)
  /** Files that are there as stubs only, and those that work with a stub. */
  const [stubs, lacking] = [create(null), create(null)]

  function load(file) {
    const known = modules[file]
    if (known !== undefined) return known.exports
    const module = { id: file, exports: {} }
    modules[file] = module
    const run = host.compile(file)
    if (run === undefined) {
      stubs[file] = true
      module.exports = lost()
      return module.exports
    }
    try {
      apply(run, module.exports, [requireFrom(file), module, module.exports])
    } catch (error) {
      stubs[file] = true
      host.moduleThrew(file, error)
      module.exports = lost(isThing(module.exports) ? module.exports : undefined)
    }
    return module.exports
  }

  function requireFrom(from) {
    function require(request, success) {
      const found = host.resolve(String(request), from)
      const exports = found === '' ? lost() : load(found)
      if (found === '' || found in stubs) lacking[from] = true
      if (typeof success === 'function') success(exports)
      return exports
    }
    require.async = request => {
      const { promise, resolve, reject } = deferred()
      const found = host.resolve(String(request), from)
      host.later(() => {
        if (found === '') reject(new RealError(`module '${request}' is not defined`))
        else resolve(load(found))
      })
      return promise
    }
    return require
  }

  /** As on the phone, there is no `eval`. What libraries make with `Function` works. */
  function ProgramFunction(...args) {
    const texts = args.map(String)
    const body = texts.length === 0 ? '' : texts.pop()
    return host.compileFunction(texts.join(','), body)
  }
  const functionPrototype = Function.prototype
  defineProperty(ProgramFunction, 'name', { value: 'Function' })
  defineProperty(ProgramFunction, 'prototype', { value: functionPrototype, writable: false })
  defineProperty(functionPrototype, 'constructor', {
    value: ProgramFunction,
    configurable: true,
    writable: true,
  })
  defineProperty(program, 'Function', { value: ProgramFunction, configurable: true, writable: true })

  // Timers and chance: the same in each run.
  const timer = (work, args) => () => call(work, undefined, args)
  program.setTimeout = function setTimeout(work, ms, ...args) {
    return host.setTimer(timer(work, args), Number(ms) || 0, false)
  }
  program.setInterval = function setInterval(work, ms, ...args) {
    return host.setTimer(timer(work, args), Number(ms) || 0, true)
  }
  program.clearTimeout = function clearTimeout(id) {
    host.clearTimer(Number(id))
  }
  program.clearInterval = function clearInterval(id) {
    host.clearTimer(Number(id))
  }
  program.queueMicrotask = function queueMicrotask(work) {
    RealPromise.resolve().then(() => call(work, undefined, []))
  }

  let seed = host.seed
  Math.random = function random() {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  function word(value) {
    if (typeof value === 'string') return value
    try {
      const text = isThing(value) && !(value instanceof RealError) ? JSON.stringify(value) : undefined
      return text === undefined ? String(value) : text
    } catch {
      return '[object]'
    }
  }
  const console = {}
  for (const level of [
    'log',
    'info',
    'warn',
    'error',
    'debug',
    'trace',
    'group',
    'groupEnd',
    'time',
    'timeEnd',
    'table',
    'dir',
    'assert',
  ]) {
    console[level] = wrap(args => host.log(level, args.map(word).join(' ')), level)
  }
  defineProperty(program, 'console', { value: console, configurable: true, writable: true })

  program.global = globalThis
  program.__wxConfig = { envVersion: 'develop', platform: 'devtools' }
  // Node has these, a phone does not.
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name]
  // Node 20 does not have these: a program does the same on every Node.
  const iterators = getPrototypeOf(getPrototypeOf([].values()))
  for (const [owner, names] of [
    [globalThis, 'Iterator DisposableStack AsyncDisposableStack SuppressedError Float16Array Temporal'],
    [Object, 'groupBy'],
    [Promise, 'withResolvers try'],
    [Array, 'fromAsync'],
    [Map, 'groupBy'],
    [RegExp, 'escape'],
    [Error, 'isError'],
    [Math, 'f16round sumPrecise'],
    [JSON, 'rawJSON isRawJSON'],
    [Uint8Array, 'fromBase64 fromHex'],
    [Uint8Array.prototype, 'toBase64 toHex setFromBase64 setFromHex'],
    [ArrayBuffer.prototype, 'transfer transferToFixedLength detached'],
    [DataView.prototype, 'getFloat16 setFloat16'],
    [Map.prototype, 'getOrInsert getOrInsertComputed'],
    [WeakMap.prototype, 'getOrInsert getOrInsertComputed'],
    [
      Set.prototype,
      'union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom',
    ],
    [iterators, 'map filter take drop flatMap reduce toArray forEach some every find'],
    [Intl, 'DurationFormat'],
  ])
    for (const name of names.split(' ')) deleteProperty(owner, name)
  // As in a Mini Program, where each module has them as empty parameters.
  for (const name of [
    'window',
    'document',
    'location',
    'navigator',
    'localStorage',
    'XMLHttpRequest',
    'WebSocket',
  ]) {
    program[name] = undefined
  }
  program.getRegExp = function getRegExp(source, flags) {
    return new RegExp(source, flags)
  }
  program.getDate = function getDate(...args) {
    return construct(program.Date, args)
  }

  function eventChannel(events) {
    function end() {
      const listeners = create(null)
      const all = name => (listeners[name] === undefined ? [] : listeners[name].slice())
      return {
        listeners,
        channel: {
          on(name, listener) {
            listeners[name] = [...all(name), { listener, once: false }]
          },
          once(name, listener) {
            listeners[name] = [...all(name), { listener, once: true }]
          },
          off(name, listener) {
            listeners[name] = listener === undefined ? [] : all(name).filter(one => one.listener !== listener)
          },
        },
      }
    }
    const opener = end()
    const opened = end()
    const emitTo =
      to =>
      (name, ...args) => {
        const heard = to.listeners[name]
        if (heard === undefined) return
        to.listeners[name] = heard.filter(one => !one.once)
        for (const { listener } of heard) call(listener, to.channel, args)
      }
    opener.channel.emit = emitTo(opened)
    opened.channel.emit = emitTo(opener)
    if (isThing(events)) for (const name of Object.keys(events)) opener.channel.on(name, events[name])
    return { opener: opener.channel, opened: opened.channel }
  }

  return {
    Object,
    Array,
    Promise: RealPromise,
    wrap,
    functions,
    copy,
    deferred,
    call,
    inert,
    lost,
    guess: hints => guess(copy(hints)),
    load,
    lacksModules: file => file in lacking,
    eventChannel,
    error: message => new RealError(message),
    isOwnThrow: value => !isThing(value) || !isForeign(value),
    isOwnPromise: value => value instanceof RealPromise,
    define: (name, value) => {
      program[name] = value
    },
  }
}
