import type { Params } from '../../../catalogue/api.ts'
import { extensionOf } from '../files.ts'
import { callLater, nothing, nothings, type RowHost, type Rows, textOf } from '../row.ts'

/** What a request returns at once. Nothing is under way, so there is nothing to end or to follow. */
const task = (host: RowHost) =>
  host.objectOf(
    nothings([
      'abort',
      'onHeadersReceived',
      'offHeadersReceived',
      'onChunkReceived',
      'offChunkReceived',
      'onProgressUpdate',
      'offProgressUpdate',
    ]),
  )

/** The server takes everything and has nothing to say; fixtures give it something. Nothing goes over a network. */
const request = () => ({ data: {}, statusCode: 200, header: {}, cookies: [] })

function downloadFile({ url, filePath }: Params, { files }: RowHost) {
  const temporary = files.temporary(extensionOf(textOf(url), 'jpg'))
  if (typeof filePath !== 'string') return { tempFilePath: temporary, statusCode: 200, header: {} }
  return { filePath: files.save(temporary, filePath), tempFilePath: filePath, statusCode: 200, header: {} }
}

/** A socket that opens and stays silent. */
const socket = (host: RowHost) =>
  host.objectOf({
    ...nothings(['onMessage', 'onError', 'onClose']),
    onOpen: { plain: (host, listener) => callLater(host, listener, { header: {} }) },
    send: { answer: () => ({}) },
    close: { answer: () => ({}) },
  })

export const networkRows: Rows = {
  request: { answer: request, task },
  downloadFile: { answer: downloadFile, task },
  uploadFile: {
    answer: () => ({ data: '', statusCode: 200 }),
    // What the server says is a text, unlike that of a request.
    finish: payload =>
      typeof payload.data === 'object' ? { ...payload, data: JSON.stringify(payload.data) } : payload,
    task,
  },
  connectSocket: {
    answer: (_params, host) => {
      host.clock.later(() => host.listeners.emit('SocketOpen', { header: {} }))
      return {}
    },
    task: socket,
  },
  getNetworkType: {
    quiet: true,
    answer: () => ({ networkType: 'wifi', hasSystemProxy: false, weakNet: false }),
  },
  preDownloadSubpackage: { answer: () => ({}), task: host => host.objectOf({ onProgressUpdate: nothing }) },
  reportAnalytics: nothing,
  reportEvent: nothing,
  reportMonitor: nothing,
  reportPerformance: nothing,
}
