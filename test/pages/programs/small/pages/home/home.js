const log = require('../../utils/log')
const loud = require('tiny')
const rooted = require('/utils/log.js')
const bare = require('utils/log.js')

Page({
  data: { items: [{ id: 1, cents: 1250 }, { id: 2, cents: 300 }], word: loud('hello'), isOpen: false, tapped: '', same: log === rooted && log === bare },
  onLoad(query) { log.add('onLoad'); this.setData({ query }) },
  onShow() { log.add('onShow') },
  onReady() { log.add('onReady') },
  onHide() { log.add('onHide') },
  open() { this.setData({ isOpen: !this.data.isOpen }) },
  pick(event) { this.setData({ tapped: `${event.currentTarget.dataset.goodsId} ${event.type}` }) },
  outer() { log.add('outer') },
  onCard(event) { this.setData({ tapped: `card ${event.detail.name}` }) },
  boom() { throw new Error('boom') },
  async later() {
    await null
    undefined.nothing
  },
  wait() { setTimeout(() => this.setData({ tapped: 'waited' }), 3000) },
  go() { wx.navigateTo({ url: '../next/next?id=7' }) },
})
