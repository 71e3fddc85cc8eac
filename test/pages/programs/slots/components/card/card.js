Component({
  options: { multipleSlots: true },
  properties: { title: String, open: { type: Boolean, value: false } },
  methods: {
    toggle() {
      this.setData({ open: !this.data.open })
      this.triggerEvent('toggle', { open: this.data.open }, { bubbles: true })
    },
  },
})
