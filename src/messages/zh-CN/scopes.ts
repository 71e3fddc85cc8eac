import type { ScopeName } from '../../catalogue/names.ts'
import type { Texts } from '../texts.ts'

/**
 * The Description column of the guide in Chinese, which is also what the settings page says; later scopes as WeChat's
 * list of scopes calls them.
 */
const names: Readonly<Record<ScopeName, string>> = {
  'scope.userInfo': '用户信息',
  'scope.userLocation': '地理位置',
  'scope.address': '通讯地址',
  'scope.invoiceTitle': '发票抬头',
  'scope.invoice': '获取发票',
  'scope.werun': '微信运动步数',
  'scope.record': '录音功能',
  'scope.writePhotosAlbum': '保存到相册',
  'scope.camera': '摄像头',
  'scope.userFuzzyLocation': '模糊地理位置',
  'scope.userLocationBackground': '后台地理位置',
  'scope.bluetooth': '蓝牙',
  'scope.addPhoneContact': '添加到联系人',
  'scope.addPhoneCalendar': '添加到日历',
}

/** What the popups of WeChat say, below 申请获取以下权限. */
const requests: Readonly<Record<ScopeName, string>> = {
  'scope.userInfo': '获取你的昵称、头像、地区及性别',
  'scope.userLocation': '获取你的位置信息',
  'scope.address': '获取你的通讯地址',
  'scope.invoiceTitle': '获取你的发票抬头',
  'scope.invoice': '获取你的发票',
  'scope.werun': '获取你的微信运动步数',
  'scope.record': '使用你的麦克风',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
  'scope.camera': '使用你的摄像头',
  'scope.userFuzzyLocation': '获取你的模糊位置信息',
  'scope.userLocationBackground': '在使用小程序期间和离开小程序后获取你的位置信息',
  'scope.bluetooth': '使用你的蓝牙',
  'scope.addPhoneContact': '添加联系人到你的手机通讯录',
  'scope.addPhoneCalendar': '添加日程到你的手机日历',
}

export const scopes: Texts['scopes'] = {
  name: scope => names[scope],
  request: scope => requests[scope],
  demoPurpose: () => '用于向你展示附近的内容',
}
