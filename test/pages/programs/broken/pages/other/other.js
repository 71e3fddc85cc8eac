Page({ onShow() { this.missing() } })
