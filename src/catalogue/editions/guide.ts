import type { Api, ApiShape } from '../api.ts'
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
import { catalogueOf, type Edition, type ScopeFacts } from '../catalogue.ts'
import type { GuideApi, GuideFreeApi, GuideScope } from '../names.ts'
import { errMsgTexts } from '../wording.ts'

/** All that the guide's edition must have: the compiler asks for a row for each. */
export interface GuideEdition extends Edition {
  readonly scopes: Readonly<Record<GuideScope, ScopeFacts>>
  readonly apis: Readonly<Record<GuideApi, Api>>
  readonly free: Readonly<Record<GuideFreeApi, ApiShape>>
}

/** The platform of WeChat's authorization guide, early 2019. Descriptions and order are those of its Scope List. */
const edition = {
  name: 'guide',
  scopes: {
    'scope.userInfo': { description: 'User information' },
    'scope.userLocation': { description: 'Geographic location' },
    'scope.address': { description: 'Postal address' },
    'scope.invoiceTitle': { description: 'Invoice title' },
    'scope.invoice': { description: 'Gets invoice' },
    'scope.werun': { description: 'WeRun step counts' },
    'scope.record': { description: 'Recording feature' },
    'scope.writePhotosAlbum': { description: 'Saves to album' },
    'scope.camera': { description: 'Camera' },
  },
  laterScopes: [
    'scope.userFuzzyLocation',
    'scope.userLocationBackground',
    'scope.bluetooth',
    'scope.addPhoneContact',
    'scope.addPhoneCalendar',
  ],
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
} satisfies GuideEdition

export const guideCatalogue = catalogueOf(edition)
