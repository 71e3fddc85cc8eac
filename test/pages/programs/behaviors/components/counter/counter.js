const counting = require('../../behaviors/counting')

Component({
  behaviors: [counting],
  properties: { label: String },
  observers: {
    count(count) {
      if (count > 3) this.triggerEvent('many', { count })
    },
  },
  lifetimes: {
    attached() {
      this.log('component attached')
    },
  },
})
