import type { Api, Params, Payload } from '../api.ts'
import { gcj02, type Point } from './gcj02.ts'
import { boolean, number } from './options.ts'

/** In Shenzhen, WGS-84. */
export const here: Point = { latitude: 22.54, longitude: 113.93 }

/** Meters: what DevTools and iPhones answer indoors, and what a good GPS fix gives. */
const coarse = 65
const fine = 10
const altitudeHere = 12

export const getLocation: Api = {
  scope: 'scope.userLocation',
  options: {
    type: { types: ['String'], values: ['wgs84', 'gcj02'] },
    // The pages of early 2019 call it a string, today's a boolean.
    altitude: { types: ['Boolean', 'String'] },
    isHighAccuracy: boolean,
    highAccuracyExpireTime: number,
  },
  receives: [
    'latitude',
    'longitude',
    'speed',
    'accuracy',
    'altitude',
    'verticalAccuracy',
    'horizontalAccuracy',
  ],
  reply: location,
}

/** Always GCJ-02; the options say where the map opens. */
export const chooseLocation: Api = {
  scope: 'scope.userLocation',
  options: { latitude: number, longitude: number },
  receives: ['name', 'address', 'latitude', 'longitude'],
  reply: chosenLocation,
}

/** Degrees, meters per second, meters. As on devices, an unknown `speed` is -1. */
function location(params: Params): Payload {
  const accuracy = params.isHighAccuracy === true ? fine : coarse
  // In early 2019 the option was documented as a string.
  const withAltitude = params.altitude === true || params.altitude === 'true'
  const { latitude, longitude } = params.type === 'gcj02' ? gcj02(here) : here
  return {
    latitude,
    longitude,
    speed: -1,
    accuracy,
    altitude: withAltitude ? altitudeHere : 0,
    verticalAccuracy: accuracy,
    horizontalAccuracy: accuracy,
  }
}

function chosenLocation(params: Params): Payload {
  const { latitude, longitude } = params
  const isCentered = typeof latitude === 'number' && typeof longitude === 'number'
  return {
    name: '示例大厦',
    address: '广东省深圳市南山区示例路1号',
    ...(isCentered ? { latitude, longitude } : gcj02(here)),
  }
}
