import type { Params } from '../../../catalogue/api.ts'
import { extensionOf } from '../files.ts'
import { listOf, nothing, type RowHost, type Rows, textOf } from '../row.ts'

const fileID = (path: string) => `cloud://wxauth-demo/${path}`

/** An empty database: every query finds nothing, every change succeeds. Fixtures name it by its collection. */
const query = (host: RowHost, collection: string): object => {
  const chain = () => query(host, collection)
  const rows: Rows = {
    ...Object.fromEntries(
      [
        'where',
        'orderBy',
        'limit',
        'skip',
        'field',
        'doc',
        'aggregate',
        'match',
        'group',
        'lookup',
        'sort',
        'project',
        'sample',
        'unwind',
      ].map(name => [name, { plain: chain }]),
    ),
    get: { answer: () => ({ data: [] }) },
    end: { answer: () => ({ list: [] }) },
    count: { answer: () => ({ total: 0 }) },
    add: { answer: () => ({ _id: 'wxauth-demo-id' }) },
    update: { answer: () => ({ stats: { updated: 1 } }) },
    set: { answer: () => ({ _id: 'wxauth-demo-id', stats: { updated: 1, created: 0 } }) },
    remove: { answer: () => ({ stats: { removed: 1 } }) },
    watch: { plain: () => host.objectOf({ close: nothing }) },
  }
  return host.objectOf(rows, { prefix: 'cloud.database.', name: collection })
}

/** `db.command.gt(1).and(…)`: what it says is not looked at, so every word answers with the same. */
function command(host: RowHost): object {
  const words =
    'eq neq gt gte lt lte in nin and or not nor exists mod all elemMatch size set remove inc mul min max push pop shift unshift addToSet pull rename expr geoNear geoWithin geoIntersects'
  const chain = () => self
  const self: object = host.objectOf(
    Object.fromEntries(words.split(' ').map(word => [word, { plain: chain }])),
  )
  return { ...self, aggregate: self }
}

function database(host: RowHost): object {
  return {
    ...host.objectOf({
      collection: { plain: (host, name) => query(host, textOf(name)) },
      serverDate: { plain: ({ clock }) => ({ $date: clock.now() }) },
      RegExp: { plain: (_host, options) => options },
      createCollection: { answer: () => ({}) },
    }),
    command: command(host),
    Geo: host.objectOf({ Point: { plain: (_host, longitude, latitude) => ({ longitude, latitude }) } }),
  }
}

function temporaryUrls({ fileList }: Params) {
  const files = listOf(fileList).map(file => {
    const id = typeof file === 'string' ? file : (file as { readonly fileID?: unknown } | null)?.fileID
    return { fileID: id, tempFileURL: `https://wxauth.invalid/${textOf(id)}`, status: 0, errMsg: 'ok' }
  })
  return { fileList: files }
}

export const cloudRows: Rows = {
  init: nothing,
  callFunction: { answer: () => ({ result: {}, requestID: 'wxauth-demo' }) },
  callContainer: { answer: () => ({ data: {}, statusCode: 200, header: {} }) },
  uploadFile: { answer: ({ cloudPath }) => ({ fileID: fileID(textOf(cloudPath)), statusCode: 200 }) },
  downloadFile: {
    answer: (params, { files }) => ({
      tempFilePath: files.temporary(extensionOf(textOf(params.fileID), 'jpg')),
      statusCode: 200,
    }),
  },
  getTempFileURL: { answer: temporaryUrls },
  deleteFile: {
    answer: ({ fileList }) => ({
      fileList: listOf(fileList).map(file => ({ fileID: file, status: 0, errMsg: 'ok' })),
    }),
  },
  database: { plain: database },
  CloudID: { plain: (_host, id) => id },
}
