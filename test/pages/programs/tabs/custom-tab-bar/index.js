Component({
  data: { selected: 0, list: ['home', 'me'] },
  methods: {
    change({ currentTarget: { dataset } }) {
      wx.switchTab({ url: `/pages/${dataset.path}/${dataset.path}` })
    },
  },
})
