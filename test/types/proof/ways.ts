import type { Wx } from 'wxauth'
import type { Equal } from './equal.ts'
import type { Names } from './wx.ts'

declare const wx: Wx
declare const official: WechatMiniprogram.Wx

export interface Success {
  success: () => void
}
export interface Fail {
  fail: () => void
}
export interface Complete {
  complete: () => void
}

export type None = Record<never, never>
interface Scope {
  scope: string
}
interface File {
  filePath: string
}

export type Callable = (...args: never) => unknown

/** `true` if our promise resolves with the official result and has no keys of our own, else the reason. */
type SamePromise<Ours extends Callable, Theirs extends Callable> =
  ReturnType<Ours> extends Promise<infer Our>
    ? ReturnType<Theirs> extends Promise<infer Their>
      ? Our extends Their
        ? Exclude<keyof Our, keyof Their> extends never
          ? true
          : 'a key of our own'
        : 'another result'
      : 'no official promise'
    : 'no promise of ours'

/** All `true` if an API returns the same promise as the official one, and nothing with any of the three callbacks. */
export type Ways<
  Ours extends Callable,
  Theirs extends Callable,
  WithSuccess extends Callable,
  WithFail extends Callable,
  WithComplete extends Callable,
> = [
  SamePromise<Ours, Theirs>,
  ReturnType<WithSuccess>,
  ReturnType<WithFail>,
  ReturnType<WithComplete>,
] extends [infer Same, infer S, infer F, infer C]
  ? [Same, Equal<S, void>, Equal<F, void>, Equal<C, void>]
  : never

const yes: [true, true, true, true] = [true, true, true, true]

export const ways: {
  authorize: Ways<
    typeof wx.authorize<Scope>,
    typeof official.authorize<Scope>,
    typeof wx.authorize<Scope & Success>,
    typeof wx.authorize<Scope & Fail>,
    typeof wx.authorize<Scope & Complete>
  >
  getSetting: Ways<
    typeof wx.getSetting<None>,
    typeof official.getSetting<None>,
    typeof wx.getSetting<Success>,
    typeof wx.getSetting<Fail>,
    typeof wx.getSetting<Complete>
  >
  openSetting: Ways<
    typeof wx.openSetting<None>,
    typeof official.openSetting<None>,
    typeof wx.openSetting<Success>,
    typeof wx.openSetting<Fail>,
    typeof wx.openSetting<Complete>
  >
  getUserInfo: Ways<
    typeof wx.getUserInfo<None>,
    typeof official.getUserInfo<None>,
    typeof wx.getUserInfo<Success>,
    typeof wx.getUserInfo<Fail>,
    typeof wx.getUserInfo<Complete>
  >
  getLocation: Ways<
    typeof wx.getLocation<None>,
    typeof official.getLocation<None>,
    typeof wx.getLocation<Success>,
    typeof wx.getLocation<Fail>,
    typeof wx.getLocation<Complete>
  >
  chooseLocation: Ways<
    typeof wx.chooseLocation<None>,
    typeof official.chooseLocation<None>,
    typeof wx.chooseLocation<Success>,
    typeof wx.chooseLocation<Fail>,
    typeof wx.chooseLocation<Complete>
  >
  chooseAddress: Ways<
    typeof wx.chooseAddress<None>,
    typeof official.chooseAddress<None>,
    typeof wx.chooseAddress<Success>,
    typeof wx.chooseAddress<Fail>,
    typeof wx.chooseAddress<Complete>
  >
  chooseInvoiceTitle: Ways<
    typeof wx.chooseInvoiceTitle<None>,
    typeof official.chooseInvoiceTitle<None>,
    typeof wx.chooseInvoiceTitle<Success>,
    typeof wx.chooseInvoiceTitle<Fail>,
    typeof wx.chooseInvoiceTitle<Complete>
  >
  chooseInvoice: Ways<
    typeof wx.chooseInvoice<None>,
    typeof official.chooseInvoice<None>,
    typeof wx.chooseInvoice<Success>,
    typeof wx.chooseInvoice<Fail>,
    typeof wx.chooseInvoice<Complete>
  >
  getWeRunData: Ways<
    typeof wx.getWeRunData<None>,
    typeof official.getWeRunData<None>,
    typeof wx.getWeRunData<Success>,
    typeof wx.getWeRunData<Fail>,
    typeof wx.getWeRunData<Complete>
  >
  startRecord: Ways<
    typeof wx.startRecord<None>,
    typeof official.startRecord<None>,
    typeof wx.startRecord<Success>,
    typeof wx.startRecord<Fail>,
    typeof wx.startRecord<Complete>
  >
  stopRecord: Ways<
    typeof wx.stopRecord<None>,
    typeof official.stopRecord<None>,
    typeof wx.stopRecord<Success>,
    typeof wx.stopRecord<Fail>,
    typeof wx.stopRecord<Complete>
  >
  saveImageToPhotosAlbum: Ways<
    typeof wx.saveImageToPhotosAlbum<File>,
    typeof official.saveImageToPhotosAlbum<File>,
    typeof wx.saveImageToPhotosAlbum<File & Success>,
    typeof wx.saveImageToPhotosAlbum<File & Fail>,
    typeof wx.saveImageToPhotosAlbum<File & Complete>
  >
  saveVideoToPhotosAlbum: Ways<
    typeof wx.saveVideoToPhotosAlbum<File>,
    typeof official.saveVideoToPhotosAlbum<File>,
    typeof wx.saveVideoToPhotosAlbum<File & Success>,
    typeof wx.saveVideoToPhotosAlbum<File & Fail>,
    typeof wx.saveVideoToPhotosAlbum<File & Complete>
  >
} = {
  authorize: yes,
  getSetting: yes,
  openSetting: yes,
  getUserInfo: yes,
  getLocation: yes,
  chooseLocation: yes,
  chooseAddress: yes,
  chooseInvoiceTitle: yes,
  chooseInvoice: yes,
  getWeRunData: yes,
  startRecord: yes,
  stopRecord: yes,
  saveImageToPhotosAlbum: yes,
  saveVideoToPhotosAlbum: yes,
}

export const everyOther: Equal<
  Exclude<Names, keyof typeof ways>,
  'createCameraContext' | 'getRecorderManager' | 'canIUse'
> = true
