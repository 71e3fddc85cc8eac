import type { Api, Params, Payload } from '../api.ts'
import { gcj02 } from './gcj02.ts'
import { here } from './location.ts'

export const getFuzzyLocation: Api = {
  scope: 'scope.userFuzzyLocation',
  // Official, on its page: it does not return a promise.
  answers: 'callbacks',
  options: { type: { types: ['String'], values: ['wgs84', 'gcj02'] } },
  receives: ['latitude', 'longitude'],
  reply: fuzzyLocation,
}

/** Two decimals, about a kilometer. How the platform blurs a position is not documented. */
function fuzzyLocation({ type }: Params): Payload {
  const { latitude, longitude } = type === 'gcj02' ? gcj02(here) : here
  return { latitude: blurred(latitude), longitude: blurred(longitude) }
}

const blurred = (degrees: number) => Math.round(degrees * 100) / 100
