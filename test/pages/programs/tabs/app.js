App({ globalData: { shows: 0 } })
