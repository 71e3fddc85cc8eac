Page({
  data: { id: '' },
  onLoad(query) {
    this.setData(query)
  },
})
