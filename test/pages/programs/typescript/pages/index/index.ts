import { far, Unit } from '../../utils/format'
import type { Visit } from '../../types/visit'

type Data = { readonly visits: Visit[]; far?: string }

Page<Data, WechatMiniprogram.Page.CustomOption>({
  data: { visits: [] as Visit[] },
  onShow(): void {
    const app = getApp<{ globalData: { visits: number } }>()
    app.globalData.visits += 1
    this.setData!({ far: far(app.globalData.visits!, Unit.Mile) })
  },
  again(event: WechatMiniprogram.TouchEvent<{}, {}, { by: number }>) {
    const { by = 1 } = event.currentTarget.dataset
    this.setData({ far: far(by ?? 0), visits: [...this.data.visits, { at: by } satisfies Visit] })
  },
})
