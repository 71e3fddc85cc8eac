const promisify = require('../../utils/promisify')

Page({
  data: { steps: [] },
  step(text) {
    this.setData({ steps: this.data.steps.concat(text) })
  },
  locate() {
    this.step('asked')
    return promisify(wx.getLocation)({ type: 'gcj02' })
      .then(({ latitude }) => this.step(`at ${latitude.toFixed(1)}`))
      .catch(({ errMsg }) => this.step(errMsg))
      .finally(() => this.step('done'))
  },
  natively() {
    wx.getLocation().then(() => this.step('native ok'), () => this.step('native refused'))
  },
})
