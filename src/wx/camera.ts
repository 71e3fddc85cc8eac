import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ErrMsgKey } from '../catalogue/wording.ts'
import type { LazyEmulator } from '../session/lazy-emulator.ts'
import { type CallResult, unansweredFault } from '../session/unanswered.ts'
import type { CallbacksOrPromise } from './callbacks-or-promise.ts'
import type { CameraContext, CameraEvent, ComponentError } from './types/index.ts'

/** The one `<camera/>` of the page. */
export interface Camera {
  mount(): Promise<CameraEvent>
  unmount(): void
  readonly context: CameraContext
}

interface MountedCamera {
  ready: boolean
  filming: boolean
  maxZoom: number
}

interface Parts {
  readonly catalogue: Catalogue
  readonly lazyEmulator: LazyEmulator
  readonly callbacksOrPromise: CallbacksOrPromise
}

const photo = 'wxfile://tmp_wxauth_demo.jpg'
const video = { tempThumbPath: photo, tempVideoPath: 'wxfile://tmp_wxauth_demo.mp4' }

/**
 * The camera asks for consent when it is mounted, not when it is used. Its methods fail as `operateCamera`, the name
 * that devices give in every such message.
 */
export function createCamera({ catalogue, lazyEmulator, callbacksOrPromise }: Parts): Camera {
  let current: MountedCamera | undefined

  function result(callback: 'success' | 'fail', key: ErrMsgKey, payload: object): CallResult {
    const errMsg = catalogue.errMsg('operateCamera', key)
    return { api: 'CameraContext', callback, result: { errMsg, ...payload }, scope: null }
  }

  /** Uses the mounted camera; fails without one. `use` returns a payload, or how it fails. */
  function operate(
    option: unknown,
    use: (camera: MountedCamera, params: unknown) => object | ErrMsgKey,
  ): void {
    const run = (params: unknown) => {
      const payload = current?.ready ? use(current, params) : 'no-camera'
      return typeof payload === 'string' ? result('fail', payload, {}) : result('success', 'ok', payload)
    }
    callbacksOrPromise.callbacksOnly('CameraContext', option, run, operate)
  }

  async function mount(origin: Error): Promise<CameraEvent> {
    if (current !== undefined) return failure({ errMsg: catalogue.errMsg('camera', 'one-camera') })
    const camera: MountedCamera = { ready: false, filming: false, maxZoom: 1 }
    current = camera
    try {
      const outcome = await lazyEmulator.use(emulator => emulator.call('camera', {}))
      const fault = unansweredFault(outcome, origin)
      if (fault !== undefined) throw fault
      const { errMsg, ...detail } = outcome.result as { errMsg: string; maxZoom?: number }
      if (outcome.callback === 'fail') return failure({ ...detail, errMsg })
      camera.ready = true
      camera.maxZoom = detail.maxZoom ?? Infinity
      return { type: 'initdone', detail: detail as { maxZoom: number } }
    } finally {
      // A refused camera is not on the page. Another one may have replaced it while its popup was open.
      if (!camera.ready && current === camera) current = undefined
    }
  }

  return {
    mount: () => callbacksOrPromise.work(mount),
    unmount() {
      current = undefined
    },
    context: {
      takePhoto: option => operate(option, () => ({ tempImagePath: photo, metadata: {} })),
      startRecord: option =>
        operate(option, camera => {
          camera.filming = true
          return {}
        }),
      stopRecord: option =>
        operate(option, camera => {
          if (!camera.filming) return 'no-video'
          camera.filming = false
          return video
        }),
      // "The zoom level that was set": the nearest one that the device has.
      setZoom: option =>
        operate(option, ({ maxZoom }, params) => {
          const { zoom } = (params ?? {}) as { readonly zoom?: unknown }
          return { zoom: Math.min(Math.max(typeof zoom === 'number' ? zoom : 1, 1), maxZoom) }
        }),
      onCameraFrame: () => ({
        start: option => operate(option, () => ({})),
        stop: option => operate(option, () => ({})),
      }),
    },
  }
}

function failure(detail: ComponentError): CameraEvent {
  return { type: 'error', detail }
}
