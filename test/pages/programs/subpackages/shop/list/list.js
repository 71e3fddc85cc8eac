const { word } = require('../word')
Page({
  data: { word },
  onLoad(query) {
    this.setData({ from: query.from || 'nowhere' })
  },
  one() {
    wx.redirectTo({ url: '../one/one?id=3' })
  },
})
