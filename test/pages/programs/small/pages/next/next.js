Page({ onLoad(q) { this.setData({ id: q.id }) } })
