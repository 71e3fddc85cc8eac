import { describe, expect, test, vi } from 'vitest'
import type { BLEPeripheralServer, LayerStates, ScopeState, VKStatus } from '../../src/wx/types/index.ts'
import { appJson, lastPopups, resultOf, today } from './today-world.ts'
import { rejection } from './uncaught-list.ts'

type Given = Partial<LayerStates> & { readonly [scope: `scope.${string}`]: ScopeState }

describe('Components', () => {
  test.each([
    ['a map', 'map', {}, []],
    ['a map that shows where the user is', 'map', { 'show-location': true }, ['scope.userLocation accept']],
    ['a live-pusher', 'live-pusher', {}, ['scope.record accept', 'scope.camera accept']],
    ['one without a picture', 'live-pusher', { 'enable-camera': false }, ['scope.record accept']],
    ['a voip-room', 'voip-room', undefined, ['scope.record accept', 'scope.camera accept']],
  ] as const)('%s asks for what it shows', async (_, component, attributes, popups) => {
    const world = today({ answers: 'accept' })
    await expect(world.auth.mount(component, attributes)).resolves.toEqual({ type: 'ready', detail: {} })
    expect(lastPopups(world)).toEqual(popups)
  })

  test('that are refused have an error event', async () => {
    const { auth } = today({ answers: 'reject' })
    const refusal = { type: 'error', detail: { errMsg: 'insertMap:fail auth deny', errno: 103 } }
    expect(await auth.mount('map', { 'show-location': true })).toEqual(refusal)
    const camera = { type: 'error', detail: { errMsg: 'insertCamera:fail auth deny', errno: 103 } }
    expect(await auth.mount('camera')).toEqual(camera)
  })

  test('can be unanswered, and can leave the page', async () => {
    const { auth } = today()
    expect(await rejection(auth.mount('voip-room'))).toMatchObject({ code: 'ERR_UNANSWERED' })
    expect(() => auth.unmount('voip-room')).not.toThrow()
  })
})

describe('MapContext.moveToLocation', () => {
  const moved = (option: object, answers?: 'accept' | 'reject') => {
    const world = today(answers && { answers })
    return new Promise(complete => world.wx.createMapContext('map').moveToLocation({ ...option, complete }))
  }

  test('asks only if it moves to where the user is', async () => {
    expect(await moved({ latitude: 22.5, longitude: 113.9 })).toEqual({ errMsg: 'moveToLocation:ok' })
    expect(await moved({}, 'accept')).toEqual({ errMsg: 'moveToLocation:ok' })
    expect(await moved({}, 'reject')).toEqual({ errMsg: 'moveToLocation:fail auth deny', errno: 103 })
  })

  test('returns nothing, and reports a popup without an answer', async () => {
    const { wx, auth, uncaught } = today()
    expect(wx.createMapContext('map').moveToLocation()).toBeUndefined()
    await auth.idle()
    expect(uncaught).toMatchObject([
      { facts: { scope: 'scope.userLocation', caller: 'MapContext.moveToLocation' } },
    ])
  })
})

describe('VKSession', () => {
  const plane = { track: { plane: { mode: 1 } } }
  const agreed = { privacy: 'agreed' } as const

  test.each<[when: string, given: Given, option: object, answers: 'accept' | 'reject' | 'dismiss', VKStatus]>(
    [
      ['the user accepts', {}, plane, 'accept', 0],
      ['the user rejects', {}, plane, 'reject', 2003002],
      ['the user rejected long ago', { 'scope.camera': 'rejected', ...agreed }, plane, 'accept', 2003002],
      ['the popup is closed', {}, plane, 'dismiss', 104],
      ['the sheet is refused', { 'scope.camera': 'accepted' }, plane, 'reject', 104],
      ['the guideline does not declare it', { guideline: 'undeclared' }, plane, 'accept', 112],
      ['the phone denies the camera', { 'system.camera': 'denied', ...agreed }, plane, 'accept', 2003001],
      ['its options are wrong', {}, {}, 'accept', 2000001],
      ['it looks at pictures only', {}, { track: { face: { mode: 2 } } }, 'reject', 0],
    ],
  )('starts with a status: %s', async (_, given, option, answers, expected) => {
    const { wx, auth } = today({ answers })
    await auth.set(given)
    const session = wx.createVKSession(option as typeof plane)
    const status = await new Promise(resolve => session.start(resolve))
    session.stop()
    expect(status).toBe(expected)
  })

  test('asks nobody before its start, is unanswered then, and ends when it is destroyed', async () => {
    const { wx, auth, uncaught } = today()
    const session = wx.createVKSession(plane)
    session.on('addAnchors', () => expect.unreachable())
    await auth.idle()
    expect(auth.events).toEqual([])
    session.start(() => expect.unreachable())
    await auth.idle()
    expect(uncaught).toMatchObject([{ code: 'ERR_UNANSWERED', facts: { scope: 'scope.camera' } }])
    session.destroy()
    expect(await new Promise(resolve => session.start(resolve))).toBe(2003000)
  })

  test('passes on what the callback throws', async () => {
    const { wx, auth, uncaught } = today({ answers: 'accept' })
    const error = new Error('of the page')
    wx.createVKSession(plane).start(() => {
      throw error
    })
    await auth.idle()
    expect(uncaught).toEqual([error])
  })
})

describe('wx.onLocationChange', () => {
  const gcj02 = { latitude: 22.536875, longitude: 113.934881 }

  test('tells a position after each start, after its callbacks', async () => {
    const { wx, auth } = today({ answers: 'accept' })
    const order: string[] = []
    const listener = vi.fn(() => void order.push('listener'))
    wx.startLocationUpdate({
      // As most pages do: they listen once it has started.
      success() {
        order.push('success')
        wx.onLocationChange(listener)
      },
      complete: () => void order.push('complete'),
    })
    await auth.idle()
    expect(order).toEqual(['success', 'complete', 'listener'])
    const [[position] = []] = listener.mock.calls as unknown as [[{ latitude: number; longitude: number }]]
    expect(position?.latitude).toBeCloseTo(gcj02.latitude, 2)
    expect(Object.keys(Object(position)).sort()).toEqual([
      'accuracy',
      'altitude',
      'horizontalAccuracy',
      'latitude',
      'longitude',
      'speed',
      'verticalAccuracy',
    ])
    await wx.startLocationUpdate({ type: 'wgs84' })
    await auth.idle()
    expect(listener.mock.lastCall).toMatchObject([{ latitude: 22.54, longitude: 113.93 }])
    expect(listener).toHaveBeenCalledTimes(2)
  })

  test('tells it to a listener that comes later, and in the background', async () => {
    const { wx, auth } = today({ answers: 'accept' })
    await wx.startLocationUpdateBackground({})
    await auth.idle()
    const listener = vi.fn()
    wx.onLocationChange(listener)
    await auth.idle()
    expect(listener).toHaveBeenCalledOnce()
  })

  test.each<[when: string, use: (world: ReturnType<typeof today>, listener: () => void) => unknown]>([
    ['nothing started', () => undefined],
    [
      'the start was refused',
      ({ wx, auth }) => {
        auth.answer('reject')
        return rejection(wx.startLocationUpdate({}))
      },
    ],
    [
      'it was stopped',
      async ({ wx, auth }) => {
        auth.answer('accept')
        await wx.startLocationUpdate({})
        await expect(wx.stopLocationUpdate()).resolves.toEqual({ errMsg: 'stopLocationUpdate:ok' })
      },
    ],
    [
      'the listener was removed',
      async ({ wx, auth }, listener) => {
        auth.answer('accept')
        await wx.startLocationUpdate({})
        wx.offLocationChange(listener)
      },
    ],
    [
      'all were removed',
      async ({ wx, auth }) => {
        auth.answer('accept')
        await wx.startLocationUpdate({})
        wx.offLocationChange()
      },
    ],
  ])('tells nothing if %s', async (_, use) => {
    const world = today()
    const listener = vi.fn()
    world.wx.onLocationChange(listener)
    await use(world, listener)
    await world.auth.idle()
    expect(listener).not.toHaveBeenCalled()
  })

  test('tells nothing if app.json does not declare it', async () => {
    const app = appJson({ requiredPrivateInfos: ['startLocationUpdate'] })
    const { wx, auth } = today({ app, answers: 'accept' })
    const listener = vi.fn()
    wx.onLocationChange(listener)
    await wx.startLocationUpdate({})
    await auth.idle()
    expect(listener).not.toHaveBeenCalled()
  })

  test('passes on what a listener throws, and calls the next one', async () => {
    const { wx, auth, uncaught } = today({ answers: 'accept' })
    const error = new Error('of the page')
    const listener = vi.fn()
    wx.onLocationChange(() => {
      throw error
    })
    wx.onLocationChange(listener)
    await wx.startLocationUpdate({})
    await auth.idle()
    expect(uncaught).toEqual([error])
    expect(listener).toHaveBeenCalledOnce()
  })
})

test('wx.getWifiList tells the networks to the listeners of wx.onGetWifiList', async () => {
  const { wx, auth } = today({ answers: 'accept' })
  const listener = vi.fn()
  wx.onGetWifiList(listener)
  await expect(wx.getWifiList()).resolves.toEqual({ errMsg: 'getWifiList:ok', errCode: 0 })
  await auth.idle()
  expect(listener.mock.calls).toEqual([[{ wifiList: [expect.objectContaining({ SSID: 'wxauth-demo' })] }]])
  wx.offGetWifiList(listener)
  await wx.getWifiList()
  await auth.idle()
  expect(listener).toHaveBeenCalledOnce()
})

test('wx.createBLEPeripheralServer gives a server whose orders succeed', async () => {
  const { wx } = today({ answers: 'accept' })
  const { server } = await wx.createBLEPeripheralServer()
  const orders = [
    'addService',
    'startAdvertising',
    'close',
  ] as const satisfies readonly (keyof BLEPeripheralServer)[]
  for (const order of orders) {
    const success = vi.fn()
    await new Promise<void>(complete => server[order]({ success, complete: () => complete() }))
    expect(success.mock.calls).toEqual([[{ errMsg: `${order}:ok` }]])
  }
  expect(server.onCharacteristicReadRequest(() => undefined)).toBeUndefined()
})

describe('What the phone permits', () => {
  test('wx.getAppAuthorizeSetting says it at once', async () => {
    const { wx, auth } = today()
    await auth.set({ 'system.location': 'denied', 'system.camera': 'undetermined' })
    expect(wx.getAppAuthorizeSetting()).toMatchObject({
      locationAuthorized: 'denied',
      cameraAuthorized: 'not determined',
      microphoneAuthorized: 'authorized',
      locationReducedAccuracy: false,
    })
    expect(today({ platform: 'android' }).wx.getAppAuthorizeSetting()).not.toHaveProperty('albumAuthorized')
  })

  test('wx.getSystemSetting says what is switched on', () => {
    expect(today().wx.getSystemSetting()).toEqual({
      bluetoothEnabled: true,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    })
  })

  test('wx.openAppAuthorizeSetting opens the page of the phone', async () => {
    await expect(today().wx.openAppAuthorizeSetting()).resolves.toEqual({
      errMsg: 'openAppAuthorizeSetting:ok',
    })
  })

  test('a recorder fails if the phone denies the microphone', async () => {
    const world = today()
    await world.auth.set({ 'scope.record': 'accepted', privacy: 'agreed', 'system.microphone': 'denied' })
    const onError = vi.fn()
    world.wx.getRecorderManager().onError(onError)
    world.wx.getRecorderManager().start()
    await world.auth.idle()
    expect(onError.mock.calls).toEqual([
      [{ errMsg: 'operateRecorder:fail system permission denied', errno: 3 }],
    ])
    expect(await resultOf(world, 'startRecord')).toEqual({
      errMsg: 'startRecord:fail system permission denied',
      errno: 3,
    })
  })
})
