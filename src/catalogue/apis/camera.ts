import type { Api } from '../api.ts'

/** A component has attributes, which the page converts and never refuses. The reply is its event `initdone`. */
export const camera: Api = {
  scope: 'scope.camera',
  options: {},
  receives: ['maxZoom'],
  reply: () => ({ maxZoom: 10 }),
}
