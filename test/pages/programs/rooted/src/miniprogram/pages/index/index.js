Component({
  properties: { id: { type: String, value: 'none' } },
  data: { word: '' },
  observers: { 'word, id': function (word, id) { this.setData({ both: `${id}/${word}` }) } },
  methods: {
    onLoad(query) {
      this.setData({ query: JSON.stringify(query) })
    },
    boom() {
      null.length
    },
  },
  pageLifetimes: { show() { this.setData({ shown: true }) } },
})
