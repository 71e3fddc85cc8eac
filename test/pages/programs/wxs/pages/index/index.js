Page({
  data: { goods: [{ id: 1, name: 'Tea', price: 1250 }, { id: 2, name: 'Cup', price: 99 }], when: '2025-01-01' },
  drop() {
    this.setData({ goods: this.data.goods.slice(1), 'goods[0].name': 'Bowl' })
  },
})
