import type { Api } from '../api.ts'

/** A component has attributes: a page converts them and refuses none. It answers with its event `initdone`. */
export const camera: Api = {
  scope: 'scope.camera',
  options: {},
  receives: ['maxZoom'],
  reply: () => ({ maxZoom: 10 }),
}
