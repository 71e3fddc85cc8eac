import { posix } from 'node:path'
import type { Catalogue } from '../../../catalogue/catalogue.ts'
import type { ProfileStore } from '../../../emulator/ports.ts'
import { WxauthError } from '../../../faults.ts'
import { hostOf, type RunningProcess } from '../../../locks/host.ts'
import type { RejectionSource } from '../../../pages/context/rejections.ts'
import { type Edition, editionNamed } from '../../../pages/edition.ts'
import type { ShownElement } from '../../../pages/engine/shown.ts'
import { parseUrl } from '../../../pages/engine/stack.ts'
import { createHost } from '../../../pages/host/create.ts'
import { type Launch, launchProgram, type PreparedProgram, prepareProgram } from '../../../pages/launch.ts'
import type { HostEvent } from '../../../pages/ports.ts'
import { declaredProgram } from '../../../pages/source/program.ts'
import { elementsAt, inputIn, parseTarget } from '../../../pages/target.ts'
import { answersOf } from '../../../session/answers.ts'
import { confStore } from '../../../store/conf-store.ts'
import { memoryStore } from '../../../store/memory-store.ts'
import { nearest } from '../../../text/nearest.ts'
import type { Order, RunEnd, Step } from '../conversation.ts'
import { type MainThread, mainThread, type Port } from './main-thread.ts'
import { shownNow } from './shown.ts'
import { type RunUser, runUser } from './user.ts'

/** The part of Node's process that a run uses. */
export type HostProcess = RunningProcess & RejectionSource

/** Runs the program as it was ordered, and says everything that happens. */
export async function play(order: Order, port: Port, hostProcess: HostProcess): Promise<void> {
  const thread = mainThread(port)
  try {
    const prepared = prepareProgram(order.directory)
    const entry = entryOf(order, prepared, thread)
    thread.say({ type: 'loaded', app: prepared.program.app, ...entry })
    await playPage(order, { prepared, entry, thread, hostProcess })
  } catch (error) {
    thread.say(failureOf(error))
  }
}

interface Entry {
  readonly page: string
  readonly query: Readonly<Record<string, string>>
}

/** @throws WxauthError ERR_NO_PAGE, ERR_UNKNOWN_PAGE */
function entryOf({ page, query }: Order, { program }: PreparedProgram, thread: MainThread): Entry {
  const routes = program.config.pages.map(({ route }) => route)
  const path = posix.join(program.app.root, 'app.json')
  const first = page ?? routes[0]
  if (first === undefined || !routes.some(route => program.units.page(route) !== undefined)) {
    // They say why no page can be opened.
    thread.say({ type: 'notices', notices: program.notices.all() })
    throw new WxauthError('ERR_NO_PAGE', { path })
  }
  const asked = parseUrl(first, undefined)
  if (!routes.includes(asked.route))
    throw new WxauthError('ERR_UNKNOWN_PAGE', { page: first, path, near: nearest(asked.route, routes) })
  return { page: asked.route, query: { ...asked.query, ...query } }
}

interface Parts {
  readonly prepared: PreparedProgram
  readonly entry: Entry
  readonly thread: MainThread
  readonly hostProcess: HostProcess
}

async function playPage(order: Order, parts: Parts): Promise<void> {
  const { entry, thread } = parts
  let stop = (_: RunEnd) => {}
  const stopped = new Promise<RunEnd>(resolve => {
    stop = resolve
  })
  let fail = (_: unknown) => {}
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  const user = runUser(order, thread, stop)
  const launch = launchWith(order, { ...parts, edition: await editionNamed(order.edition) }, user, fail)
  const end = await Promise.race([perform(order, entry, launch, user, thread), stopped, failed])
  thread.say({
    type: 'ended',
    end,
    shown: shownNow(launch),
    errors: launch.errors(),
    notices: launch.notices(),
    unused: user.unused(),
  })
}

function launchWith(
  order: Order,
  { prepared, thread, hostProcess, edition }: Parts & { readonly edition: Edition },
  user: RunUser,
  fail: (error: unknown) => void,
): Launch {
  const { notices } = prepared.program
  let noticed = 0
  function notice(): void {
    const all = notices.all()
    if (all.length > noticed) thread.say({ type: 'noticed', notices: all })
    noticed = all.length
  }
  notice()
  const { catalogue } = edition
  return launchProgram({
    prepared,
    host: parts =>
      createHost(
        {
          app: declaredProgram(prepared.program),
          ...edition,
          store: storeOf(order, catalogue, hostProcess),
          answers: answersOf(catalogue),
          prompter: user.prompter,
          visitor: user.visitor,
          user: user.answers,
          storage: order.storage,
          fixtures: order.fixtures,
          language: order.language,
          edition: order.edition,
          onFault: fail,
        },
        parts,
      ),
    rejections: hostProcess,
    observe(event: HostEvent) {
      notice()
      thread.say({ type: 'event', event })
    },
    log: (level, text) => thread.say({ type: 'console', level, text }),
  })
}

function storeOf({ profile }: Order, catalogue: Catalogue, hostProcess: HostProcess): ProfileStore {
  if (profile === undefined) return memoryStore()
  const { name, directory, patience } = profile
  const options = { name, directory, catalogue, host: hostOf(hostProcess) }
  return confStore({ ...options, ...(patience === undefined ? {} : { patience }) })
}

/** Opens the page, and does what the flags or the person say. */
async function perform(
  order: Order,
  { page, query }: Entry,
  launch: Launch,
  user: RunUser,
  thread: MainThread,
): Promise<RunEnd> {
  if (!(await launch.open(page, query)) || launch.stack.shown() === undefined)
    return { kind: 'not-opened', page }
  for (const step of order.steps) {
    const element = elementOf(step, launch, thread)
    if (element === undefined) return { kind: 'no-target', step }
    await takeStep(step.kind === 'tap' ? undefined : step.text, element, launch, user)
  }
  if (order.isInteractive) await followPerson(launch, user, thread)
  return { kind: 'done' }
}

/** @param text what is typed into the element; without it, it is tapped */
function takeStep(
  text: string | undefined,
  element: ShownElement,
  launch: Launch,
  user: RunUser,
): Promise<void> {
  user.stepBegins()
  return text === undefined ? launch.tap(element) : launch.input(element, text)
}

function elementOf(step: Step, launch: Launch, thread: MainThread): ShownElement | undefined {
  const elements = elementsAt(parseTarget(step.target), launch.elements())
  const usable =
    step.kind === 'tap'
      ? elements.filter(({ isDisabled }) => !isDisabled)
      : [...new Set(elements.flatMap(element => inputIn(element) ?? []))]
  const [first] = usable
  if (first !== undefined && usable.length > 1)
    thread.say({ type: 'several', target: step.target, count: usable.length, at: first.place })
  return first
}

/** The person says what comes next, until they leave. */
async function followPerson(launch: Launch, user: RunUser, thread: MainThread): Promise<void> {
  for (;;) {
    const shown = shownNow(launch)
    if (shown === undefined) return
    const next = thread.wait(['tap', 'input', 'back', 'leave'])
    thread.say({ type: 'idle', shown })
    const message = await next
    if (message.type === 'leave') return
    if (message.type === 'back') {
      user.stepBegins()
      await launch.back()
      continue
    }
    const element = launch.elements().find(({ number }) => number === message.number)
    if (element === undefined) continue
    await takeStep(message.type === 'input' ? message.text : undefined, element, launch, user)
  }
}

function failureOf(error: unknown) {
  if (error instanceof WxauthError) return { type: 'fault', code: error.code, facts: error.facts } as const
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  return { type: 'defect', message, stack } as const
}
