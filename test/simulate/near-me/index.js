// A typical page: it asks when it needs to, and handles a refusal.
Page({
  data: { place: 'nowhere', refused: false, greeting: '', scanning: false, scanner: '' },

  locate() {
    wx.getLocation({
      type: 'gcj02',
      success: ({ latitude, longitude }) => {
        this.setData({ place: `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`, refused: false })
      },
      fail: () => {
        wx.getSetting({
          success: ({ authSetting }) => {
            this.setData({ place: 'unknown', refused: authSetting['scope.userLocation'] === false })
          },
        })
      },
    })
  },

  cameBack({ detail }) {
    if (detail.authSetting['scope.userLocation']) this.locate()
  },

  tapped() {
    this.setData({ greeting: '…' })
  },

  greet({ type, detail }) {
    this.setData({
      greeting: detail.userInfo ? `Hello, ${detail.userInfo.nickName}` : `${type} ${detail.errMsg}`,
    })
  },

  scan() {
    this.setData({ scanning: !this.data.scanning })
  },

  ready({ detail }) {
    this.setData({ scanner: `zoom to ${detail.maxZoom}` })
  },

  blind({ detail }) {
    this.setData({ scanner: detail.errMsg })
  },
})
