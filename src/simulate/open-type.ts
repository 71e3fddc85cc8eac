import { attributesOf, type Instance, type Simulator } from './simulator.ts'

/** What is used of `auth`, the hand of the test. */
export interface AuthPort {
  /** A person taps the button. @returns the event's `detail` */
  tap(openType: 'getUserInfo' | 'openSetting'): Promise<object>
  /** The component is put on a page. @returns its event: `initdone` or `error` */
  mount(component: 'camera'): Promise<{ readonly type: string; readonly detail: object }>
  unmount(component: 'camera'): void
}

/** The event that tells what came of a tap, by `open-type`. */
const events = { getUserInfo: 'getuserinfo', openSetting: 'opensetting' } as const

/** The simulator's own built-in components do nothing by themselves: a tag of that name, with its children. */
const placeholder = (id: string) => ({ id, tagName: `wx-${id}`, template: '<slot/>' })

/** Who answers for what is rendered from now on: the last hand, and when that is taken back the one before it. */
const ports: AuthPort[] = []

/** Gives the button its `open-type` and the camera its consent. @returns what makes them as they were */
export function defineComponents(simulate: Simulator, auth: AuthPort): () => void {
  const define = (definition: object) => simulate.load(definition as never)
  ports.push(auth)
  for (const definition of [button(auth), camera(auth)]) define(definition)
  return () => {
    ports.splice(ports.lastIndexOf(auth), 1)
    const before = ports.at(-1)
    const definitions =
      before === undefined ? [placeholder('button'), placeholder('camera')] : [button(before), camera(before)]
    for (const definition of definitions) define(definition)
  }
}

function button(auth: AuthPort): object {
  async function tapped(button: Instance): Promise<void> {
    const attributes = attributesOf(button)
    // One of the simulator's two WXML compilers leaves the name as it is written, the other changes it.
    const openType = attributes['open-type'] ?? attributes.openType
    // WXML's truth: the text "false" is true.
    if (attributes.disabled || !isOpenType(openType)) return
    button.triggerEvent(events[openType], await auth.tap(openType))
  }
  return {
    ...placeholder('button'),
    // In `created`, which runs once: a button that moves is attached again.
    created(this: Instance) {
      // Not caught: when nobody answers the popup, the test is to hear of it.
      this._exparserNode.addListener('tap', () => void tapped(this))
    },
  }
}

function camera(auth: AuthPort): object {
  const there = new Set<Instance>()
  /** The one whose coming and going counts: a second one on the page is told so, and is none. */
  let first: Instance | undefined

  async function mounted(camera: Instance): Promise<void> {
    there.add(camera)
    first ??= camera
    let isReady = false
    try {
      const { type, detail } = await auth.mount('camera')
      isReady = type === 'initdone'
      // It may have been taken off while it asked.
      if (there.has(camera)) camera.triggerEvent(type, detail)
    } finally {
      if (!isReady && first === camera) first = undefined
    }
  }

  return {
    ...placeholder('camera'),
    attached(this: Instance) {
      void mounted(this)
    },
    detached(this: Instance) {
      there.delete(this)
      if (first !== this) return
      first = undefined
      auth.unmount('camera')
    },
  }
}

function isOpenType(value: unknown): value is keyof typeof events {
  return typeof value === 'string' && Object.hasOwn(events, value)
}
