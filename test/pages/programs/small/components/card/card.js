Component({
  properties: { title: String },
  data: { state: 'new' },
  lifetimes: { attached() { this.setData({ state: 'attached' }) }, ready() { this.setData({ state: 'ready' }) } },
  methods: { say() { this.triggerEvent('named', { name: this.data.title }) } },
})
