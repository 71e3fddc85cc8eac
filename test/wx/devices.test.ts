import { describe, expect, test, vi } from 'vitest'
import type { CallbackResult, RecorderManager } from '../../src/wx/types/index.ts'
import { createWorld, rejection } from './uncaught-list.ts'

describe('A camera', () => {
  test('asks when it is mounted, and mount resolves to its event', async () => {
    const { auth } = createWorld({ answers: { 'scope.camera': ['reject'] } })
    await expect(auth.mount('camera')).resolves.toEqual({
      type: 'error',
      detail: { errMsg: 'insertCamera:fail auth deny' },
    })
    await auth.openSettingPage({ 'scope.camera': true })
    await expect(auth.mount('camera')).resolves.toEqual({ type: 'initdone', detail: { maxZoom: 10 } })
    expect(auth.events[0]).toMatchObject({ type: 'called', api: 'camera' })
  })

  test('is the only one on its page', async () => {
    const { auth } = createWorld({ answers: 'accept' })
    await auth.mount('camera')
    const detail = { errMsg: 'insertCamera:fail can insert only one camera' }
    await expect(auth.mount('camera')).resolves.toEqual({ type: 'error', detail })
    auth.unmount('camera')
    await expect(auth.mount('camera')).resolves.toMatchObject({ type: 'initdone' })
  })

  test('whose popup nobody answered is not on the page, and can be mounted again', async () => {
    const { auth } = createWorld()
    expect(await rejection(auth.mount('camera'))).toMatchObject({ code: 'ERR_UNANSWERED' })
    auth.answer('accept')
    await expect(auth.mount('camera')).resolves.toMatchObject({ type: 'initdone' })
  })

  test.each([
    ['takePhoto', ['errMsg', 'tempImagePath', 'metadata']],
    ['startRecord', ['errMsg']],
    ['setZoom', ['errMsg', 'zoom']],
  ] as const)('that is not mounted cannot %s', async (name, keys) => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    const camera = wx.createCameraContext()
    const use = () =>
      new Promise<CallbackResult>(complete => {
        expect(camera[name]({ zoom: 2, complete })).toBeUndefined()
      })
    expect(await use()).toEqual({ errMsg: 'operateCamera:fail camera has not been initialized' })
    await auth.mount('camera')
    const result = await use()
    expect(result.errMsg).toBe('operateCamera:ok')
    expect(Object.keys(result)).toEqual(keys)
  })

  test('stops only a video that was started; without callbacks the failure is silent', async () => {
    const { wx, auth, uncaught } = createWorld({ answers: 'accept' })
    await auth.mount('camera')
    const camera = wx.createCameraContext()
    const stop = () => new Promise(complete => camera.stopRecord({ complete }))
    expect(await stop()).toEqual({ errMsg: 'operateCamera:fail:is not recording' })
    camera.startRecord()
    expect(await stop()).toMatchObject({ errMsg: 'operateCamera:ok', tempVideoPath: expect.any(String) })
    camera.stopRecord()
    await auth.idle()
    expect(uncaught).toEqual([])
  })
})

test.each([
  [99, 10],
  [2.5, 2.5],
  [0, 1],
  [undefined, 1],
])('A zoom of %s becomes the nearest that the camera has: %d', async (request, zoom) => {
  const { wx, auth } = createWorld({ answers: 'accept' })
  await auth.mount('camera')
  const success = vi.fn()
  wx.createCameraContext().setZoom({ zoom: request as number, success })
  await auth.idle()
  expect(success).toHaveBeenCalledWith({ errMsg: 'operateCamera:ok', zoom })
})

test('setZoom without options throws nothing', async () => {
  const { wx, auth, uncaught } = createWorld({ answers: 'accept' })
  await auth.mount('camera')
  wx.createCameraContext().setZoom(undefined as never)
  await auth.idle()
  expect(uncaught).toEqual([])
})

test('A camera whose reply has no maxZoom takes any zoom', async () => {
  const { wx, auth } = createWorld({ answers: 'accept', replies: { camera: {} } })
  expect(await auth.mount('camera')).toEqual({ type: 'initdone', detail: {} })
  const success = vi.fn()
  wx.createCameraContext().setZoom({ zoom: 99, success })
  await auth.idle()
  expect(success).toHaveBeenCalledWith({ errMsg: 'operateCamera:ok', zoom: 99 })
})

describe('The recorder', () => {
  test.each([
    ['accept', ['onStart', 'onPause', 'onResume', 'onStop']],
    ['reject', ['onError', 'onError', 'onError', 'onError']],
  ] as const)('that is used while it asks acts after the answer, in order: %s', async (answer, names) => {
    const { wx, auth } = createWorld({ answers: answer })
    const recorder = wx.getRecorderManager()
    const events = listenTo(recorder)
    recorder.start()
    recorder.pause()
    recorder.resume()
    recorder.stop()
    await auth.idle()
    expect(events.map(([event]) => event)).toEqual(names)
  })

  test('that is used while it asks acts only once', async () => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    const recorder = wx.getRecorderManager()
    const events = listenTo(recorder)
    recorder.start()
    recorder.stop()
    await auth.idle()
    recorder.start()
    await auth.idle()
    expect(events.map(([event]) => event)).toEqual(['onStart', 'onStop', 'onStart'])
  })

  test('gives each recording a result object of its own', async () => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    const recorder = wx.getRecorderManager()
    const durations: number[] = []
    recorder.onStop(result => {
      durations.push(result.duration)
      result.duration = -1
    })
    for (let time = 0; time < 2; time += 1) {
      recorder.start()
      recorder.stop()
      await auth.idle()
    }
    expect(durations).toEqual([1000, 1000])
  })

  test('whose popup nobody answered still runs what was called meanwhile', async () => {
    const { wx, auth, uncaught } = createWorld()
    const events = listenTo(wx.getRecorderManager())
    wx.getRecorderManager().start()
    wx.getRecorderManager().stop()
    await auth.idle()
    expect(uncaught).toHaveLength(1)
    expect(events).toEqual([['onError', { errMsg: 'operateRecorder:fail recorder not start' }]])
  })

  test('is always the same object, asks when it is started, and reports by events', async () => {
    const { wx, auth } = createWorld({ answers: 'accept' })
    const recorder = wx.getRecorderManager()
    expect(wx.getRecorderManager()).toBe(recorder)
    const events = listenTo(recorder)
    recorder.start()
    expect(events).toEqual([])
    await auth.idle()
    recorder.start()
    recorder.pause()
    recorder.resume()
    recorder.stop()
    recorder.stop()
    await auth.idle()
    expect(events).toEqual([
      ['onStart', { errMsg: 'operateRecorder:ok' }],
      ['onError', { errMsg: 'operateRecorder:fail is recording or paused' }],
      ['onPause', { errMsg: 'operateRecorder:ok' }],
      ['onResume', { errMsg: 'operateRecorder:ok' }],
      [
        'onStop',
        { tempFilePath: expect.any(String), duration: expect.any(Number), fileSize: expect.any(Number) },
      ],
      ['onError', { errMsg: 'operateRecorder:fail recorder not start' }],
    ])
    expect(auth.events).toContainEqual(
      expect.objectContaining({
        type: 'asked',
        question: expect.objectContaining({ caller: 'RecorderManager.start', scope: 'scope.record' }),
      }),
    )
  })

  test.each([
    ['reject', 'operateRecorder:fail auth deny'],
    ['dismiss', 'operateRecorder:fail auth canceled'],
  ] as const)('after %s calls onError with %j, and can be started again', async (answer, errMsg) => {
    const { wx, auth } = createWorld({ answers: answer })
    const recorder = wx.getRecorderManager()
    const events = listenTo(recorder)
    recorder.start({ duration: 1000 })
    await auth.idle()
    await auth.set('scope.record', 'accepted')
    recorder.start()
    await auth.idle()
    expect(events).toEqual([
      ['onError', { errMsg }],
      ['onStart', { errMsg: 'operateRecorder:ok' }],
    ])
  })

  test('whose popup nobody answered is reported as uncaught', async () => {
    const { wx, auth, uncaught } = createWorld()
    const onError = vi.fn()
    wx.getRecorderManager().onError(onError)
    wx.getRecorderManager().start()
    await auth.idle()
    expect(onError).not.toHaveBeenCalled()
    expect(uncaught).toMatchObject([{ code: 'ERR_UNANSWERED', facts: { caller: 'RecorderManager.start' } }])
  })

  function listenTo(recorder: RecorderManager) {
    const events: [string, unknown][] = []
    for (const event of ['onStart', 'onPause', 'onResume', 'onStop', 'onError'] as const) {
      recorder[event]((result: unknown) => events.push([event, result]))
    }
    return events
  }
})
