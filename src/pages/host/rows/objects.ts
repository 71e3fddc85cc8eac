import { objectMethods } from '../names.ts'
import { callLater, nothing, nothings, type Row, type RowHost, type Rows } from '../row.ts'
import { canvas, drawingContext } from './canvas.ts'
import { chain } from './chain.ts'
import { selectorQuery } from './query.ts'

const isListener = (name: string) => /^(?:on|off)[A-Z]/.test(name)

/** What does nothing: listeners are never called, and what takes options succeeds. */
const inertRows = (methods: readonly string[]): Rows =>
  Object.fromEntries(
    methods.map(name => [name, isListener(name) ? nothing : { answer: () => ({}), quiet: true }]),
  )

const inert = (methods: readonly string[]): Row => ({ plain: ({ objectOf }) => objectOf(inertRows(methods)) })

const animations = (objectMethods.createAnimation ?? []).filter(name => name !== 'export')

/** What an audio context is before it plays. */
const silence = {
  src: '',
  startTime: 0,
  autoplay: false,
  loop: false,
  volume: 1,
  duration: 0,
  currentTime: 0,
  paused: true,
}

/** It plays at once, and comes to no end. */
function audio(host: RowHost): object {
  const listeners = new Map<string, unknown>()
  const listen = (name: string): Row => ({
    plain: (_host, listener) => {
      listeners.set(name, listener)
    },
  })
  const tells = (event: string): Row => ({ plain: host => callLater(host, listeners.get(event)) })
  return {
    ...silence,
    ...host.objectOf({
      ...Object.fromEntries(
        (objectMethods.createInnerAudioContext ?? []).map(name => [
          name,
          isListener(name) ? listen(name) : nothing,
        ]),
      ),
      play: tells('onPlay'),
      pause: tells('onPause'),
      stop: tells('onStop'),
    }),
  }
}

const log: Row = {
  plain: ({ objectOf }) => {
    const words = nothings(['debug', 'info', 'log', 'warn', 'error', 'setFilterMsg', 'addFilterMsg', 'in'])
    const tagged = nothings(['debug', 'info', 'log', 'warn', 'error', 'setFilterMsg', 'addFilterMsg'])
    return objectOf({
      ...words,
      tag: { plain: () => objectOf(tagged) },
      getCurrentState: { plain: () => ({ size: 0, maxSize: 0, logCount: 0, maxLogCount: 0 }) },
    })
  },
}

const updateManager: Row = {
  plain: ({ objectOf }) =>
    objectOf({
      ...nothings(['onUpdateReady', 'onUpdateFailed', 'applyUpdate']),
      onCheckForUpdate: { plain: (host, listener) => callLater(host, listener, { hasUpdate: false }) },
    }),
}

/** Nothing is laid out, so nothing comes into view. */
const observer: Row = {
  plain: host => chain(host, ['relativeTo', 'relativeToViewport'], nothings(['observe', 'disconnect'])),
}

export const objectRows: Rows = {
  ...Object.fromEntries(Object.entries(objectMethods).map(([name, methods]) => [name, inert(methods)])),
  createSelectorQuery: { plain: selectorQuery },
  createIntersectionObserver: observer,
  createMediaQueryObserver: observer,
  createAnimation: {
    plain: host => chain(host, animations, { export: { plain: () => ({ actions: [] }) } }),
  },
  createCanvasContext: { plain: drawingContext },
  createContext: { plain: drawingContext },
  createOffscreenCanvas: { plain: canvas },
  createInnerAudioContext: { plain: audio },
  getBackgroundAudioManager: { plain: audio },
  getLogManager: log,
  getNFCAdapter: {
    plain: ({ objectOf }) => ({ ...objectOf(inertRows(objectMethods.getNFCAdapter ?? [])), tech: {} }),
  },
  getRealtimeLogManager: log,
  getUpdateManager: updateManager,
}
