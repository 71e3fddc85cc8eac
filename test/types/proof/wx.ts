import type { Wx } from 'wxauth'
import type { Equal } from './equal.ts'

export type Official = WechatMiniprogram.Wx

/** The APIs of the Scope List, and those that belong to authorization. */
export type Names =
  | 'authorize'
  | 'getSetting'
  | 'openSetting'
  | 'getUserInfo'
  | 'getLocation'
  | 'chooseLocation'
  | 'chooseAddress'
  | 'chooseInvoiceTitle'
  | 'chooseInvoice'
  | 'getWeRunData'
  | 'startRecord'
  | 'stopRecord'
  | 'saveImageToPhotosAlbum'
  | 'saveVideoToPhotosAlbum'
  | 'createCameraContext'
  | 'getRecorderManager'
  | 'canIUse'

declare const wx: Wx

/** Our `wx` can replace WeChat's. */
export const replacement: Pick<Official, Names> = wx

export const nothingElse: Equal<keyof Wx, Names> = true

export type Option<Api extends (option: never) => unknown> = Parameters<Api>[0]

/** Our `wx` takes the same options as WeChat's; the assignment above does not compare them. */
export const options: {
  readonly [Name in Names]: Option<Official[Name]> extends Option<Wx[Name]> ? true : false
} = {
  authorize: true,
  getSetting: true,
  openSetting: true,
  getUserInfo: true,
  getLocation: true,
  chooseLocation: true,
  chooseAddress: true,
  chooseInvoiceTitle: true,
  chooseInvoice: true,
  getWeRunData: true,
  startRecord: true,
  stopRecord: true,
  saveImageToPhotosAlbum: true,
  saveVideoToPhotosAlbum: true,
  createCameraContext: true,
  getRecorderManager: true,
  canIUse: true,
}
