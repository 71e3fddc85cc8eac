import { type Ending, errMsgsOf } from '../catalogue/wording.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Backing } from '../session/lazy-emulator.ts'
import { unansweredFault } from '../session/unanswered.ts'
import type { Convention } from './callbacks-or-promise.ts'
import type { RecorderManager } from './types/index.ts'

const api = 'RecorderManager.start'

/** What the demo recording came to. */
const recording = { tempFilePath: 'wxfile://tmp_wxauth_demo.aac', duration: 1000, fileSize: 4096 }

type Listener = (result: never) => void
type Listened = 'onStart' | 'onPause' | 'onResume' | 'onStop' | 'onError'

/**
 * The one recorder of the Mini Program. It has no callbacks: what comes of a call is an event, and an event has one
 * listener, the last that was given, as there is no way to take one off.
 */
export function recorderOn(
  backing: Backing,
  { underWay }: Convention,
  report: (error: unknown) => void,
): RecorderManager {
  const listeners = new Map<Listened, Listener>()
  let state: 'idle' | 'asking' | 'recording' | 'paused' = 'idle'
  let behind: (() => void)[] = []

  function emit(event: Listened, result: object): void {
    const listener = listeners.get(event) as ((result: object) => void) | undefined
    try {
      listener?.(result)
    } catch (error) {
      report(error)
    }
  }

  const said = (ending: Ending) => ({ errMsg: errMsgsOf(api)[ending] })
  const later = (event: Listened, result: object) => {
    void underWay(() => undefined).then(() => emit(event, result))
  }

  /** Moves it from one of these states to another; from any other it is an error. While it asks, it waits for that. */
  function move(from: readonly (typeof state)[], to: typeof state, event: Listened, result: object): void {
    if (state === 'asking') {
      behind.push(() => move(from, to, event, result))
      return
    }
    if (!from.includes(state)) {
      later('onError', said('not-recording'))
      return
    }
    state = to
    later(event, result)
  }

  async function start(params: unknown, origin: Error): Promise<Outcome> {
    const outcome = await backing.use(emulator => emulator.startRecorder(params))
    const fault = unansweredFault(outcome, origin)
    if (fault !== undefined) throw fault
    return outcome
  }

  function goOn(): void {
    const waited = behind
    behind = []
    for (const step of waited) step()
  }

  const listen = (event: Listened) => (listener: Listener) => {
    if (typeof listener === 'function') listeners.set(event, listener)
  }
  const never = () => undefined

  return {
    start(option) {
      if (state !== 'idle') return later('onError', said('recording'))
      state = 'asking'
      void underWay(origin => start(option, origin)).then(
        ({ callback, result }) => {
          state = callback === 'success' ? 'recording' : 'idle'
          emit(callback === 'success' ? 'onStart' : 'onError', { ...result })
          goOn()
        },
        fault => {
          state = 'idle'
          report(fault)
          goOn()
        },
      )
    },
    pause: () => move(['recording'], 'paused', 'onPause', said('ok')),
    resume: () => move(['paused'], 'recording', 'onResume', said('ok')),
    stop: () => move(['recording', 'paused'], 'idle', 'onStop', { ...recording }),
    onStart: listen('onStart'),
    onPause: listen('onPause'),
    onResume: listen('onResume'),
    onStop: listen('onStop'),
    onError: listen('onError'),
    onFrameRecorded: never,
    onInterruptionBegin: never,
    onInterruptionEnd: never,
  }
}
