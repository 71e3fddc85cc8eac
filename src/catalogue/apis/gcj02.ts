/** A point on the map, in degrees; south and west are negative. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** The Krasovsky 1940 ellipsoid: semi-major axis in meters, and the square of its eccentricity. */
const axis = 6_378_245
const eccentricity2 = 0.006693421622965943
const radian = Math.PI / 180

/**
 * GPS coordinates (WGS-84) as Chinese maps show them (GCJ-02), for points in China; about half a kilometer off.
 * The formulas are public (en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China); results have six decimals.
 */
export function gcj02({ latitude, longitude }: Point): Point {
  const x = longitude - 105
  const y = latitude - 35
  const sine = Math.sin(latitude * radian)
  const bend = 1 - eccentricity2 * sine * sine
  // Meters per degree, to the north and to the east.
  const north = ((axis * (1 - eccentricity2)) / (bend * Math.sqrt(bend))) * radian
  const east = (axis / Math.sqrt(bend)) * Math.cos(latitude * radian) * radian
  return {
    latitude: round(latitude + northShift(x, y) / north),
    longitude: round(longitude + eastShift(x, y) / east),
  }
}

function northShift(x: number, y: number): number {
  const base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return base + ripple(x) + waves(y, [20, 40], [160, 12, 320, 30])
}

function eastShift(x: number, y: number): number {
  const base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return base + ripple(x) + waves(x, [20, 40], [150, 12, 300, 30])
}

// Part of both shifts.
function ripple(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3
}

function waves(
  z: number,
  [near, far]: readonly [number, number],
  [slow, period, slowest, longest]: readonly [number, number, number, number],
): number {
  const close = near * Math.sin(z * Math.PI) + far * Math.sin((z / 3) * Math.PI)
  const wide = slow * Math.sin((z / period) * Math.PI) + slowest * Math.sin((z / longest) * Math.PI)
  return ((close + wide) * 2) / 3
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
