Page({
  data: { left: 60, state: '' },
  send() {
    const began = Date.now()
    this.timer = setInterval(() => {
      const left = this.data.left - 10
      this.setData({ left })
      if (left > 0) return
      clearInterval(this.timer)
      this.setData({ state: `after ${(Date.now() - began) / 1000} s` })
    }, 5000)
  },
  later() {
    wx.showLoading({ title: 'Wait' })
    setTimeout(() => {
      wx.hideLoading()
      throw new Error('late')
    }, 3000)
  },
  tick() {
    wx.nextTick(() => this.setData({ state: 'ticked' }))
  },
})
