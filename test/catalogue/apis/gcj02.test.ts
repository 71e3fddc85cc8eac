import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gcj02, type Point } from '../../../src/catalogue/apis/gcj02.ts'

/** The pairs in the tests of public implementations (eviltransform, coordtransform). */
const pairs: readonly (readonly [city: string, wgs84: Point, expected: Point])[] = [
  [
    'Shanghai',
    { latitude: 31.1774276, longitude: 121.5272106 },
    { latitude: 31.17530398364597, longitude: 121.531541859215 },
  ],
  [
    'Shenzhen',
    { latitude: 22.543847, longitude: 113.912316 },
    { latitude: 22.540796131694766, longitude: 113.9171764808363 },
  ],
  [
    'Beijing',
    { latitude: 39.911954, longitude: 116.377817 },
    { latitude: 39.91334545536069, longitude: 116.38404722455657 },
  ],
  [
    'Beijing again',
    { latitude: 39.915, longitude: 116.404 },
    { latitude: 39.91640428150164, longitude: 116.41024449916938 },
  ],
]

describe('GCJ-02', () => {
  test.each(pairs)('moves a point in %s to where Chinese maps show it', (_, wgs84, expected) => {
    const { latitude, longitude } = gcj02(wgs84)
    expect(Math.abs(latitude - expected.latitude)).toBeLessThan(1e-6)
    expect(Math.abs(longitude - expected.longitude)).toBeLessThan(1e-6)
  })

  test('moves every point in China by less than 1.5 kilometers', () => {
    const china = fc.record({
      latitude: fc.double({ min: 18, max: 53, noNaN: true }),
      longitude: fc.double({ min: 74, max: 135, noNaN: true }),
    })
    fc.assert(
      fc.property(china, point => {
        const result = gcj02(point)
        const north = (result.latitude - point.latitude) * 111_320
        const east =
          (result.longitude - point.longitude) * 111_320 * Math.cos((point.latitude * Math.PI) / 180)
        expect(Math.hypot(north, east)).toBeGreaterThan(0)
        expect(Math.hypot(north, east)).toBeLessThan(1500)
      }),
    )
  })
})
