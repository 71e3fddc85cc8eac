import { chooseAddress } from '../apis/address.ts'
import { saveImageToPhotosAlbum, saveVideoToPhotosAlbum } from '../apis/album.ts'
import { authorize, settings } from '../apis/authorization.ts'
import { camera } from '../apis/camera.ts'
import { chooseInvoice, chooseInvoiceTitle } from '../apis/invoice.ts'
import { chooseLocation, getLocation } from '../apis/location.ts'
import { startRecord, stopRecord } from '../apis/record.ts'
import { unguarded } from '../apis/unguarded.ts'
import { getUserInfo } from '../apis/user-info.ts'
import { getWeRunData } from '../apis/werun.ts'
import { catalogueOf, type Edition } from '../catalogue.ts'
import { errMsgTexts } from '../wording.ts'

/** The platform of WeChat's authorization guide, early 2019. */
const edition: Edition = {
  scopes: {
    'scope.userInfo': 'User information',
    'scope.userLocation': 'Geographic location',
    'scope.address': 'Postal address',
    'scope.invoiceTitle': 'Invoice title',
    'scope.invoice': 'Gets invoice',
    'scope.werun': 'WeRun step counts',
    'scope.record': 'Recording feature',
    'scope.writePhotosAlbum': 'Saves to album',
    'scope.camera': 'Camera',
  },
  apis: {
    'wx.getUserInfo': getUserInfo,
    'wx.getLocation': getLocation,
    'wx.chooseLocation': chooseLocation,
    'wx.chooseAddress': chooseAddress,
    'wx.chooseInvoiceTitle': chooseInvoiceTitle,
    'wx.chooseInvoice': chooseInvoice,
    'wx.getWeRunData': getWeRunData,
    'wx.startRecord': startRecord,
    'wx.saveImageToPhotosAlbum': saveImageToPhotosAlbum,
    'wx.saveVideoToPhotosAlbum': saveVideoToPhotosAlbum,
    camera,
  },
  free: {
    'wx.authorize': authorize,
    'wx.getSetting': settings,
    'wx.openSetting': settings,
    'wx.stopRecord': stopRecord,
  },
  unguarded,
  errMsgs: errMsgTexts,
}

export const guideCatalogue = catalogueOf(edition)
