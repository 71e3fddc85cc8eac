import { gcj02, type Point } from './gcj02.ts'
import type { Params, Payload, ReplyContext } from './reply.ts'

/** In Shenzhen, WGS-84. */
const here: Point = { latitude: 22.54, longitude: 113.93 }
const hereOnTheMap = (): Point => gcj02(here)

/** Metres; what DevTools and iPhones answer indoors, and what a good GPS fix gives. */
const coarse = 65
const fine = 10
const altitudeHere = 12

/**
 * `{ latitude, longitude, speed, accuracy, altitude, verticalAccuracy, horizontalAccuracy }`: degrees, m/s, metres.
 * `speed` is -1 where it is not known, as on devices.
 */
export function location(params: Params, { ok }: ReplyContext): Payload {
  const accuracy = params.isHighAccuracy === true ? fine : coarse
  // In early 2019 the option was documented as a string.
  const withAltitude = params.altitude === true || params.altitude === 'true'
  const { latitude, longitude } = params.type === 'gcj02' ? hereOnTheMap() : here
  // Spelt out: copying points and answers would cost more than all else that a decided call does.
  return {
    errMsg: ok,
    latitude,
    longitude,
    speed: -1,
    accuracy,
    altitude: withAltitude ? altitudeHere : 0,
    verticalAccuracy: accuracy,
    horizontalAccuracy: accuracy,
  }
}

/** `{ name, address, latitude, longitude }`, always GCJ-02; the options say where the map opens. */
export function chosenLocation(params: Params): Payload {
  const { latitude, longitude } = params
  const centred = typeof latitude === 'number' && typeof longitude === 'number'
  return {
    name: '示例大厦',
    address: '广东省深圳市南山区示例路1号',
    ...(centred ? { latitude, longitude } : hereOnTheMap()),
  }
}
