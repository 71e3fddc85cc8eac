Page({
  data: { said: '' },
  go() {
    wx.getLocation({
      complete: ({ errMsg }) => this.setData({ said: `${errMsg} after ${wx.calls.join()}` }),
    })
  },
})
