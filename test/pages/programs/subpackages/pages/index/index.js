Page({
  toShop: () => wx.navigateTo({ url: '/shop/list/list?from=home' }),
  async lazily() {
    const { word } = await require.async('../../shop/word')
    this.setData({ word })
  },
})
