import { describe, expect, test } from 'vitest'
import { programWithHost } from './program-with-host.ts'

/** Calls with callbacks and logs what they receive. */
const heard = "{ success: r => log.push(['success', r]), fail: r => log.push(['fail', r]) }"
const call = (api: string, options = '{}') => `wx.${api}({ ...${options}, ...${heard} });`

interface Row {
  readonly title: string
  readonly code: string
  readonly log: readonly unknown[]
  readonly fixtures?: object
  readonly user?: object
  readonly storage?: Readonly<Record<string, unknown>>
}

const rows: readonly Row[] = [
  {
    title: 'storage gives back what was stored',
    code: `wx.setStorageSync('a', { deep: [1] }); ${call('getStorage', "{ key: 'a' }")} log.push(wx.getStorageSync('a'))`,
    log: [{ deep: [1] }, ['success', { data: { deep: [1] }, errMsg: 'getStorage:ok' }]],
  },
  {
    title: 'storage starts with what it is given',
    storage: { token: 't' },
    code: "log.push(wx.getStorageSync('token'), wx.getStorageInfoSync())",
    log: ['t', { keys: ['token'], currentSize: 1, limitSize: 10_240 }],
  },
  {
    title: 'a key that is not there is an empty text, or a failure',
    code: `log.push(wx.getStorageSync('none')); ${call('getStorage', "{ key: 'none' }")}`,
    log: ['', ['fail', { errMsg: 'getStorage:fail data not found' }]],
  },
  {
    title: 'storage without a key is a parameter error',
    code: `${call('getStorage')} try { wx.getStorageSync() } catch (error) { log.push(error instanceof Error, error.message) }`,
    log: [
      true,
      'getStorageSync:fail parameter error: parameter should be String',
      [
        'fail',
        { errMsg: 'getStorage:fail parameter error: parameter.key should be String instead of Undefined;' },
      ],
    ],
  },
  {
    title: 'a value of more than a megabyte is refused',
    code: `${call('setStorage', "{ key: 'a', data: 'x'.repeat(2 ** 20) }")}`,
    log: [['fail', { errMsg: 'setStorage:fail entry size limit reached' }]],
  },
  {
    title: 'storage can be removed and cleared',
    code: "wx.setStorageSync('a', 1); wx.setStorageSync('b', 2); wx.removeStorageSync('a'); log.push(wx.getStorageInfoSync().keys); wx.clearStorageSync(); log.push(wx.getStorageInfoSync().keys)",
    log: [['b'], []],
  },
  {
    title: 'modals are confirmed',
    code: call('showModal', "{ title: 'Sure?' }"),
    log: [['success', { confirm: true, cancel: false, errMsg: 'showModal:ok' }]],
  },
  {
    title: 'modals are cancelled if the user says so',
    user: { modal: () => 'cancel' },
    code: call('showModal', "{ title: 'Sure?' }"),
    log: [['success', { confirm: false, cancel: true, errMsg: 'showModal:ok' }]],
  },
  {
    title: 'a modal without a cancel button cannot be cancelled',
    user: { modal: () => 'cancel' },
    code: call('showModal', '{ showCancel: false }'),
    log: [['success', { confirm: true, cancel: false, errMsg: 'showModal:ok' }]],
  },
  {
    title: 'an action sheet answers with an item',
    user: { sheet: () => 1 },
    code: call('showActionSheet', "{ itemList: ['a', 'b'] }"),
    log: [['success', { tapIndex: 1, errMsg: 'showActionSheet:ok' }]],
  },
  {
    title: 'a cancelled action sheet fails',
    user: { sheet: () => 'cancel' },
    code: call('showActionSheet', "{ itemList: ['a', 'b'] }"),
    log: [['fail', { errMsg: 'showActionSheet:fail cancel' }]],
  },
  {
    title: 'a request without a fixture gets an empty answer',
    code: call('request', "{ url: 'https://a.example/x' }"),
    log: [['success', { data: {}, statusCode: 200, header: {}, cookies: [], errMsg: 'request:ok' }]],
  },
  {
    title: 'a request gets the fixture of its URL',
    fixtures: { 'wx.request': [{ url: '*/api/shops*', reply: { data: [1], statusCode: 201 } }] },
    code: call('request', "{ url: 'https://a.example/api/shops?page=1' }"),
    log: [['success', { data: [1], statusCode: 201, header: {}, cookies: [], errMsg: 'request:ok' }]],
  },
  {
    title: 'a fixture can fail',
    fixtures: { 'wx.request': { errMsg: 'request:fail timeout' } },
    code: call('request', "{ url: 'https://a.example/' }"),
    log: [['fail', { errMsg: 'request:fail timeout' }]],
  },
  {
    title: 'a cloud function gets the fixture of its name',
    fixtures: { 'wx.cloud.callFunction': [{ url: 'shops', reply: { result: [1] } }] },
    code: "wx.cloud.callFunction({ name: 'shops' }).then(r => log.push(r.result, r.errMsg))",
    log: [[1], 'cloud.callFunction:ok'],
  },
  {
    title: 'a query of the cloud gets the fixture of its collection',
    fixtures: { 'cloud.database.get': [{ url: 'shops', reply: { data: [{ name: 'a' }] } }] },
    code: "const db = wx.cloud.database(); db.collection('shops').where({ n: db.command.gt(1) }).limit(3).get().then(r => log.push(r.data))",
    log: [[{ name: 'a' }]],
  },
  {
    title: 'what a server says to an upload is a text',
    fixtures: { 'wx.uploadFile': { data: { id: 1 } } },
    code: call('uploadFile', "{ url: 'https://a.example/', filePath: 'x', name: 'f' }"),
    log: [['success', { data: '{"id":1}', statusCode: 200, errMsg: 'uploadFile:ok' }]],
  },
  {
    title: 'an API without a row of its own succeeds',
    code: `${call('vibrateShort')} wx.pageScrollTo({ scrollTop: 0 }).then(r => log.push(r))`,
    log: [['success', { errMsg: 'vibrateShort:ok' }], { errMsg: 'pageScrollTo:ok' }],
  },
  {
    title: 'complete runs after success',
    code: "wx.login({ success: () => log.push('success'), complete: r => log.push(r.errMsg) })",
    log: ['success', 'login:ok'],
  },
  {
    title: 'a picker that is cancelled fails',
    user: { pick: () => 'cancel' },
    code: `${call('chooseImage')} ${call('scanCode')} wx.chooseMedia().catch(r => log.push(r))`,
    log: [
      ['fail', { errMsg: 'chooseImage:fail cancel' }],
      ['fail', { errMsg: 'scanCode:fail cancel' }],
      { errMsg: 'chooseMedia:fail cancel' },
    ],
  },
  {
    title: 'back from the first page fails',
    code: call('navigateBack'),
    log: [['fail', { errMsg: 'navigateBack:fail cannot navigate back at first page.' }]],
  },
  {
    title: 'a page that is not there is not found',
    code: call('navigateTo', "{ url: '/none' }"),
    log: [['fail', { errMsg: 'navigateTo:fail page "none" is not found' }]],
  },
  {
    title: 'the opener and the page that it opens share a channel',
    code: "wx.navigateTo({ url: '/pages/a/a', success: ({ eventChannel }) => log.push(typeof eventChannel.emit) })",
    log: ['function'],
  },
  {
    title: 'listeners are added and removed',
    code: "const f = () => 1; wx.onAppShow(f); wx.offAppShow(f); log.push('still here')",
    log: ['still here'],
  },
  {
    title: 'files can be written, read and removed',
    code: `const fs = wx.getFileSystemManager(); const path = wx.env.USER_DATA_PATH + '/a.txt'
      fs.writeFileSync(path, 'one'); log.push(fs.readFileSync(path, 'utf8'), fs.readdirSync(wx.env.USER_DATA_PATH), fs.statSync(path).isFile())
      fs.unlinkSync(path); fs.access({ path, fail: r => log.push(r.errMsg) })`,
    log: ['one', ['a.txt'], true, "access:fail no such file or directory, access 'wxfile://usr/a.txt'"],
  },
  {
    title: 'bytes become text and text becomes bytes',
    code: "log.push(wx.arrayBufferToBase64(wx.base64ToArrayBuffer('d3g=')), wx.base64ToArrayBuffer('d3g=') instanceof ArrayBuffer)",
    log: ['d3g=', true],
  },
  {
    title: 'system and window are a phone',
    code: 'log.push(wx.getSystemInfoSync().windowWidth, wx.getWindowInfo().statusBarHeight, wx.getMenuButtonBoundingClientRect().height)',
    log: [375, 20, 32],
  },
  {
    title: 'canIUse says what is there',
    code: "log.push(['getStorage', 'getLocation.object.type', 'getLocation.object.x', 'none', 'button.open-type.contact', 'camera'].map(wx.canIUse))",
    log: [[true, true, false, false, true, true]],
  },
  {
    title: 'a query of elements answers each question, then all',
    code: "wx.createSelectorQuery().select('#a').boundingClientRect(r => log.push(r.width)).selectViewport().scrollOffset().exec(all => log.push(all.length))",
    log: [375, 2],
  },
  {
    title: 'a query of all elements answers with a list',
    code: "wx.createSelectorQuery().selectAll('.a').boundingClientRect(all => log.push(all.map(r => r.width))).select('.a').fields({ size: true }).exec(all => log.push(Array.isArray(all[0]), Array.isArray(all[1])))",
    log: [[375], true, false],
  },
  {
    title: 'an animation can be exported',
    code: 'log.push(wx.createAnimation({}).opacity(1).step().export())',
    log: [{ actions: [] }],
  },
  {
    title: 'a canvas is drawn',
    code: "const c = wx.createCanvasContext('c'); c.setFillStyle('red'); c.fillText('x', 1, 1); log.push(c.measureText('ab').width); c.draw(false, () => log.push('drawn'))",
    log: [10, 'drawn'],
  },
  {
    title: 'a picture of a canvas is loaded once it has a name',
    code: "wx.createSelectorQuery().select('#c').fields({ node: true, size: true }).exec(([{ node }]) => { const image = node.createImage(); image.onload = () => log.push('loaded'); image.src = 'a.png' })",
    log: ['loaded'],
  },
  {
    title: 'the clipboard keeps a text',
    code: "wx.setClipboardData({ data: 'x', success: () => wx.getClipboardData({ success: r => log.push(r.data) }) })",
    log: ['x'],
  },
  {
    title: 'there is no update',
    code: 'wx.getUpdateManager().onCheckForUpdate(r => log.push(r))',
    log: [{ hasUpdate: false }],
  },
  {
    title: 'an undecided scope is asked for, and the answer counts',
    code: call('getLocation'),
    log: [['fail', { errMsg: 'getLocation:fail auth deny' }]],
  },
  {
    title: 'a promise of a refused API rejects',
    code: 'wx.getLocation().catch(r => log.push(r, r instanceof Object))',
    log: [{ errMsg: 'getLocation:fail auth deny' }, true],
  },
]

describe('wx in a page', () => {
  test.each(rows)('$title', async ({ code, log, fixtures, user, storage }) => {
    const { run, faults, thrown } = programWithHost({ answers: 'reject', fixtures, user, storage })
    expect(await run(code)).toEqual(log)
    expect([faults, thrown]).toEqual([[], []])
  })

  test.each([
    'chooseImage({ success: r => save(r.tempFilePaths[0]) })',
    'chooseMedia({ success: r => save(r.tempFiles[0].tempFilePath) })',
    "downloadFile({ url: 'https://a.example/poster', success: r => save(r.tempFilePath) })",
    "canvasToTempFilePath({ canvasId: 'c', success: r => save(r.tempFilePath) })",
    "getImageInfo({ src: 'https://a.example/a.png', success: r => save(r.path) })",
  ])('the album takes the file of %s', async source => {
    const { run } = programWithHost({ answers: 'accept' })
    const save =
      'const save = filePath => wx.saveImageToPhotosAlbum({ filePath, complete: r => log.push(r.errMsg) });'
    expect(await run(`${save} wx.${source}`)).toEqual(['saveImageToPhotosAlbum:ok'])
  })
})
