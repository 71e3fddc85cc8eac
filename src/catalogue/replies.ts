import { chosenLocation, location } from './locations.ts'
import type { Params, Payload, Reply } from './reply.ts'
import type { GuardedApi } from './scopes.ts'
import { userInfo } from './user-info.ts'
import { weRunData } from './werun.ts'
import { type Ending, errMsgsOf } from './wording.ts'

/**
 * What each API answers once it is allowed: the documented shape of early 2019, with what later typings add. People,
 * places and numbers are made up.
 */
export const replies: Readonly<Record<GuardedApi, Reply>> = {
  'wx.getUserInfo': userInfo,
  'wx.getLocation': location,
  'wx.chooseLocation': chosenLocation,
  'wx.chooseAddress': () => ({
    userName: '张三',
    postalCode: '518000',
    provinceName: '广东省',
    cityName: '深圳市',
    countyName: '南山区',
    streetName: '示例街道',
    detailInfo: '示例街道示例路1号',
    detailInfoNew: '示例路1号',
    nationalCode: '440305',
    // The number of the official samples.
    telNumber: '020-81167888',
  }),
  'wx.chooseInvoiceTitle': () => ({
    // The API page says a string, '0' for a company and '1' for a person, and answers kept in public code hold "0";
    // the typings say a number. Code that compares loosely takes both.
    type: '0',
    title: '示例科技有限公司',
    taxNumber: '91440300MA00000000',
    companyAddress: '广东省深圳市南山区示例路1号',
    telephone: '020-81167888',
    bankName: '示例银行深圳分行',
    bankAccount: '0000 0000 0000 000',
  }),
  'wx.chooseInvoice': () => ({
    // The API page says a JSON string and not of what; public code that parses it finds an array. The typings of
    // early 2019 say an object.
    invoiceInfo: JSON.stringify([
      {
        card_id: 'pWXAuthDemo_0000000000000001',
        encrypt_code: 'd3hhdXRoLWRlbW8taW52b2ljZQ==',
        app_id: 'wx0000000000000000',
      },
    ]),
  }),
  'wx.getWeRunData': weRunData,
  // It answers when the recording ends; the old recorder wrote SILK.
  'wx.startRecord': () => ({ tempFilePath: 'wxfile://tmp_wxauth_demo.silk' }),
  'wx.saveImageToPhotosAlbum': params => saved('wx.saveImageToPhotosAlbum', params),
  'wx.saveVideoToPhotosAlbum': params => saved('wx.saveVideoToPhotosAlbum', params),
  // As the event `initdone` carries it.
  camera: () => ({ maxZoom: 10 }),
}

/**
 * Which files the album takes, by extension. Videos: the API page says MP4, and phones were reported to refuse MOV.
 * Pictures: the page names no format; reports are of files without an extension, so every usual one passes.
 */
const albumTypes = {
  'wx.saveImageToPhotosAlbum': /\.(?:jpe?g|png|gif|bmp|webp|heic)$/i,
  'wx.saveVideoToPhotosAlbum': /\.mp4$/i,
} as const

/** A network path: the pages want a local one. `http://tmp/…` and its like are how DevTools writes local paths. */
const network = /^https?:\/\/(?!(?:tmp|usr|store)\/)/i

function saved(api: keyof typeof albumTypes, { filePath: given }: Params): Payload {
  const filePath = typeof given === 'string' ? given : ''
  if (network.test(filePath)) return failed(api, 'no-file')
  if (!albumTypes[api].test(filePath)) return failed(api, 'invalid-file-type')
  return {}
}

function failed(api: GuardedApi, why: Ending): Payload {
  return { errMsg: errMsgsOf(api)[why] }
}
