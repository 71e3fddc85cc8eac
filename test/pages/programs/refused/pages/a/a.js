import { locate, twice } from '../../lib/ask'
Page({
  data: { name: '' },
  broken() {
    wx.getLocation({ fail: error => this.setData({ name: error.detail.reason.text }) })
  },
  async deep() {
    await twice()
  },
  json() {
    wx.chooseAddress({ fail: ({ errMsg }) => JSON.parse(errMsg) })
  },
  async wait() {
    await new Promise(resolve => wx.getLocation({ success: resolve, fail() {} }))
  },
  async loading() {
    wx.showLoading({ title: 'Wait' })
    const place = await locate().catch(() => undefined)
    this.setData({ name: place.latitude })
    wx.hideLoading()
  },
})
