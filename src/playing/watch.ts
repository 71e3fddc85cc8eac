import type { ScopeName } from '../catalogue/names.ts'
import type { EmulatorEvent } from '../emulator/events.ts'
import type { Call, Stack } from '../explore/ports.ts'
import type { ShownElement } from '../pages/engine/shown.ts'
import type { Follower } from '../pages/host/follower.ts'
import type { Opening } from '../pages/host/user.ts'
import type { HostEvent, Place } from '../pages/ports.ts'
import { type CallEnd, callBehind, callDraft, endOf, isGuarded, settle } from './calls.ts'
import { type CallDraft, type ChoiceDraft, createLog, type PathLog } from './log.ts'
import type { Origins } from './origins.ts'
import type { Playing } from './playing.ts'

interface Parts extends Pick<Playing, 'catalogue' | 'scriptOf'> {
  readonly origins: Origins
  /** What the page shows now, as one word. */
  readonly look: () => string
  readonly elements: () => readonly ShownElement[]
  readonly hears: (element: ShownElement, method: string) => boolean
  readonly now: () => number
}

/** Writes down what happens on a path. */
export interface PathWatch {
  readonly log: PathLog
  readonly observe: (event: HostEvent) => void
  readonly follow: Follower
  /** What opened first of all that is still open. */
  readonly next: () => ChoiceDraft | undefined
  readonly decided: (choice: ChoiceDraft) => void
  readonly turn: () => number
  /** What the last error is to the path; `undefined` if it is nothing to it. */
  readonly thrown: () => PathLog['troubles'][number] | undefined
  readonly tapBegins: () => void
  /** What comes now is what the user does, and no answer of the program. */
  readonly goesOn: () => void
  readonly stepEnds: () => void
}

/** From here on after a step, a call belongs to a timer. */
const laterFrom = 100

/** Reasons that are errors of the program's own code, by the names that the language gives them. */
const ownError = /^(Type|Reference|Range|Syntax|URI|Eval)Error\b/

export function watchPath(parts: Parts): PathWatch {
  const { catalogue, scriptOf, origins, look, elements, hears, now } = parts
  const log = createLog()
  const byNumber = new Map<number, CallDraft>()
  const guarded = new WeakMap<object, CallDraft>()
  const open: ChoiceDraft[] = []
  let phase: Call['phase'] = 'launch'
  let turn = 0
  let since = 0
  let isListening = false
  let isPrivacyRefused = false
  let recorder: { readonly call: CallDraft; readonly at: number } | undefined
  let looked: string | undefined
  let thrown: PathLog['troubles'][number] | undefined

  const made = (stack: Stack) => {
    const isLater = phase !== 'launch' && now() - since > laterFrom
    return { stack, phase: isLater ? ('later' as const) : phase, turn }
  }

  function begin(call: CallDraft): CallDraft {
    log.add({ kind: 'called', of: call })
    return call
  }

  function end(call: CallDraft, how: CallEnd): void {
    if (call.outcome !== 'open') return
    const isDenied = settle(call, how)
    if (how.because === 'privacy-refused' && isPrivacyRefused) call.because = 'privacy'
    log.add({ kind: 'settled', of: call })
    if (!isDenied) return
    noteChange()
    looked = look()
  }

  function noteChange(): void {
    if (looked !== undefined && look() !== looked) log.add({ kind: 'changed' })
    looked = undefined
  }

  /** Cameras and buttons are called by WXML. */
  function elementCall(api: string, isOne: (element: ShownElement) => boolean, event: string): CallDraft {
    const element = elements().find(isOne)
    const { place } = element ?? {}
    const stack: Stack = place === undefined ? [] : [{ ...place, script: scriptOf(place.file), function: '' }]
    const call = callDraft(api, made(stack), true)
    const other = element?.handlers.some(one => one.event === event && hears(element, one.name)) ?? false
    call.listeners = { ...call.listeners, other }
    return begin(call)
  }

  const openCall = (api: string) => log.calls.find(call => call.api === api && call.outcome === 'open')

  function emulates(event: EmulatorEvent): void {
    if (event.type === 'called' && event.api === 'camera')
      elementCall('camera', ({ tag }) => tag === 'camera', 'error')
    if (event.type === 'called' && event.api === 'button')
      elementCall('button', element => element.attributes['open-type'] === 'getUserInfo', 'getuserinfo')
    if (event.type !== 'settled') return
    const { outcome } = event
    const api = outcome.api === 'wx.getUserInfo' ? 'button' : outcome.api
    if (api !== 'camera' && api !== 'button' && api !== 'RecorderManager.start') return
    const call = openCall(api)
    if (call === undefined) return
    if (api === 'RecorderManager.start') {
      call.listeners = { ...call.listeners, other: isListening }
      recorder = { call, at: now() }
    }
    end(call, { ...outcome, errMsg: outcome.result?.errMsg ?? '' })
    if (api !== 'RecorderManager.start') return
    // The program hears of it in a later turn: what it still does in this one is no answer.
    void Promise.resolve().then(() => {
      if (looked !== undefined && call.outcome === 'refused') looked = look()
    })
  }

  function opens(opening: Opening): void {
    const choice = choiceOf(opening)
    if (choice === undefined) return
    open.push(choice)
    log.add({ kind: 'asked', of: choice })
  }

  function choiceOf(opening: Opening): ChoiceDraft | undefined {
    const { stack } = origins.of(opening.at)
    const about = { options: [], answer: '', state: '', turn, stack, call: undefined }
    switch (opening.kind) {
      case 'popup': {
        const { scope, caller } = opening.question
        if (scope === null) return undefined
        const call = (opening.at && guarded.get(opening.at)) ?? openCall(caller)
        if (call !== undefined) call.scope = scope
        const kind = caller === 'button' ? ('consent' as const) : ('popup' as const)
        return { ...about, stack: call?.stack ?? stack, kind, scope: scope as ScopeName, call }
      }
      case 'picker': {
        if (!isGuarded(catalogue, opening.api)) return undefined
        const call = (opening.at && guarded.get(opening.at)) ?? openCall(opening.api)
        return { ...about, kind: 'picker', api: opening.api, call }
      }
      case 'modal': {
        const { title, content } = opening.modal
        return { ...about, kind: 'modal', title, content }
      }
      case 'sheet':
        return { ...about, kind: 'sheet', items: opening.items }
      case 'settings':
        return { ...about, kind: 'settings', switches: [] }
    }
  }

  function observe(event: HostEvent): void {
    switch (event.kind) {
      case 'opened':
        if (phase !== 'launch') return
        phase = 'open'
        since = now()
        origins.reset()
        log.add({ kind: 'opened', page: event.page })
        return
      case 'called':
        began(event)
        return
      case 'answered': {
        const call = byNumber.get(event.call)
        if (call !== undefined) end(call, endOf(event))
        return
      }
      case 'toast':
        log.add({ kind: 'toast', title: event.title, stack: origins.of(event.at).stack })
        return
      case 'loading':
        log.loading(event.of ?? 'loading', event.shown, origins.of(event.at).stack)
        return
      case 'navigated':
        log.add({ kind: 'navigated', page: event.page, stack: origins.of(event.at).stack })
        return
      case 'popup':
        if (event.scope === 'privacy' && event.answer === 'reject') isPrivacyRefused = true
        return
      case 'error':
        threw(event.error)
        return
      default:
        return
    }
  }

  function began({ api, call: number, tap, listeners, at }: Extract<HostEvent, { kind: 'called' }>): void {
    if (!isGuarded(catalogue, api)) return
    const call = begin(callDraft(api, made(origins.of(at).stack), tap, listeners))
    byNumber.set(number, call)
    if (at !== undefined) guarded.set(at, call)
  }

  function threw({ message, kind, place, through }: Extract<HostEvent, { kind: 'error' }>['error']): void {
    thrown = undefined
    if (kind !== 'exception' && kind !== 'rejection') return
    // What a call of something else failed with has nothing to do with what was denied, whatever led to it.
    const failed = place === undefined ? undefined : guarded.get(place)
    if (failed === undefined && origins.isCall(place)) return
    const about = {
      stack: origins.ofThrown(through),
      turn,
      call: failed ?? callBehind(origins.turn().calls, guarded),
      message,
    }
    const trouble =
      kind === 'exception'
        ? ({ ...about, kind } as const)
        : ({ ...about, kind, isError: ownError.test(message) } as const)
    thrown = trouble
    log.add({ kind: 'trouble', of: trouble })
  }

  const follow: Follower = {
    opens,
    calledBack: (at: Place | undefined) => origins.begin(at),
    shownAgain: origins.reset,
    emulates,
    hearsErrors() {
      isListening = true
      // What was refused at this moment is still to be told.
      if (recorder?.at === now()) recorder.call.listeners = { ...recorder.call.listeners, other: true }
    },
    authSetting: settings =>
      new Proxy(settings, {
        get(target, key) {
          const value: unknown = Reflect.get(target, key)
          if (catalogue.isScopeName(key)) {
            const state = value === true ? 'accepted' : value === false ? 'rejected' : 'undecided'
            log.read({ scope: key, state, turn })
          }
          return value
        },
      }),
  }

  return {
    log,
    observe,
    follow,
    next: () => open[0],
    decided(choice) {
      open.splice(open.indexOf(choice), 1)
      log.add({ kind: 'answered', of: choice })
    },
    turn: () => turn,
    thrown: () => thrown,
    tapBegins() {
      turn += 1
      phase = 'tap'
      since = now()
      origins.reset()
    },
    goesOn: noteChange,
    stepEnds: noteChange,
  }
}
