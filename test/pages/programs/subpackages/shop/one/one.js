Page({ onLoad({ id }) { this.setData({ id, pages: getCurrentPages().map(page => page.route).join(' ') }) } })
