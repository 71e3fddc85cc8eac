Page({
  data: { many: 0 },
  many({ detail }) {
    this.setData({ many: detail.count })
  },
})
