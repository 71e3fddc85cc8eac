Page({
  data: { name: 'Ann', toggled: '' },
  onToggle({ detail, currentTarget }) {
    this.setData({ toggled: `${currentTarget.id} ${detail.open}` })
  },
  rename() {
    this.selectComponent('#first').setData({ title: 'Renamed' })
  },
})
