import { attributesOf, type Instance, type Simulator } from './simulator.ts'

/** What is used of `auth`, the hand of the test. */
export interface Hand {
  /** A person taps the button. @returns the event's `detail` */
  tap(openType: 'getUserInfo' | 'openSetting'): Promise<object>
  /** The component is put on a page. @returns its event: `initdone` or `error` */
  mount(component: 'camera'): Promise<{ readonly type: string; readonly detail: object }>
  unmount(component: 'camera'): void
}

/** The event that tells what came of a tap, by `open-type`. */
const events = { getUserInfo: 'getuserinfo', openSetting: 'opensetting' } as const

/** The simulator's own built-in components do nothing by themselves: a tag of that name, with its children. */
const inert = (id: string) => ({ id, tagName: `wx-${id}`, template: '<slot/>' })

/** Gives the button its `open-type` and the camera its consent. @returns what makes them inert again */
export function enliven(simulate: Simulator, auth: Hand): () => void {
  const define = (definition: object) => simulate.load(definition as never)

  define({
    ...inert('button'),
    // In `created`, which runs once: a button that moves is attached again.
    created(this: Instance) {
      // Not caught: when nobody answers the popup, the test is to hear of it.
      this._exparserNode.addListener('tap', () => void tapped(this))
    },
  })
  async function tapped(button: Instance): Promise<void> {
    const attributes = attributesOf(button)
    // One of the simulator's two WXML compilers leaves the name as it is written, the other changes it.
    const openType = attributes['open-type'] ?? attributes.openType
    // WXML's truth: the text "false" is true.
    if (attributes.disabled || !isOpenType(openType)) return
    button.triggerEvent(events[openType], await auth.tap(openType))
  }

  define({
    ...inert('camera'),
    attached(this: Instance) {
      void mounted(this)
    },
    detached: () => auth.unmount('camera'),
  })
  async function mounted(camera: Instance): Promise<void> {
    const { type, detail } = await auth.mount('camera')
    camera.triggerEvent(type, detail)
  }

  return () => {
    define(inert('button'))
    define(inert('camera'))
  }
}

function isOpenType(value: unknown): value is keyof typeof events {
  return typeof value === 'string' && Object.hasOwn(events, value)
}
