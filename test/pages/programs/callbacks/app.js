var config = require('./config.js')

App({
  onLaunch: function () {
    var that = this
    wx.login({
      success: function (res) {
        that.globalData.code = res.code.length > 0
      }
    })
  },
  globalData: { code: null, host: config.host }
})
