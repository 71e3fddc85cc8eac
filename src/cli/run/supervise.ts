import { type FaultCode, type FaultFacts, WxauthError } from '../../faults.ts'
import type { Notice, Place, ProgramError } from '../../pages/ports.ts'
import type {
  Asked,
  FromWorker,
  Order,
  RunEnd,
  RunEvent,
  RunningApp,
  Shown,
  ToWorker,
  UnusedAnswer,
} from './conversation.ts'
import type { RunningWorker } from './start-worker.ts'

/** A run from its start to its end. */
export interface FinishedRun {
  readonly app: RunningApp
  readonly page: string
  readonly query: Readonly<Record<string, string>>
  readonly events: readonly RunEvent[]
  readonly end: RunEnd
  readonly shown: Shown | undefined
  readonly errors: readonly ProgramError[]
  readonly notices: readonly Notice[]
  readonly unused: readonly UnusedAnswer[]
}

/** What the main thread does for the worker meanwhile. */
export interface Helpers {
  readonly loaded: (app: RunningApp, page: string) => void
  readonly notices: (notices: readonly Notice[]) => void
  readonly event: (event: RunEvent) => void
  readonly console: (level: string, text: string) => void
  readonly several: (target: string, count: number, at: Place | undefined) => void
  /** Answers with messages. @returns how the run ends now, if it does */
  readonly ask: (id: number, asked: Asked, tell: (message: ToWorker) => void) => Promise<RunEnd | undefined>
  readonly finish: (id: number, message: Extract<FromWorker, { type: 'finish' }>['result']) => Promise<void>
  readonly flipped: (id: number, flipped: Extract<FromWorker, { type: 'flipped' }>['flipped']) => void
  /** @returns what the person does next */
  readonly next: (shown: Shown) => Promise<ToWorker | RunEnd>
}

/**
 * Runs the order in the worker.
 * @throws WxauthError what the worker met, and what `helpers` throw
 */
export function supervise(worker: RunningWorker, order: Order, helpers: Helpers): Promise<FinishedRun> {
  const events: RunEvent[] = []
  let loaded: Extract<FromWorker, { type: 'loaded' }> | undefined
  let shown: Shown | undefined
  let noticed: readonly Notice[] = []

  return new Promise<FinishedRun>((resolve, reject) => {
    const finish = (end: RunEnd, rest: Partial<FinishedRun> = {}) => {
      if (loaded === undefined) return reject(new Error('The run ended before it began.'))
      const { app, page, query } = loaded
      const errors = events.flatMap(event => (event.kind === 'error' ? event.error : []))
      resolve({ app, page, query, events, end, shown, errors, notices: noticed, unused: [], ...rest })
    }
    const { tell } = worker

    function hear(message: FromWorker): void {
      switch (message.type) {
        case 'loaded':
          loaded = message
          helpers.loaded(message.app, message.page)
          break
        case 'notices':
          helpers.notices(message.notices)
          break
        case 'noticed':
          noticed = message.notices
          break
        case 'event':
          events.push(message.event)
          helpers.event(message.event)
          break
        case 'console':
          helpers.console(message.level, message.text)
          break
        case 'several':
          helpers.several(message.target, message.count, message.at)
          break
        case 'ask':
          helpers.ask(message.id, message.asked, tell).then(end => {
            if (end !== undefined) finish(end)
          }, reject)
          break
        case 'finish':
          helpers
            .finish(message.id, message.result)
            .then(() => tell({ type: 'closed', id: message.id }), reject)
          break
        case 'flipped':
          helpers.flipped(message.id, message.flipped)
          break
        case 'idle':
          shown = message.shown
          helpers.next(message.shown).then(next => ('type' in next ? tell(next) : finish(next)), reject)
          break
        case 'ended':
          finish(message.end, message)
          break
        case 'fault':
          reject(new WxauthError(message.code, message.facts as FaultFacts[FaultCode]))
          break
        case 'defect':
          reject(Object.assign(new Error(message.message), { stack: message.stack }))
      }
    }

    worker.give(order, {
      hear,
      loops: place => finish({ kind: 'endless-loop', place }),
      broke: error => (isOutOfMemory(error) ? finish({ kind: 'out-of-memory' }) : reject(error)),
    })
  })
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
