import type { Path } from '../../explore/path.ts'
import { type FaultCode, type FaultFacts, WxauthError } from '../../faults.ts'
import type { HostEvent, Place } from '../../pages/ports.ts'
import { placeOfLoop } from '../run/loop-place.ts'
import { type RunningThread, startThread } from '../run/start-worker.ts'
import type {
  ExploreOrder,
  FromExplorer,
  PageWalkedThere,
  ProgramRead,
  Replayed,
  ToExplorer,
} from './conversation.ts'

/** One thread that explores; another takes its place if the program in it never comes to an end. */
export interface Explorer {
  readonly read: () => Promise<ProgramRead>
  readonly walk: (page: string) => Promise<PageWalkedThere>
  readonly replay: (path: Path) => Promise<PlayedAgain>
  readonly end: () => Promise<void>
}

interface PlayedAgain {
  readonly events: readonly HostEvent[]
  /** Or where it loops, if the path never comes to an end. */
  readonly end: Replayed | { readonly loop: Place | undefined }
}

type ExplorerThread = RunningThread<ExploreOrder, FromExplorer, ToExplorer>

/** Heavy pages take a second; what takes longer without a break has no end. */
const longestTurn = 4000

/**
 * V8 keeps a context until it looks through the whole heap, and copies it each time that it looks through the young part:
 * in a larger one it copies less. A path takes an eighth less time for it.
 */
const memory = { maxYoungGenerationSizeMb: 96 }

/** @param pathBegins runs before each path */
export function explorerThread(order: ExploreOrder, pathBegins: () => void): Explorer {
  let worker: ExplorerThread | undefined
  let hear: (message: FromExplorer) => void = () => {}
  let loops: () => void = () => {}
  let broke: (error: unknown) => void = () => {}

  function start(): ExplorerThread {
    const thread: ExplorerThread = startThread('explore-worker.cjs', longestTurn, memory)
    thread.give(order, {
      hear: message => hear(message),
      loops: () => loops(),
      broke: error => broke(error),
    })
    return thread
  }

  /** @param looping runs before the thread is ended that never ends by itself @returns `undefined` for such a one */
  function ask<T extends FromExplorer['type']>(
    message: ToExplorer,
    wanted: T,
    seen: (message: FromExplorer) => void = () => {},
    looping: () => Promise<void> = async () => {},
  ): Promise<Extract<FromExplorer, { type: T }> | undefined> {
    worker ??= start()
    const { tell } = worker
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        const old = worker
        worker = undefined
        void old?.terminate().then(() => resolve(undefined), reject)
      }
      loops = () => void looping().then(giveUp, reject)
      broke = error => (isOutOfMemory(error) ? giveUp() : reject(error))
      hear = message => {
        seen(message)
        if (message.type === wanted) resolve(message as Extract<FromExplorer, { type: T }>)
        else if (message.type === 'fault')
          reject(new WxauthError(message.code, message.facts as FaultFacts[FaultCode]))
        else if (message.type === 'defect')
          reject(Object.assign(new Error(message.message), { stack: message.stack }))
      }
      tell(message)
    })
  }

  async function walk(page: string, endless: readonly string[] = []): Promise<PageWalkedThere> {
    let current: string | undefined
    const walked = await ask({ type: 'walk', page, endless }, 'walked', message => {
      if (message.type !== 'path') return
      current = message.token
      pathBegins()
    })
    if (walked !== undefined) return walked
    if (current === undefined || endless.includes(current))
      throw new Error(`The worker stopped at ${page} for no path.`)
    return walk(page, [...endless, current])
  }

  return {
    async read() {
      const read = await ask({ type: 'read' }, 'read')
      if (read === undefined) throw new Error('The worker stopped while it read the program.')
      return read
    },
    walk,
    async replay(path) {
      const events: HostEvent[] = []
      let loop: Place | undefined
      const replayed = await ask(
        { type: 'replay', path },
        'replayed',
        message => {
          if (message.type === 'happened') events.push(message.event)
        },
        async () => {
          loop = await placeOfLoop(order.directory)
        },
      )
      return { events, end: replayed ?? { loop } }
    },
    async end() {
      await worker?.terminate()
      worker = undefined
    },
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
