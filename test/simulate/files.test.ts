// @vitest-environment jsdom
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { globals, simulate } from './opened-page.ts'

type Result = Readonly<Record<string, unknown>>
type Files = readonly Result[]
const list = (value: unknown) => value as Files

interface Row {
  readonly api: string
  readonly option?: object
  /** The path that page code takes from the result. */
  readonly path: (result: Result) => unknown
  readonly is: RegExp
}

const tempFilePath = (result: Result) => result.tempFilePath
const image = /^wxfile:\/\/.*\.(?:jpg|png)$/
const video = /^wxfile:\/\/.*\.mp4$/

const rows: readonly Row[] = [
  { api: 'canvasToTempFilePath', path: tempFilePath, is: /\.png$/ },
  { api: 'canvasToTempFilePath', option: { fileType: 'jpg' }, path: tempFilePath, is: /\.jpg$/ },
  { api: 'chooseImage', path: ({ tempFilePaths }) => list(tempFilePaths)[0], is: image },
  { api: 'chooseImage', path: ({ tempFiles }) => list(tempFiles)[0]?.path, is: image },
  { api: 'chooseMedia', path: ({ tempFiles }) => list(tempFiles)[0]?.tempFilePath, is: image },
  {
    api: 'chooseMedia',
    option: { mediaType: ['video'] },
    path: ({ tempFiles }) => list(tempFiles)[0]?.tempFilePath,
    is: video,
  },
  { api: 'chooseMessageFile', path: ({ tempFiles }) => list(tempFiles)[0]?.path, is: image },
  {
    api: 'chooseMessageFile',
    option: { type: 'video' },
    path: ({ tempFiles }) => list(tempFiles)[0]?.path,
    is: video,
  },
  { api: 'chooseVideo', path: tempFilePath, is: video },
  { api: 'compressImage', option: { src: '/a.png' }, path: tempFilePath, is: image },
  { api: 'compressVideo', option: { src: '/a.mp4' }, path: tempFilePath, is: video },
  { api: 'cropImage', option: { src: '/a.png' }, path: tempFilePath, is: image },
  { api: 'editImage', option: { src: '/a.png' }, path: tempFilePath, is: image },
  { api: 'downloadFile', option: { url: 'https://example.com/qr?id=1' }, path: tempFilePath, is: image },
  { api: 'downloadFile', option: { url: 'https://a.io/a.png?x=a.mp4' }, path: tempFilePath, is: /\.png$/ },
  { api: 'downloadFile', option: { url: 'https://a.io/a.mp4#t=1' }, path: tempFilePath, is: video },
  {
    api: 'downloadFile',
    option: { url: 'https://a.io/a', filePath: '/usr/own.png' },
    path: ({ filePath }) => filePath,
    is: /^\/usr\/own\.png$/,
  },
  { api: 'getImageInfo', option: { src: 'https://a.io/a.png' }, path: ({ path }) => path, is: image },
  {
    api: 'getImageInfo',
    option: { src: '/images/a.png' },
    path: ({ path }) => path,
    is: /^\/images\/a\.png$/,
  },
  { api: 'openVideoEditor', path: tempFilePath, is: video },
  { api: 'openVideoEditor', path: ({ tempThumbPath }) => tempThumbPath, is: image },
]

function installed() {
  const { wx, auth } = createWxAuth({ answers: 'accept' })
  onTestFinished(install({ wx, auth, simulate }))
}

/** What `success` receives, of an API of the global `wx`. */
const resultOf = (api: string, option: object = {}) =>
  new Promise<Result>((success, fail) => globals.wx[api]?.({ ...option, success, fail }))

function save(filePath: unknown): Promise<Result> {
  const api = String(filePath).endsWith('.mp4') ? 'saveVideoToPhotosAlbum' : 'saveImageToPhotosAlbum'
  return resultOf(api, { filePath })
}

describe('The album takes what the simulator’s stubs answer:', () => {
  test.each(rows)('$api with $option', async ({ api, option, path, is }) => {
    installed()
    const file = path(await resultOf(api, option))
    expect(file).toMatch(is)
    expect(await save(file)).toMatchObject({ errMsg: expect.stringMatching(/:ok$/) })
  })

  test('getFileSystemManager().saveFile', async () => {
    installed()
    const { tempFilePath } = await resultOf('downloadFile', { url: 'https://a.io/a.png' })
    const manager = globals.wx.getFileSystemManager?.() as Readonly<
      Record<'saveFile', (option: object) => void> & Record<'saveFileSync', (path: unknown) => string>
    >
    const { savedFilePath } = await new Promise<Result>(success =>
      manager.saveFile({ tempFilePath, success }),
    )
    expect(savedFilePath).toMatch(/^wxfile:\/\/store_.*\.png$/)
    expect(manager.saveFileSync(tempFilePath)).toBe(savedFilePath)
    await save(savedFilePath)
  })

  test('also by promise, and in complete', async () => {
    installed()
    const { chooseImage } = globals.wx
    const promised = await chooseImage?.()
    const completed = await new Promise(complete => chooseImage?.({ complete }))
    expect(promised).toMatchObject({ tempFilePaths: [expect.stringMatching(image)] })
    expect(completed).toEqual(promised)
  })
})

test.each([
  ['saveImageToPhotosAlbum', 'https://a.io/a.png', 'fail file not found'],
  ['saveImageToPhotosAlbum', '/', 'fail invalid file type'],
  ['saveVideoToPhotosAlbum', 'wxfile://tmp_wxauth_demo.jpg', 'fail invalid file type'],
])('%s still refuses %s', async (api, filePath, problem) => {
  installed()
  await expect(resultOf(api, { filePath })).rejects.toEqual({ errMsg: `${api}:${problem}` })
})

test('A download of another kind of file is refused', async () => {
  installed()
  const { tempFilePath } = await resultOf('downloadFile', { url: 'https://a.io/a.pdf' })
  await expect(save(tempFilePath)).rejects.toMatchObject({
    errMsg: expect.stringContaining('invalid file type'),
  })
})

describe('A function of the test', () => {
  test('that is a mock stays as it is', () => {
    const chooseImage = vi.fn()
    const before = globals.wx.chooseImage
    Object.assign(globals.wx, { chooseImage })
    onTestFinished(() => void Object.assign(globals.wx, { chooseImage: before }))
    installed()
    expect(globals.wx.chooseImage).toBe(chooseImage)
  })

  test.each([
    [
      'that answers with files',
      { errMsg: 'downloadFile:ok', tempFilePath: 'wxfile://own.gif', statusCode: 200 },
    ],
    ['that fails', { errMsg: 'downloadFile:fail timeout' }],
  ])('%s keeps its answers', async (_, answer) => {
    const before = globals.wx.downloadFile
    const downloadFile = ({ complete }: { complete(result: object): void }) => complete(answer)
    Object.assign(globals.wx, { downloadFile })
    onTestFinished(() => void Object.assign(globals.wx, { downloadFile: before }))
    installed()
    const result = await new Promise(complete =>
      globals.wx.downloadFile?.({ url: 'https://a.io/a', complete }),
    )
    expect(result).toEqual(answer)
  })
})
