Page({
  data: { text: 'Lines' },

  boom() {
    throw new Error('here')
  },
})
