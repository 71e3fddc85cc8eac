Page({
  data: { on: false, state: 'off' },
  start() {
    this.setData({ on: true })
  },
  failed({ detail }) {
    this.setData({ state: 'refused', on: false })
  },
  ready() {
    this.setData({ state: 'on' })
  },
  shoot() {
    wx.createCameraContext().takePhoto({
      success: ({ tempImagePath }) => wx.saveImageToPhotosAlbum({
        filePath: tempImagePath,
        success: () => this.setData({ state: 'saved' }),
        fail: ({ errMsg }) => this.setData({ state: errMsg }),
      }),
    })
  },
})
