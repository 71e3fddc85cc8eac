import type { Api, Params } from '../api.ts'
import { changelog } from '../sources.ts'
import { boolean, number } from './options.ts'

/** `<map/>` needs the location only to show where the user is. It has no event for that, so nothing is received. */
export const map: Api = {
  scope: 'scope.userLocation',
  options: { 'show-location': boolean },
  sample: { 'show-location': true },
  scopesIn: params => (showsLocation(params) ? ['scope.userLocation'] : []),
  receives: [],
  reply: () => ({}),
  // Official: it looks at the scope since then, and asks by itself since 3.13.2.
  since: '3.10.0',
  source: changelog,
}

export const showsLocation = (params: Params) => params['show-location'] === true

/** Moves the map to a point, or without one to where the user is. */
export const moveToLocation: Api = {
  scope: 'scope.userLocation',
  options: { latitude: number, longitude: number },
  scopesIn: params => (movesToUser(params) ? ['scope.userLocation'] : []),
  receives: [],
  reply: () => ({}),
  since: '2.25.2',
  source: changelog,
}

// "Without longitude and latitude": what one of the two alone does is not documented; it does not make a point.
export const movesToUser = ({ latitude, longitude }: Params) =>
  latitude === undefined || longitude === undefined
