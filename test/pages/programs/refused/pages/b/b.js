class Finder {
  #tries = 0
  async find() {
    this.#tries += 1
    const [place] = await Promise.all([wx.getLocation({}), wx.getSetting({})])
    return place
  }
}
Page({
  async all() {
    await new Finder().find()
  },
  iterate() {
    wx.getLocation({ fail: error => { for (const one of error) this.setData({ one }) } })
  },
  newer() {
    const later = Promise.withResolvers || Object.groupBy || [].values().map || new Set().union || globalThis.Iterator
    if (later) wx.getLocation({ success() {} })
    else wx.chooseAddress({ success() {} })
  },
  own() {
    wx.authorize({ scope: 'scope.camera' }).catch(error => { throw new Error(error.errMsg, { cause: error }) })
  },
})
