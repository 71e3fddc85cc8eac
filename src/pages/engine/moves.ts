import type { PageEngine } from './port.ts'
import type { ShownElement } from './shown.ts'

interface Parts {
  readonly engine: PageEngine
  readonly fire: (element: ShownElement, event: string, detail: unknown) => void
}

/** Movements on WeChat's own elements: to the next value, or to the end. */
export type Moves = (element: ShownElement, event: string) => void

export function createMoves({ engine, fire }: Parts): Moves {
  function set(element: ShownElement, name: string, value: unknown, events: readonly string[], more = {}) {
    engine.setValue(element.number, name, value)
    for (const event of events) fire(element, event, { [name]: value, ...more })
  }

  const moves: Readonly<Record<string, Moves>> = {
    slider(element) {
      const { min = 0, max = 100, value = min } = element.attributes
      set(element, 'value', Number(value) === Number(max) ? Number(min) : Number(max), ['changing', 'change'])
    },
    swiper(element) {
      const { length } = inside(element, 'swiper-item')
      const current = length === 0 ? 0 : ((Number(element.attributes.current) || 0) + 1) % length
      const more = { currentItemId: '', source: 'touch' }
      set(element, 'current', current, ['change', 'animationfinish'], more)
    },
    'picker-view'(element) {
      const { value } = element.attributes
      const before: readonly unknown[] = Array.isArray(value) ? value : []
      const next = inside(element, 'picker-view-column').map(({ children }, at) => {
        const now = Number(before[at]) || 0
        return now + 1 < children.length ? now + 1 : 0
      })
      fire(element, 'pickstart', {})
      set(element, 'value', next, ['change'])
      fire(element, 'pickend', {})
    },
    'scroll-view'(element, event) {
      if (event === 'refresherrefresh') {
        engine.setValue(element.number, 'refresher-triggered', true)
        return fire(element, event, { dy: 100 })
      }
      const isUp = event === 'scrolltoupper'
      fire(element, 'scroll', { scrollLeft: 0, scrollTop: isUp ? 0 : 100, scrollHeight: 100, scrollWidth: 1 })
      fire(element, isUp ? event : 'scrolltolower', { direction: isUp ? 'top' : 'bottom' })
    },
    map(element, event) {
      const { markers, controls, latitude, longitude } = element.attributes
      const details: Readonly<Record<string, object>> = {
        controltap: { controlId: firstId(controls) },
        poitap: { name: '', latitude, longitude },
        regionchange: { type: 'end', causedBy: 'drag' },
      }
      fire(element, event, details[event] ?? { markerId: firstId(markers) })
    },
  }

  return (element, event) => moves[element.tag]?.(element, event)
}

const firstId = (list: unknown): unknown => (Array.isArray(list) ? list[0]?.id : undefined) ?? 0

function inside(element: ShownElement, tag: string): readonly ShownElement[] {
  return element.children.flatMap(child => (child.tag === tag ? [child] : inside(child, tag)))
}
