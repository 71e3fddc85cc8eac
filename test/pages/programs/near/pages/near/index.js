Page({
  data: { place: '', refused: false, word: '', shops: [], log: [] },

  onShow() {
    this.setData({ log: getApp().log })
  },

  locate() {
    wx.getLocation({
      success: ({ latitude }) => {
        this.setData({ place: `at ${latitude.toFixed(2)}`, refused: false })
        wx.request({ url: 'https://example.com/api/shops?near=1', success: ({ data }) => this.setData({ shops: data }) })
      },
      fail: () => {
        this.setData({ refused: true })
        wx.showToast({ title: 'Location refused', icon: 'none' })
      },
    })
  },

  cameBack({ detail }) {
    if (detail.authSetting['scope.userLocation']) this.locate()
  },

  typed({ detail }) {
    this.setData({ word: detail.value })
  },

  open({ currentTarget }) {
    wx.navigateTo({ url: `/pages/shop/index?id=${currentTarget.dataset.shopId}` })
  },

  forget() {
    wx.showModal({
      title: 'Forget all?',
      success: ({ confirm }) => {
        if (confirm) wx.setStorageSync('forgotten', true)
        this.setData({ place: confirm ? 'forgotten' : 'kept' })
      },
    })
  },

  share() {
    wx.showActionSheet({
      itemList: ['To a friend', 'To all'],
      success: ({ tapIndex }) => this.setData({ place: `shared ${tapIndex}` }),
      fail: () => this.setData({ place: 'not shared' }),
    })
  },

  crash() {
    this.data.nothing.here()
  },

  async leave() {
    await null
    throw new Error('left alone')
  },
})
