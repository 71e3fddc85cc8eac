import type { Api } from '../api.ts'
import { changelog } from '../sources.ts'

const options: Api['options'] = { type: { types: ['String'], values: ['wgs84', 'gcj02'] } }

/** The positions themselves go to `wx.onLocationChange`. */
export const startLocationUpdate: Api = {
  scope: 'scope.userLocation',
  options,
  receives: [],
  reply: () => ({}),
  since: '2.8.0',
  source: changelog,
}

/** The same, and the positions go on when the user leaves the Mini Program. */
export const startLocationUpdateBackground: Api = {
  scope: 'scope.userLocationBackground',
  options,
  receives: [],
  reply: () => ({}),
  since: '2.8.0',
  source: changelog,
}
