import type { Params } from '../../../catalogue/api.ts'
import { always, type PlainRow, type Row, type RowAnswer, type RowHost, type Rows, textOf } from '../row.ts'

type Answer = (params: Params, host: RowHost) => RowAnswer

const encodings: Readonly<Record<string, BufferEncoding>> = {
  ascii: 'ascii',
  base64: 'base64',
  binary: 'latin1',
  hex: 'hex',
  latin1: 'latin1',
  'utf-8': 'utf8',
  utf8: 'utf8',
  ucs2: 'utf16le',
  'ucs-2': 'utf16le',
  utf16le: 'utf16le',
  'utf-16le': 'utf16le',
}

const encodingOf = (name: unknown): BufferEncoding => encodings[textOf(name)] ?? 'utf8'

const missing = (verb: string, path: string): RowAnswer => ({
  errMsg: `fail no such file or directory, ${verb} '${path}'`,
})

/** Text in the encoding that is named, or the bytes of a buffer. */
function bytesOf(data: unknown, encoding: unknown): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data, encodingOf(encoding))
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  return isBuffer(data) ? new Uint8Array(data).slice() : new Uint8Array()
}

/** Of any realm. */
const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]'

const access: Answer = ({ path }, { files }) =>
  files.has(textOf(path)) ? {} : missing('access', textOf(path))

const readFile: Answer = ({ filePath, encoding }, { files }) => {
  const bytes = files.read(textOf(filePath))
  if (bytes === undefined) return missing('open', textOf(filePath))
  if (encoding === undefined) return { data: Uint8Array.from(bytes).buffer }
  return { data: Buffer.from(bytes).toString(encodingOf(encoding)) }
}

const writeFile: Answer = ({ filePath, data, encoding }, { files }) => {
  files.write(textOf(filePath), bytesOf(data, encoding))
  return {}
}

const appendFile: Answer = ({ filePath, data, encoding }, { files }) => {
  const path = textOf(filePath)
  const before = files.read(path)
  if (before === undefined) return missing('open', path)
  files.write(path, Buffer.concat([before, bytesOf(data, encoding)]))
  return {}
}

const copyFile: Answer = ({ srcPath, destPath }, { files }) => {
  const bytes = files.read(textOf(srcPath))
  if (bytes === undefined) return missing('copyFile', textOf(srcPath))
  files.write(textOf(destPath), bytes)
  return {}
}

const rename: Answer = ({ oldPath, newPath }, host) => {
  const copied = copyFile({ srcPath: oldPath, destPath: newPath }, host)
  if (copied.errMsg === undefined) host.files.remove(textOf(oldPath))
  return copied
}

const unlink: Answer = ({ filePath }, { files }) =>
  files.remove(textOf(filePath)) ? {} : missing('unlink', textOf(filePath))

const mkdir: Answer = ({ dirPath }, { files }) => {
  const path = textOf(dirPath)
  if (files.has(path)) return { errMsg: `fail file already exists ${path}` }
  files.makeDirectory(path)
  return {}
}

const rmdir: Answer = ({ dirPath }, { files }) => {
  const path = textOf(dirPath)
  if (!files.isDirectory(path)) return missing('rmdir', path)
  files.remove(path)
  return {}
}

const readdir: Answer = ({ dirPath }, { files }) =>
  files.isDirectory(textOf(dirPath))
    ? { files: files.list(textOf(dirPath)) }
    : missing('readdir', textOf(dirPath))

const saveFile: Answer = ({ tempFilePath, filePath }, { files }) => {
  const path = textOf(tempFilePath)
  if (!files.has(path)) return { errMsg: 'fail tempFilePath file not exist' }
  return { savedFilePath: files.save(path, typeof filePath === 'string' ? filePath : undefined) }
}

const fileInfo: Answer = ({ filePath }, { files }) =>
  files.has(textOf(filePath)) ? { size: files.sizeOf(textOf(filePath)) } : { errMsg: 'fail file not exist' }

const savedFiles: Answer = (_params, { files }) => ({
  fileList: files.saved().map(filePath => ({ filePath, size: files.sizeOf(filePath), createTime: 0 })),
})

const stat: Answer = ({ path }, { files, objectOf }) => {
  const name = textOf(path)
  if (!files.has(name)) return missing('stat', name)
  const isDirectory = files.isDirectory(name)
  const kind = objectOf({
    isDirectory: { plain: () => isDirectory },
    isFile: { plain: () => !isDirectory },
  })
  return { stats: { ...kind, size: files.sizeOf(name), mode: 0, lastAccessedTime: 0, lastModifiedTime: 0 } }
}

/** A function of the file system, and its `Sync` form: the names of the arguments, and what it returns. */
function both(name: string, answer: Answer, names: readonly string[], key?: string): Rows {
  const sync: PlainRow = {
    plain(host, ...args) {
      const result = answer(Object.fromEntries(names.map((name, index) => [name, args[index]])), host)
      if (typeof result.errMsg === 'string') throw new Error(`${name}Sync:${result.errMsg}`)
      return key === undefined ? undefined : result[key]
    },
  }
  return { [name]: { answer, quiet: true }, [`${name}Sync`]: sync }
}

const savedRows: Readonly<Record<string, Row>> = {
  getFileInfo: { answer: fileInfo, quiet: true },
  getSavedFileInfo: { answer: fileInfo, quiet: true },
  getSavedFileList: { answer: savedFiles, quiet: true },
  removeSavedFile: { answer: unlink, quiet: true },
}

const fileSystem: Rows = {
  ...both('access', access, ['path']),
  ...both('readFile', readFile, ['filePath', 'encoding'], 'data'),
  ...both('writeFile', writeFile, ['filePath', 'data', 'encoding']),
  ...both('appendFile', appendFile, ['filePath', 'data', 'encoding']),
  ...both('copyFile', copyFile, ['srcPath', 'destPath']),
  ...both('rename', rename, ['oldPath', 'newPath']),
  ...both('unlink', unlink, ['filePath']),
  ...both('mkdir', mkdir, ['dirPath', 'recursive']),
  ...both('rmdir', rmdir, ['dirPath', 'recursive']),
  ...both('readdir', readdir, ['dirPath'], 'files'),
  ...both('saveFile', saveFile, ['tempFilePath', 'filePath'], 'savedFilePath'),
  ...both('stat', stat, ['path', 'recursive'], 'stats'),
  ...savedRows,
  unzip: always({}),
}

export const fileRows: Rows = {
  ...savedRows,
  saveFile: { answer: saveFile, quiet: true },
  getFileSystemManager: { plain: ({ objectOf }) => objectOf(fileSystem, { promises: false }) },
  arrayBufferToBase64: {
    plain: (_host, buffer) => Buffer.from(bytesOf(buffer, undefined)).toString('base64'),
  },
  base64ToArrayBuffer: {
    plain: (_host, text) => Uint8Array.from(Buffer.from(textOf(text), 'base64')).buffer,
  },
}
