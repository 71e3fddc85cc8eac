import { posix } from 'node:path'
import { type Bind, type ClockLimits, createClock } from './clock.ts'
import { templateCompiler } from './context/assets.ts'
import { createProgramContext } from './context/create.ts'
import { programError } from './context/errors.ts'
import { type RejectionSource, watchRejections } from './context/rejections.ts'
import { programScripts, type Scripts } from './context/scripts.ts'
import { watchAppearing } from './engine/appearing.ts'
import { easelEngine } from './engine/easel-engine.ts'
import { createGestures, type Gestures } from './engine/gestures.ts'
import { eventsOfPage, tabOf } from './engine/page-events.ts'
import type { PageEngine } from './engine/port.ts'
import { type ShownElement, shownElements, textOf } from './engine/shown.ts'
import { createStack, type LivePageStack, parseUrl } from './engine/stack.ts'
import { createTabBar } from './engine/tab-bar.ts'
import { usualEvent, wayTo } from './engine/ways.ts'
import type {
  AppEntry,
  Clock,
  ContextRealm,
  Host,
  HostEvent,
  HostParts,
  NavigationFailure,
  Notice,
  Phase,
  ProgramError,
} from './ports.ts'
import { openProgram, type Program } from './source/program.ts'

/** A program that is read once, for any number of launches. */
export interface PreparedProgram {
  readonly program: Program
  readonly scripts: Scripts
}

/** @throws WxauthError ERR_PROJECT_MISSING, ERR_FRAMEWORK_SOURCE */
export function prepareProgram(directory: string): PreparedProgram {
  const program = openProgram(directory, templateCompiler())
  return { program, scripts: programScripts(program) }
}

export interface LaunchOptions<H extends Host = Host> {
  readonly prepared: PreparedProgram
  readonly host: (parts: HostParts) => H
  /** Where rejections that nobody caught are heard of: the process, or a worker's. */
  readonly rejections: RejectionSource
  readonly observe?: ((event: HostEvent) => void) | undefined
  readonly log?: ((level: string, text: string) => void) | undefined
  /** How long one step may take. */
  readonly limits?: ClockLimits | undefined
  /** Ties what the program does later to what it does now. */
  readonly bind?: Bind | undefined
  /** A promise that a handler, a lifecycle or a callback of the program returned. */
  readonly returned?: ((promise: object) => void) | undefined
  /** The program called something of a module or component that is not there. */
  readonly lost?: (() => void) | undefined
  /** A step of the user goes on: the finger that presses leaves. */
  readonly goesOn?: (() => void) | undefined
  /** A promise was rejected, and nobody has caught it so far: it is the last of the errors. */
  readonly rejected?: ((promise: object) => void) | undefined
}

/** A program that runs. */
export interface Launch<H extends Host = Host> {
  readonly clock: Clock
  readonly realm: ContextRealm
  readonly stack: LivePageStack
  readonly host: H
  /** Opens a page as the first one, after `App.onLaunch`. @returns whether it could be opened; if not, notices and errors say why */
  readonly open: (route: string, query?: Readonly<Record<string, string>>) => Promise<boolean>
  /** Makes an event of the element come, as a person does: a tap, or a long press where nothing else is listened to. */
  readonly tap: (element: ShownElement, event?: string) => Promise<void>
  /** Calls a method of the shown page as a tap would, although no element names it. */
  readonly invoke: (method: string) => Promise<void>
  /** The user goes back to the page below, if there is one. */
  readonly back: () => Promise<void>
  /** What the user can do with the shown page as a whole, by the names of its handlers. */
  readonly pageEvents: () => readonly string[]
  readonly happen: (pageEvent: string) => Promise<void>
  /** Names of the functions that the shown page defines. */
  readonly methods: () => readonly string[]
  /** Whether the page or component that an element is written in has a method of this name, or may have it. */
  readonly hears: (element: ShownElement, method: string) => boolean
  /** What `getApp` returns. */
  readonly app: () => object | undefined
  readonly isOwnPromise: (value: unknown) => boolean
  readonly input: (element: ShownElement, value: string) => Promise<void>
  /** What is shown now, from outside to inside. */
  readonly elements: () => readonly ShownElement[]
  readonly text: () => string
  readonly data: () => unknown
  readonly errors: () => readonly ProgramError[]
  readonly notices: () => readonly Notice[]
  /** Runs whatever the program still has to do. */
  readonly idle: () => Promise<void>
  /** The user leaves the program, and comes back. */
  readonly hide: () => Promise<void>
  readonly show: () => Promise<void>
}

/** What a program learns about how it was opened, besides the page. */
const usualEntry = { scene: 1001, shareTicket: '', referrerInfo: {}, apiCategory: 'default' }

/** From here on after a step, an error belongs to a timer. */
const laterFrom = 100

export function launchProgram<H extends Host>(options: LaunchOptions<H>): Launch<H> {
  const { program, scripts } = options.prepared
  const errors: ProgramError[] = []
  let step: { readonly phase: Phase; readonly since: number } = { phase: 'launch', since: 0 }
  let isReadyDue = false
  let entry: AppEntry = { path: '', query: {} }

  const clock = createClock(
    () => orElse(() => appearing.check(), undefined),
    () => {
      const file = program.units.page(stack.shown()?.route ?? '')?.script
      program.notices.add({ code: 'too-many-turns', ...(file === undefined ? {} : { file }) })
    },
    { bind: options.bind, limits: options.limits },
  )
  const context = createProgramContext({
    program,
    scripts,
    clock,
    threw,
    log: options.log,
    returned: options.returned,
    lostCalled: options.lost,
  })
  const { realm, inside } = context

  function report(reason: unknown, kind: 'exception' | 'rejection'): void {
    const phase = clock.now() - step.since > laterFrom ? 'later' : step.phase
    const thrown = programError(reason, kind, phase, program)
    const place = thrown.place ?? host.failedAt(reason)
    // What `wx` rejects with has no stack: its call is where it came from.
    const through = place === undefined || thrown.place !== undefined ? thrown.through : [place]
    const error = { ...thrown, place, through }
    errors.push(error)
    options.observe?.({ kind: 'error', error, at: error.place })
  }

  let isHearing = false
  function threw(reason: unknown): void {
    report(reason, 'exception')
    // What onError itself throws is not told to it.
    if (isHearing) return
    isHearing = true
    tell('onError', 'Error', errors.at(-1)?.message ?? '')
    isHearing = false
  }

  let hasFailedInside = false
  /** A program may replace what the engine works with, such as methods of lists: what fails then is its error, told once. */
  function orElse<T>(work: () => T, otherwise: T): T {
    try {
      return work()
    } catch (error) {
      if (!inside.isOwnThrow(error)) throw error
      if (!hasFailedInside) {
        hasFailedInside = true
        report(error, 'exception')
      }
      return otherwise
    }
  }

  /** An error of the program, and a rejection, are told to those who listen for them. */
  function tell(method: string, event: string, detail: unknown): void {
    engine.callApp(method, [detail])
    host.emit(event, detail)
  }

  const engine: PageEngine = easelEngine({
    program,
    scripts,
    context,
    threw,
    attached() {
      if (isReadyDue) return
      isReadyDue = true
      clock.later(() => {
        isReadyDue = false
        engine.readyAll()
      })
    },
    madeAppearing: () => appearing.made(),
    pages: () => stack.pages().map(page => page.instance),
    tabBarOf: instance =>
      (stack.all().find(page => page.instance === instance) ?? stack.shown())?.tabBar?.instance,
    channelOf: instance => stack.all().find(page => page.instance === instance)?.channel,
  })
  const stack = createStack({
    engine,
    program,
    opened: ({ route, query }) => options.observe?.({ kind: 'opened', page: route, query }),
    emptyChannel: () => realm.eventChannel(undefined).opened,
  })
  const host = options.host({
    realm,
    clock,
    stack,
    observe: event => options.observe?.(event),
    notice: program.notices.add,
    entry: () => entry,
  })
  inside.define('wx', host.wx)
  const appearing = watchAppearing({ elements, engine, host })
  const tabBar = createTabBar({ config: program.config, stack, engine, copy: realm.copy })
  const gestures: Gestures = createGestures({
    engine,
    host,
    clock,
    stack,
    elements,
    tabBar,
    observe: event => options.observe?.(event),
    notice: program.notices.add,
    goesOn() {
      begin('tap')
      options.goesOn?.()
    },
  })
  function rejected(reason: unknown, promise: object): void {
    report(reason, 'rejection')
    options.rejected?.(promise)
    clock.later(() => {
      const detail = Object.assign(new realm.Object(), { reason, promise })
      tell('onUnhandledRejection', 'UnhandledRejection', detail)
    })
  }

  /** Only while the program runs, others may listen at other times. */
  async function run(): Promise<void> {
    const unwatch = watchRejections(options.rejections, { owns: inside.isOwnPromise, hear: rejected })
    try {
      await clock.run()
    } finally {
      unwatch()
    }
  }

  function begin(phase: Phase): void {
    step = { phase, since: clock.now() }
  }

  async function perform(phase: Phase, work: () => void): Promise<void> {
    clock.later(() => {
      begin(phase)
      orElse(work, undefined)
    })
    await run()
    orElse(engine.forget, undefined)
  }

  function nodes() {
    const page = stack.shown()
    return page === undefined ? [] : [...page.engine.nodes(), ...(page.tabBar?.nodes() ?? tabBar.nodes())]
  }

  function elements(): readonly ShownElement[] {
    return orElse(() => shownElements(nodes(), program.templates.place), [])
  }

  let isLaunched = false
  function launchApp(route: string, query: Readonly<Record<string, string>>): void {
    if (isLaunched) return
    isLaunched = true
    entry = { path: route, query }
    const script = ['app.js', 'app.ts']
      .map(name => posix.join(program.app.root, name))
      .find(program.files.isFile)
    engine.defineApp(script)
    engine.callApp('onLaunch', [entryDetail()])
    showApp()
  }

  const entryDetail = () => realm.copy({ ...usualEntry, ...entry })

  function showApp(): void {
    engine.callApp('onShow', [entryDetail()])
    host.emit('AppShow', entryDetail())
  }

  function input(element: ShownElement, value: string): Promise<void> {
    options.observe?.({ kind: 'input', text: element.text, value, at: element.place })
    return perform('tap', () => gestures.input(element, value))
  }

  return {
    clock,
    realm,
    stack,
    host,
    async open(url, query = {}) {
      const asked = parseUrl(url, undefined)
      const all = { ...asked.query, ...query }
      if (program.units.page(asked.route) === undefined) return false
      await perform('launch', () => launchApp(asked.route, all))
      let failure: NavigationFailure | undefined
      await perform('open', () => {
        failure = stack.navigate('reLaunch', `/${asked.route}`, undefined, all)
      })
      return failure === undefined
    },
    tap(element, event = usualEvent(element)) {
      const way = wayTo(element, event)
      if (way === 'type') return input(element, anyText)
      options.observe?.({
        kind: 'tapped',
        ...(way === 'tap' ? {} : { how: way }),
        text: element.text,
        handler: handlerOf(element, way === 'tap' ? 'tap' : event),
        at: element.place,
      })
      return perform('tap', () => gestures[way](element, event))
    },
    invoke(method) {
      options.observe?.({ kind: 'tapped', text: '', handler: method })
      return perform('tap', () => {
        host.tapped()
        const event = {
          type: 'tap',
          timeStamp: 0,
          target: { dataset: {} },
          currentTarget: { dataset: {} },
          detail: {},
        }
        engine.callMethod(stack.shown()?.instance ?? {}, method, [realm.copy(event)])
      })
    },
    back: () =>
      perform('tap', () => {
        const below = stack.pages().at(-2)
        if (below === undefined) return
        options.observe?.({ kind: 'navigated', how: 'navigateBack', page: below.route })
        stack.back(1)
      }),
    pageEvents: () => eventsOfPage(stack.shown(), engine, program),
    happen(name) {
      const { route = '', instance = {} } = stack.shown() ?? {}
      options.observe?.({ kind: 'tapped', how: 'move', text: '', handler: name })
      return perform('tap', () => {
        if (name === 'onTabItemTap') host.tapped()
        engine.callMethod(instance, name, [realm.copy(tabOf(route, program))])
      })
    },
    methods: () => engine.methodsOf(stack.shown()?.instance ?? {}),
    hears: (element, method) => engine.hears(element.number, method),
    app: engine.app,
    isOwnPromise: inside.isOwnPromise,
    input,
    elements,
    text: () => orElse(() => textOf(nodes()), ''),
    data: () => orElse(() => realm.plain(stack.shown()?.engine.data()), undefined),
    errors: () => [...errors],
    notices: program.notices.all,
    hide: () =>
      perform('tap', () => {
        stack.cover()
        engine.callApp('onHide', [])
        host.emit('AppHide', undefined)
      }),
    show: () =>
      perform('tap', () => {
        showApp()
        stack.uncover()
      }),
    idle: run,
  }
}

/** What a person types who may type anything. */
const anyText = '1'

/** The handler that an event of the element reaches first. */
function handlerOf(element: ShownElement, wanted: string): string | undefined {
  for (let one: ShownElement | undefined = element; one !== undefined; one = one.parent) {
    const handler = one.handlers.find(({ event, isCapture }) => event === wanted && !isCapture)
    // Data may name the handler, and name none.
    if (handler !== undefined) return handler.name || undefined
  }
  return undefined
}
