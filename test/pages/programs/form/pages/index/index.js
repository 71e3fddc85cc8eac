Page({
  data: { sizes: ['S', 'M', 'L'], at: 0, sent: '' },
  pick({ detail }) {
    this.setData({ at: detail.value })
  },
  send({ detail: { value } }) {
    const { name, phone, size, agree, kinds } = value
    if (!/^1\d{10}$/.test(phone)) {
      wx.showModal({ title: 'Phone', content: 'Please check the number', showCancel: false })
      return
    }
    wx.setStorageSync('sent', value)
    this.setData({ sent: [name, phone, size, agree, kinds].join(' ') })
  }
})
