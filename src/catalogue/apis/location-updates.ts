import type { Api, Params, Payload } from '../api.ts'
import { changelog } from '../sources.ts'
import { location } from './location.ts'

const options: Api['options'] = { type: { types: ['String'], values: ['wgs84', 'gcj02'] } }

/** What listeners receive. WeChat's typings say GCJ-02; the option of the start can ask for `wgs84`. */
export const positionAfter = ({ type }: Params): Payload =>
  location({ type: type === 'wgs84' ? type : 'gcj02' })

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
