Page({
  onLoad() {
    JSON.parse('{')
  },
})
