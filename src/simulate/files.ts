export type AnyFunction = (...args: readonly unknown[]) => unknown
type Options = Readonly<Record<string, unknown>>
type Result = Readonly<Record<string, unknown>>

/** A temporary file, as devices name it. The extension decides whether the album takes it. */
const temporary = (extension: string) => `wxfile://tmp_wxauth_demo.${extension}`
const photo = temporary('jpg')
const video = temporary('mp4')

/** What these APIs answer on a phone, where the simulator's stubs have empty lists and the paths `''` and `'/'`. */
const files: Readonly<Record<string, (options: Options) => Result>> = {
  canvasToTempFilePath: ({ fileType }) => ({ tempFilePath: temporary(fileType === 'jpg' ? 'jpg' : 'png') }),
  chooseImage: () => ({ tempFilePaths: [photo], tempFiles: [{ path: photo, size: 1024 }] }),
  chooseMedia: ({ mediaType }) => ({ tempFiles: [isVideoOnly(mediaType) ? chosenVideo : chosenPhoto] }),
  chooseMessageFile: ({ type }) => ({ tempFiles: [messageFile(type)] }),
  chooseVideo: () => ({ tempFilePath: video }),
  compressImage: () => ({ tempFilePath: photo }),
  compressVideo: () => ({ tempFilePath: video }),
  cropImage: () => ({ tempFilePath: photo }),
  downloadFile: ({ url, filePath }) =>
    filePath === undefined
      ? { tempFilePath: temporary(extensionOf(url)), filePath: undefined }
      : { filePath, tempFilePath: undefined },
  editImage: () => ({ tempFilePath: photo }),
  getImageInfo: ({ src }) => ({ path: isFromNetwork(src) ? temporary(extensionOf(src)) : src }),
  openVideoEditor: () => ({ tempFilePath: video, tempThumbPath: photo }),
}

const chosenPhoto = { tempFilePath: photo, fileType: 'image', size: 1024 }
const chosenVideo = { tempFilePath: video, fileType: 'video', size: 1024, thumbTempFilePath: photo }

const isVideoOnly = (mediaType: unknown) => Array.isArray(mediaType) && String(mediaType) === 'video'

function messageFile(type: unknown): Result {
  const path = type === 'video' ? video : type === 'file' ? temporary('pdf') : photo
  return { path, name: path.slice(path.lastIndexOf('/') + 1), size: 1024, time: 0, type: type ?? 'image' }
}

const isFromNetwork = (path: unknown) => typeof path === 'string' && /^https?:\/\//i.test(path)

/** The extension in the path of a URL; without one, that of a picture. */
function extensionOf(url: unknown): string {
  const path = String(url)
    .replace(/^\w+:\/\/[^/?#]*/, '')
    .replace(/[?#].*/s, '')
  return /\.(\w+)$/.exec(path)?.[1] ?? 'jpg'
}

/** The stubs among these functions that answer with files, so that the files are usable. */
export function withUsableFiles(wx: Options): Readonly<Record<string, AnyFunction>> {
  const stubs = Object.entries(files).flatMap(([name, filesFor]) => {
    const stub = wx[name]
    return isBare(stub) ? [[name, withFiles(stub, filesFor)] as const] : []
  })
  const { getFileSystemManager } = wx
  return {
    ...Object.fromEntries(stubs),
    ...(isBare(getFileSystemManager) ? { getFileSystemManager: managerOf(getFileSystemManager) } : {}),
  }
}

function managerOf(stub: AnyFunction): AnyFunction {
  return () => {
    const manager = stub() as Readonly<Record<string, AnyFunction>>
    const { saveFile } = manager
    const saved = (temporary: unknown, path: unknown) => path ?? String(temporary).replace('tmp_', 'store_')
    return {
      ...manager,
      ...(isBare(saveFile)
        ? {
            saveFile: withFiles(saveFile, ({ tempFilePath, filePath }) => ({
              savedFilePath: saved(tempFilePath, filePath),
            })),
          }
        : {}),
      saveFileSync: saved,
    }
  }
}

/** A mock, which a test may want to look at, has properties; a stub of the simulator has none. */
function isBare(stub: unknown): stub is AnyFunction {
  const own = ['length', 'name', 'prototype']
  return typeof stub === 'function' && Reflect.ownKeys(stub).every(key => own.includes(String(key)))
}

function withFiles(stub: AnyFunction, filesFor: (options: Options) => Result): AnyFunction {
  return (option = {}, ...more) => {
    const options = Object(option) as Options
    const complete = (result: unknown) => filled(result, filesFor(options))
    const callbacks = ['success', 'complete'].flatMap(name => {
      const callback = options[name]
      return typeof callback === 'function'
        ? [[name, (result: unknown) => callback.call(options, complete(result))] as const]
        : []
    })
    const answer = stub({ ...options, ...Object.fromEntries(callbacks) }, ...more)
    return isPromise(answer) ? answer.then(complete) : answer
  }
}

/** The result with these files in place of what is no file. */
function filled(result: unknown, usable: Result): unknown {
  if (typeof result !== 'object' || result === null || isFailure(result)) return result
  const missing = Object.entries(usable).filter(([key]) => isNoFile((result as Result)[key]))
  return { ...result, ...Object.fromEntries(missing) }
}

const isFailure = (result: object) => String((result as Result).errMsg).includes(':fail')

function isNoFile(value: unknown): boolean {
  return value === undefined || value === '' || value === '/' || (Array.isArray(value) && value.length === 0)
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
