Page({
  data: { shows: 0 },
  onShow() {
    this.setData({ shows: ++getApp().globalData.shows })
    if (typeof this.getTabBar === 'function') this.getTabBar().setData({ selected: 0 })
  },
  detail() {
    wx.navigateTo({
      url: '/pages/detail/detail',
      events: { chosen: value => this.setData({ chosen: value }) },
      success: ({ eventChannel }) => eventChannel.emit('given', { name: 'Ann' }),
    })
  },
})
