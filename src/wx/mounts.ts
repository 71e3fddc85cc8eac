import { checkKind, checkObject } from '../session/checks.ts'
import type { Camera } from './camera.ts'
import type { Today } from './today/today.ts'
import type { Auth } from './types/index.ts'

/** `auth.mount` and `auth.unmount`: the camera and, in today's edition, the other components that ask. */
export function createMounts(camera: Camera, today: Today | undefined): Pick<Auth, 'mount' | 'unmount'> {
  /** A component of today's edition; `undefined` for the camera. @throws WxauthError ERR_BAD_ARGUMENT */
  function checked(component: unknown) {
    if (component === 'camera') return undefined
    const found = today?.components.find(name => name === component)
    const expected = today === undefined ? 'camera' : 'component'
    checkKind({ what: 'component' }, expected, component, found !== undefined)
    return found
  }

  function mount(name: unknown, attributes: unknown = {}): Promise<unknown> {
    const component = checked(name)
    checkObject('attributes', 'object', attributes)
    return component === undefined || today === undefined
      ? camera.mount()
      : today.mount(component, attributes)
  }

  return {
    mount: mount as Auth['mount'],
    unmount(name) {
      if (checked(name) === undefined) camera.unmount()
    },
  }
}
