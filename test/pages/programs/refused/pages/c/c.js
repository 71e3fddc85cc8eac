Page({
  onLoad() {
    wx.authorize({ scope: 'scope.record' })
  },
  ask() {
    wx.showModal({
      title: 'The album',
      success: () => wx.openSetting({ success: this.save }),
    })
  },
  save() {
    wx.saveImageToPhotosAlbum({ filePath: '/a.png' }).then(() => wx.showToast({ title: 'Saved' }))
  },
})
