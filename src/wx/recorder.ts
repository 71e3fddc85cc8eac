import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ErrMsgKey } from '../catalogue/wording.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { LazyEmulator } from '../session/lazy-emulator.ts'
import { unansweredFault } from '../session/unanswered.ts'
import type { CallbacksOrPromise } from './callbacks-or-promise.ts'
import type { RecorderManager } from './types/index.ts'

const api = 'RecorderManager.start'

/** What `onStop` receives for the demo recording. */
const recording = { tempFilePath: 'wxfile://tmp_wxauth_demo.aac', duration: 1000, fileSize: 4096 }

type Listener = (result: never) => void
type Event = 'onStart' | 'onPause' | 'onResume' | 'onStop' | 'onError'

interface Parts {
  readonly catalogue: Catalogue
  readonly lazyEmulator: LazyEmulator
  readonly callbacksOrPromise: CallbacksOrPromise
  readonly report: (error: unknown) => void
}

/**
 * The one recorder of the Mini Program. It has events instead of callbacks. An event keeps only its last listener, as
 * there is no function that removes one.
 */
export function createRecorder({
  catalogue,
  lazyEmulator,
  callbacksOrPromise,
  report,
}: Parts): RecorderManager {
  const listeners = new Map<Event, Listener>()
  let state: 'idle' | 'asking' | 'recording' | 'paused' = 'idle'
  let queuedMoves: (() => void)[] = []

  function emit(event: Event, result: object): void {
    const listener = listeners.get(event) as ((result: object) => void) | undefined
    try {
      listener?.(result)
    } catch (error) {
      report(error)
    }
  }

  const message = (key: ErrMsgKey) => ({ errMsg: catalogue.errMsg(api, key) })
  const emitLater = (event: Event, result: object) => {
    void callbacksOrPromise.work(() => undefined).then(() => emit(event, result))
  }

  /** Moves from one of these states to another; from any other, `onError` runs. While it asks, the move is queued. */
  function move(from: readonly (typeof state)[], to: typeof state, event: Event, result: object): void {
    if (state === 'asking') {
      queuedMoves.push(() => move(from, to, event, result))
      return
    }
    if (!from.includes(state)) {
      emitLater('onError', message('not-recording'))
      return
    }
    state = to
    emitLater(event, result)
  }

  async function start(params: unknown, origin: Error): Promise<Outcome> {
    const outcome = await lazyEmulator.use(emulator => emulator.startRecorder(params))
    const fault = unansweredFault(outcome, origin)
    if (fault !== undefined) throw fault
    return outcome
  }

  function runQueuedMoves(): void {
    const moves = queuedMoves
    queuedMoves = []
    for (const move of moves) move()
  }

  const listen = (event: Event) => (listener: Listener) => {
    if (typeof listener === 'function') listeners.set(event, listener)
  }
  const never = () => undefined

  return {
    start(option) {
      if (state !== 'idle') return emitLater('onError', message('recording'))
      state = 'asking'
      void callbacksOrPromise
        .work(origin => start(option, origin))
        .then(
          ({ callback, result }) => {
            state = callback === 'success' ? 'recording' : 'idle'
            emit(callback === 'success' ? 'onStart' : 'onError', { ...result })
            runQueuedMoves()
          },
          fault => {
            state = 'idle'
            report(fault)
            runQueuedMoves()
          },
        )
    },
    pause: () => move(['recording'], 'paused', 'onPause', message('ok')),
    resume: () => move(['paused'], 'recording', 'onResume', message('ok')),
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
