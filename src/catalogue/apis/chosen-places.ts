import type { Api } from '../api.ts'
import { noScopeForPlaces } from '../sources.ts'
import { gcj02 } from './gcj02.ts'
import { chooseLocation, here } from './location.ts'

/** The user chooses a place on a map, so no scope guards it any more. */
export const chooseLocationToday: Api = {
  ...chooseLocation,
  scope: null,
  ...noScopeForPlaces,
}

/** A place (`type` 2) with its city; a user who chooses only a city gives `type` 1. */
export const choosePoi: Api = {
  scope: null,
  options: {},
  receives: ['type', 'city', 'name', 'address', 'latitude', 'longitude'],
  reply: () => ({
    type: 2,
    // A number in WeChat's typings, although it is the name of a city.
    city: '深圳市',
    name: '示例大厦',
    address: '广东省深圳市南山区示例路1号',
    ...gcj02(here),
  }),
  ...noScopeForPlaces,
}
