import type { TodayComponent } from '../../wx/types/index.ts'
import type { Fire, Host } from '../ports.ts'
import type { PageEngine } from './port.ts'
import type { ShownElement } from './shown.ts'

interface Parts {
  readonly elements: () => readonly ShownElement[]
  readonly engine: PageEngine
  readonly host: Host
}

/** @returns what to run when the element is gone */
type Appeared = (element: ShownElement) => () => void

const nothing = () => {}

/** Elements that do something when they appear, and again when `wx:if` made them anew. */
export function watchAppearing({ elements, engine, host }: Parts) {
  const shown = new Map<number, () => void>()
  let isDue = false

  const fireOn = ({ number }: ShownElement): Fire => {
    return (event, detail) => void engine.fire(number, event, detail, false)
  }

  const component =
    (tag: TodayComponent): Appeared =>
    element => {
      host.component(tag, element.attributes, fireOn(element))
      return nothing
    }

  const appeared: Readonly<Record<string, Appeared>> = {
    camera: element =>
      host.camera(fireOn(element), {
        place: element.place,
        hears: event =>
          element.handlers.some(one => one.event === event && engine.hears(element.number, one.name)),
      }),
    editor(element) {
      fireOn(element)('ready', {})
      return nothing
    },
    map: component('map'),
    'live-pusher': component('live-pusher'),
    'voip-room': component('voip-room'),
  }

  return {
    /** The engine made one, which is not attached yet. */
    made() {
      isDue = true
    },
    /** After each turn. */
    check() {
      for (const [number, gone] of shown) {
        if (engine.isAttached(number)) continue
        shown.delete(number)
        gone()
      }
      if (!isDue) return
      isDue = false
      for (const element of elements()) {
        const { tag, number, is } = element
        const begin = is === '' && Object.hasOwn(appeared, tag) ? appeared[tag] : undefined
        if (begin !== undefined && !shown.has(number)) shown.set(number, begin(element))
      }
    },
  }
}
