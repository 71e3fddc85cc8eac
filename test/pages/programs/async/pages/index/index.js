import api, { request } from '../../utils/api'
import { wait } from '../../utils/wait.js'

Page({
  data: { list: [], state: 'idle' },
  async onLoad({ page = '1' }) {
    this.setData({ state: 'loading' })
    await wait(2000)
    const list = await request(`list?page=${page}`)
    this.setData({ list, state: api.request === request ? 'ready' : 'odd' })
  },
  async fail() {
    try {
      await request('missing')
    } catch (error) {
      this.setData({ state: error.message })
    }
  },
})
