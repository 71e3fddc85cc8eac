Page({
  onLoad() {
    this.getOpenerEventChannel().on('given', ({ name }) => this.setData({ name }))
  },
  choose() {
    this.getOpenerEventChannel().emit('chosen', 42)
    wx.navigateBack()
  },
})
