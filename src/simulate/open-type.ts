import { attributesOf, type Instance, type Simulator } from './simulator.ts'

/** The event after a tap, by `open-type`. Of two types of one button, the agreement comes first. */
const events = {
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  getUserInfo: 'getuserinfo',
  openSetting: 'opensetting',
} as const
/** The buttons that are here. */
export type OpenType = keyof typeof events

/** The part of `auth` that is used here. */
export interface AuthPort {
  /** The user taps the button. @returns the `detail` of its event */
  tap(openType: OpenType): Promise<object>
  /** The camera appears on a page. @returns its event: `initdone` or `error` */
  mount(component: 'camera'): Promise<{ readonly type: string; readonly detail: object }>
  /** Throws an error of page code where nothing catches it. */
  throwUncaught(error: unknown): void
  /** The language of error messages. */
  readonly language?: string
  /** Whose buttons there are: only those of `today` have the agreement to the privacy guideline. */
  readonly edition?: string
  /** The camera leaves the page. */
  unmount(component: 'camera'): void
}

/** Like a built-in component of the simulator: a tag of that name, with its children. */
const placeholder = (id: string) => ({ id, tagName: `wx-${id}`, template: '<slot/>' })

/** Of all installations; new buttons and cameras use the last one. */
const ports: AuthPort[] = []

/** Defines a button with `open-type` and a camera that asks. @returns a function that restores the previous ones */
export function defineComponents(simulate: Simulator, auth: AuthPort): () => void {
  const define = (definition: object) => simulate.load(definition as never)
  ports.push(auth)
  for (const definition of [button(auth), camera(auth)]) define(definition)
  return () => {
    ports.splice(ports.lastIndexOf(auth), 1)
    const previous = ports.at(-1)
    const definitions =
      previous === undefined
        ? [placeholder('button'), placeholder('camera')]
        : [button(previous), camera(previous)]
    for (const definition of definitions) define(definition)
  }
}

function button(auth: AuthPort): object {
  async function onTap(button: Instance): Promise<void> {
    const attributes = attributesOf(button)
    // One of the simulator's two WXML compilers keeps the name of the attribute, the other makes it camel case.
    const openType = attributes['open-type'] ?? attributes.openType
    // As in WXML, the string "false" is true.
    if (attributes.disabled) return
    for (const type of openTypesIn(openType, auth)) {
      button.triggerEvent(events[type], await auth.tap(type))
    }
  }
  return {
    ...placeholder('button'),
    // In `created`, which runs once; `attached` runs again when a button moves.
    created(this: Instance) {
      this._exparserNode.addListener('tap', () => void onTap(this).catch(auth.throwUncaught))
    },
  }
}

function camera(auth: AuthPort): object {
  const onPage = new Set<Instance>()
  /** Only this one is mounted and unmounted; a second camera on the page gets an `error` event. */
  let first: Instance | undefined

  async function mount(camera: Instance): Promise<void> {
    onPage.add(camera)
    first ??= camera
    let isReady = false
    try {
      const { type, detail } = await auth.mount('camera')
      isReady = type === 'initdone'
      // The camera may have left the page while its popup was open.
      if (onPage.has(camera)) camera.triggerEvent(type, detail)
    } finally {
      if (!isReady && first === camera) first = undefined
    }
  }

  return {
    ...placeholder('camera'),
    attached(this: Instance) {
      void mount(this).catch(auth.throwUncaught)
    },
    detached(this: Instance) {
      onPage.delete(this)
      if (first !== this) return
      first = undefined
      auth.unmount('camera')
    },
  }
}

/** Official: a button agrees and does something else with `getUserInfo|agreePrivacyAuthorization`. */
function openTypesIn(attribute: unknown, { edition }: AuthPort): readonly OpenType[] {
  const words = typeof attribute === 'string' ? attribute.split('|') : []
  const known = Object.keys(events) as OpenType[]
  return known
    .filter(type => edition === 'today' || type !== 'agreePrivacyAuthorization')
    .filter(type => words.includes(type))
}
