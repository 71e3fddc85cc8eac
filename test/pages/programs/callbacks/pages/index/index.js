var app = getApp()

Page({
  data: { motto: 'Hello', hasCode: false, host: '' },
  onLoad: function () {
    this.setData({ host: app.globalData.host })
  },
  check: function () {
    var that = this
    wx.getSetting({
      success: function (res) {
        if (!res.authSetting['scope.userLocation']) {
          wx.authorize({
            scope: 'scope.userLocation',
            success: function () {
              that.setData({ motto: 'Granted' })
            },
            fail: function (err) {
              that.setData({ motto: err.errMsg })
            }
          })
        }
      },
      complete: function () {
        that.setData({ hasCode: app.globalData.code })
      }
    })
  }
})
