import { posix } from 'node:path'
import { type EditionLayers, mostPrivateInfos } from '../catalogue/layers.ts'
import type { MiniProgram } from '../emulator/ports.ts'
import { isOfPage, lastTap, type Path, type Tap } from '../explore/path.ts'
import type { Observation, Runner, Stack } from '../explore/ports.ts'
import { plainWord } from '../pages/context/plain.ts'
import type { ShownElement } from '../pages/engine/shown.ts'
import { wayTo } from '../pages/engine/ways.ts'
import { createHost, type HostOptions, type RunningHost } from '../pages/host/create.ts'
import { type Launch, launchProgram } from '../pages/launch.ts'
import type { HostParts } from '../pages/ports.ts'
import { declaredProgram } from '../pages/source/program.ts'
import { flat } from '../pages/target.ts'
import { answersOf } from '../session/answers.ts'
import { memoryStore } from '../store/memory-store.ts'
import { pathUser } from './answers.ts'
import { isDenied, isGuarded, isWithin } from './calls.ts'
import { elementAt, listenedElements, tappedFor } from './elements.ts'
import type { CallDraft, ChoiceDraft, PathLog } from './log.ts'
import { createOrigins } from './origins.ts'
import type { Playing } from './playing.ts'
import { type PromiseWatch, watchPromises } from './promises.ts'
import { startProfile, statesIn } from './start-profile.ts'
import { stateOf } from './state.ts'
import { watchPath } from './watch.ts'

/** Plays paths on the real program: each in a fresh launch, with a user who decides as the path says. */
export function createRunner(playing: Playing): Runner {
  return { play: path => playPath(playing, path) }
}

/** The same question so often, without a tap, never ends. */
const mostTimes = 5
/** Shorter than for a single run: a program that never comes to rest must not hold up all others. */
const limits = { horizon: 20_000, turns: 1000 }
/** No user goes on for so long. */
const mostChoices = 30

async function playPath(playing: Playing, path: Path): Promise<Observation> {
  const { prepared, catalogue, rejections, scriptOf, isLibrary } = playing
  const { program } = prepared
  const declared = declaredProgram(program)
  const origins = createOrigins(program, scriptOf)
  const store = memoryStore(startProfile(path.start, catalogue, program.app))
  let ended: Observation['ended'] = 'idle'
  let promises: PromiseWatch | undefined

  const watch = watchPath({
    catalogue,
    scriptOf,
    origins,
    look: () => lookOf(launch),
    elements: () => launch.elements(),
    hears: (element, method) => launch.hears(element, method),
    now: () => launch.clock.now(),
  })
  const { log } = watch

  const user = pathUser({
    path,
    fixed: playing.fixed,
    scopes: playing.scopes,
    next: watch.next,
    decided: watch.decided,
    state: () =>
      stateOf({
        launch,
        log,
        stored: () => launch.host.storage.all(),
        states: () => statesIn(store.read(), program.app.appid),
        turn: watch.turn(),
        waiting: waitingIn(promises, origins.ofError),
      }),
    isEnough(choice) {
      if (log.choices.length > mostChoices) ended = 'too-long'
      else if (timesAsked(choice, log) > mostTimes) ended = 'asked-again'
      return ended !== 'idle'
    },
    enough: () => launch.clock.stop(),
  })

  const launch: Launch<RunningHost> = launchProgram({
    prepared,
    host: (parts: HostParts) =>
      createHost(hostOptions(), { ...parts, realm: { ...parts.realm, caller: origins.caller } }),
    rejections,
    bind: origins.bind,
    limits,
    returned: promise => promises?.returned(promise),
    goesOn: watch.goesOn,
    lost: () => log.add({ kind: 'lost' }),
    rejected(promise) {
      const trouble = watch.thrown()
      if (trouble !== undefined) promises?.rejected(promise, () => log.takeBack(trouble))
    },
    observe(event) {
      if (event.kind === 'called') noteUndeclared(event.api)
      watch.observe(event)
      playing.observe?.(event)
    },
  })

  /** The search goes on as if app.json named it. */
  function noteUndeclared(api: string): void {
    const { privateInfo } = catalogue.layersOf(api as keyof EditionLayers)
    if (privateInfo === undefined || declared.declares.requiredPrivateInfos.includes(privateInfo)) return
    const file = posix.join(program.app.root, 'app.json')
    program.notices.add({ code: 'private-info-missing', subject: privateInfo, file })
  }

  function hostOptions(): HostOptions {
    return {
      app: completed(declared),
      catalogue,
      ...(playing.today === undefined ? {} : { today: playing.today }),
      store,
      answers: answersOf(catalogue),
      prompter: { ask: user.popup },
      visitor: { visit: user.settings },
      user: {
        modal: user.modal,
        sheet: user.sheet,
        pick: (api: string) => (isGuarded(catalogue, `wx.${api}`) ? user.pick() : usualPick(playing)),
      },
      storage: playing.storage,
      fixtures: playing.fixtures,
      guess: path.data === 'guessed' ? playing.hints : undefined,
      // What a program hides from phones is for its developers.
      platform: 'ios' as const,
      // A page is opened by itself here, but users of most come from another.
      isOpenedFromPage: !isFirst(path.unit.page),
      language: playing.language,
      edition: playing.edition,
      follow: watch.follow,
      onFault: playing.onFault,
    }
  }

  function isFirst(page: string): boolean {
    const { pages, tabs } = program.config
    return page === pages[0]?.route || tabs.some(({ route }) => route === page)
  }

  promises = watchPromises(launch.isOwnPromise)
  try {
    if (!(await opens())) return observed('not-opened')
    stepEnds()
    for (const tap of path.unit.taps) {
      if (ended !== 'idle') break
      if (!(await takeTap(tap))) return observed('not-shown')
    }
    const again = lastTap(path.unit)
    if (again !== undefined && ended === 'idle') await takeTap(again)
    return observed(ended)
  } finally {
    playing.finished?.(launch)
    promises.end()
    launch.clock.stop()
  }

  /** A page without its script is no page. */
  async function opens(): Promise<boolean> {
    const isOpen = await launch.open(path.unit.page, playing.query)
    const own = launch.stack.all().find(({ route }) => route === path.unit.page)
    return isOpen && launch.stack.shown() !== undefined && own?.engine.isDefined !== false
  }

  async function takeTap(tap: Tap): Promise<boolean> {
    const { handler, at, isLast } = tap
    const element = at === null ? undefined : elementAt(launch.elements(), { handler, at, isLast })
    const events = element?.handlers.filter(({ name }) => name === handler).map(({ event }) => event) ?? []
    const event = events.find(one => element !== undefined && tappedFor(element, one) !== undefined)
    const target = element === undefined || event === undefined ? undefined : tappedFor(element, event)
    if (at !== null && target === undefined) return false
    const own = target === element ? event : undefined
    const way = target === undefined || own === undefined ? 'tap' : wayTo(target, own)
    watch.tapBegins()
    log.add({
      kind: 'tapped',
      handler,
      at,
      // What a component tells of comes from something in it: that is what the user touches.
      text: target === undefined ? '' : flat(target.text).slice(0, 60),
      ...(target === undefined ? {} : { tag: target.tag }),
      ...(way === 'tap' ? {} : { how: way }),
    })
    await doneTo(target, tap, own)
    stepEnds()
    return true
  }

  function doneTo(target: ShownElement | undefined, tap: Tap, event: string | undefined): Promise<void> {
    if (target !== undefined) return launch.tap(target, event)
    return isOfPage(tap) ? launch.happen(tap.handler) : launch.invoke(tap.handler)
  }

  function stepEnds(): void {
    watch.stepEnds()
    log.view({
      turn: watch.turn(),
      elements: listenedElements(launch.elements(), launch.hears, isLibrary),
      ofPage: launch.pageEvents(),
    })
  }

  function observed(how: Observation['ended']): Observation {
    origins.reset()
    if (how === 'idle') addUnsettled(log, waitingIn(promises, origins.ofError))
    const parts = log.finish()
    const elements = parts.views.at(-1)?.elements ?? []
    const bound = new Set(elements.flatMap(({ listens }) => listens.map(({ handler }) => handler)))
    const used = playing.usedIn(path.unit.page)
    const isUnbound = (name: string) => !lifecycles.has(name) && !bound.has(name) && !used.has(name)
    const isOwn = launch.stack.shown()?.route === path.unit.page
    return {
      path: { ...path, decisions: user.decisions() },
      ...parts,
      unbound: isOwn ? launch.methods().filter(isUnbound) : [],
      text: launch.text(),
      ended: how,
    }
  }
}

/** What app.json lacks is told once; the search goes on as if it were there. */
function completed(app: Required<MiniProgram>): MiniProgram {
  const { requiredPrivateInfos: named } = app.declares
  return {
    ...app,
    purposes: { 'scope.userLocation': '-', ...app.purposes },
    declares: {
      requiredPrivateInfos: named.includes('getFuzzyLocation') ? named : mostPrivateInfos,
      requiredBackgroundModes: ['location'],
    },
  }
}

const usualPick = ({ fixed }: Playing) => fixed.pick?.[0] ?? 'ok'

function timesAsked(choice: ChoiceDraft, { choices }: PathLog): number {
  const [own] = choice.stack
  return choices.filter(
    ({ kind, turn, stack: [other] }) =>
      kind === choice.kind &&
      turn === choice.turn &&
      own?.file === other?.file &&
      own?.line === other?.line &&
      own?.column === other?.column,
  ).length
}

function waitingIn(promises: PromiseWatch | undefined, ofError: (error: Error) => Stack): readonly Stack[] {
  return (
    promises
      ?.waiting()
      .map(ofError)
      .filter(stack => stack.length > 0) ?? []
  )
}

/** A promise that somebody waits for, and that only a call could have settled that was denied instead: each its own. */
function addUnsettled(log: PathLog, waiting: readonly Stack[]): void {
  const taken = new Set<CallDraft>()
  for (const stack of waiting) {
    const call = log.calls.find(call => isDenied(call) && !taken.has(call) && isWithin(call.stack, stack))
    if (call === undefined) continue
    taken.add(call)
    log.add({ kind: 'trouble', of: { kind: 'unsettled', stack, turn: call.turn, call } })
  }
}

/** What a person sees of the page: its elements with all that is written on them. */
function lookOf(launch: Launch): string {
  const words = launch
    .elements()
    .map(({ tag, id, classes, attributes, handlers }) => [
      tag,
      id,
      classes,
      launch.realm.plain(attributes),
      handlers.map(({ event, name }) => `${event} ${name}`),
    ])
  return `${launch.stack.shown()?.route} ${launch.text()} ${plainWord(words)}`
}

const lifecycles = new Set([
  'onLoad',
  'onShow',
  'onReady',
  'onHide',
  'onUnload',
  'onRouteDone',
  'onPullDownRefresh',
  'onReachBottom',
  'onShareAppMessage',
  'onShareTimeline',
  'onAddToFavorites',
  'onPageScroll',
  'onResize',
  'onTabItemTap',
  'onSaveExitState',
])
