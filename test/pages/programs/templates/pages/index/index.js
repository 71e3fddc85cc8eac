Page({
  data: { title: 'Templates', rows: [{ name: 'One', kind: 'new', extra: { year: 2024 } }, { name: 'Two', kind: 'old' }] },
  swap() {
    this.setData({ rows: [...this.data.rows].reverse() })
  },
})
