module.exports = Behavior({
  properties: { step: { type: Number, value: 1 } },
  data: { count: 0 },
  lifetimes: {
    attached() {
      this.log('behavior attached')
    },
  },
  methods: {
    add() {
      this.setData({ count: this.data.count + this.data.step })
    },
    log(text) {
      this.setData({ log: (this.data.log || []).concat(text) })
    },
  },
})
