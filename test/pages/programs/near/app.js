App({
  log: [],
  onLaunch({ path }) {
    this.log.push(`launched at ${path}, ${wx.getLaunchOptionsSync().path}`)
    wx.onAppShow(() => this.log.push('wx.onAppShow'))
    wx.onAppHide(() => this.log.push('wx.onAppHide'))
    wx.onError(message => this.log.push(`wx.onError ${message}`))
    wx.onUnhandledRejection(({ reason }) => this.log.push(`wx.onUnhandledRejection ${reason.message}`))
  },
  onShow() {
    this.log.push('onShow')
  },
  onHide() {
    this.log.push('onHide')
  },
  onUnhandledRejection({ reason }) {
    this.log.push(`onUnhandledRejection ${reason.message}`)
  },
})
