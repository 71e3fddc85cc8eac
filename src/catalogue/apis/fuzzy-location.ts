import type { Api, Params, Payload } from '../api.ts'
import { changelog } from '../sources.ts'
import { gcj02, type Point } from './gcj02.ts'
import { here } from './location.ts'

export const getFuzzyLocation: Api = {
  scope: 'scope.userFuzzyLocation',
  // Official, on its page: it does not return a promise.
  answers: 'callbacks',
  options: { type: { types: ['String'], values: ['wgs84', 'gcj02'] } },
  receives: ['latitude', 'longitude'],
  reply: fuzzyLocation,
  since: '2.25.0',
  source: changelog,
}

/** The nearest twentieth of a degree, about five kilometers apart. How the platform blurs a position is not documented. */
function fuzzyLocation({ type }: Params): Payload {
  const area: Point = { latitude: blurred(here.latitude), longitude: blurred(here.longitude) }
  return type === 'gcj02' ? { ...gcj02(area) } : { ...area }
}

const blurred = (degrees: number) => Math.round(degrees * 20) / 20
