import type { Params } from '../../../catalogue/api.ts'
import { objectMethods } from '../names.ts'
import { callLater, nothing, nothings, numberOf, type Row, type RowHost, type Rows, textOf } from '../row.ts'

const isListener = (name: string) => /^(?:on|off)[A-Z]/.test(name)

/** An object that does nothing: listeners are never called, and what takes options succeeds. */
const inert = (methods: readonly string[]): Row => ({
  plain: ({ objectOf }) =>
    objectOf(
      Object.fromEntries(
        methods.map((name): [string, Row] => [
          name,
          isListener(name) ? nothing : { answer: () => ({}), quiet: true },
        ]),
      ),
    ),
})

/** Each method returns the object itself, but for those that `rows` names. */
function chain(host: RowHost, methods: readonly string[], rows: Rows): object {
  const self: object = host.objectOf({
    ...Object.fromEntries(methods.map(name => [name, { plain: () => self }])),
    ...rows,
  })
  return self
}

/** Everything is as large as this, as nothing is drawn. */
const box = { left: 0, top: 0, right: 375, bottom: 100, width: 375, height: 100 }

function selectorQuery(host: RowHost): object {
  const reads: { readonly result: unknown; readonly callback: unknown }[] = []

  const read = (result: (params: Params) => unknown, hasOptions: boolean): Row => ({
    plain(_host, first, second) {
      const params = hasOptions && typeof first === 'object' && first !== null ? (first as Params) : {}
      reads.push({ result: result(params), callback: hasOptions ? second : first })
      return query
    },
  })

  const node = () => chain(host, ['select', 'selectAll', 'selectViewport', 'in'], reading)

  function fields({ node, size, rect, scrollOffset, dataset, id }: Params) {
    return {
      ...(rect === true ? { left: box.left, top: box.top, right: box.right, bottom: box.bottom } : {}),
      ...(size === true || rect === true ? { width: box.width, height: box.height } : {}),
      ...(scrollOffset === true ? { scrollLeft: 0, scrollTop: 0 } : {}),
      ...(dataset === true ? { dataset: {} } : {}),
      ...(id === true ? { id: '' } : {}),
      ...(node === true ? { node: canvas(host) } : {}),
    }
  }

  const reading: Rows = {
    boundingClientRect: read(() => ({ id: '', dataset: {}, ...box }), false),
    scrollOffset: read(() => ({ id: '', dataset: {}, scrollLeft: 0, scrollTop: 0 }), false),
    fields: read(fields, true),
    node: read(() => ({ node: canvas(host) }), false),
    context: read(() => ({ context: {} }), false),
  }

  const query: object = host.objectOf({
    in: { plain: () => query },
    select: { plain: node },
    selectAll: { plain: node },
    selectViewport: { plain: node },
    exec: {
      plain(_host, callback) {
        const done = reads.splice(0)
        for (const { result, callback } of done) callLater(host, callback, result)
        callLater(
          host,
          callback,
          done.map(({ result }) => result),
        )
        return query
      },
    },
  })
  return query
}

const drawing =
  'arc arcTo beginPath bezierCurveTo clearActions clearRect clip closePath drawImage fill fillRect fillText lineTo moveTo quadraticCurveTo rect restore rotate save scale setFillStyle setFontSize setGlobalAlpha setLineCap setLineDash setLineDashOffset setLineJoin setLineWidth setMiterLimit setShadow setStrokeStyle setTextAlign setTextBaseline setTransform resetTransform stroke strokeRect strokeText transform translate roundRect putImageData'.split(
    ' ',
  )

/** Half a size of the font for a letter, a whole one for a Chinese character. */
function measureText(text: unknown) {
  const fontSize = 10
  const wide = [...textOf(text)].map(character => (character > '\u2e7f' ? fontSize : fontSize / 2))
  return { width: wide.reduce((sum, width) => sum + width, 0) }
}

function gradient(host: RowHost): object {
  return host.objectOf({ addColorStop: nothing })
}

function drawingContext(host: RowHost): object {
  return host.objectOf({
    ...nothings(drawing),
    draw: {
      plain: (host, first, second) => callLater(host, typeof first === 'function' ? first : second),
    },
    measureText: { plain: (_host, text) => measureText(text) },
    createLinearGradient: { plain: gradient },
    createRadialGradient: { plain: gradient },
    createCircularGradient: { plain: gradient },
    createPattern: { plain: () => ({}) },
    getImageData: { plain: () => ({ width: 1, height: 1, data: [0, 0, 0, 0] }) },
  })
}

const mostLooks = 20

/** A picture that is loaded soon after the program has named it: `onload` and `src` are properties that it sets. */
function picture({ into, realm, clock }: RowHost): unknown {
  const image = into({ src: '', width: 100, height: 100, onload: null, onerror: null }) as Params
  let looks = 0
  const look = () => {
    looks += 1
    const isNamed = textOf(image.src) !== ''
    if (!isNamed && looks < mostLooks) clock.setTimer(look, 50)
    if (isNamed && typeof image.onload === 'function') realm.call(image.onload, image, [])
  }
  clock.later(look)
  return image
}

/** A canvas node of today's kind. */
function canvas(host: RowHost): object {
  return {
    width: 300,
    height: 150,
    ...host.objectOf({
      getContext: { plain: drawingContext },
      createImage: { plain: picture },
      requestAnimationFrame: {
        plain({ clock }, callback) {
          return clock.setTimer(() => typeof callback === 'function' && callback(clock.now()), 16)
        },
      },
      cancelAnimationFrame: { plain: ({ clock }, id) => clock.clearTimer(numberOf(id)) },
      toDataURL: { plain: () => 'data:image/png;base64,' },
      createPath2D: { plain: () => ({}) },
    }),
  }
}

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
  getRealtimeLogManager: log,
  getUpdateManager: updateManager,
}
