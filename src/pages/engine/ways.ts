import type { ShownElement } from './shown.ts'

/** What a person does with an element so that an event comes. */
export type Way = 'tap' | 'press' | 'type' | 'move'

/** Events of a press, in their order. */
const presses = ['touchstart', 'longpress', 'longtap', 'touchend'] as const
const typed = ['focus', 'input', 'confirm', 'blur', 'change']

/** Events that come of one movement on WeChat's own elements, in their order, by the tag. */
const moved: Readonly<Record<string, readonly (readonly string[])[]>> = {
  slider: [['changing', 'change']],
  swiper: [['change', 'animationfinish']],
  'picker-view': [['pickstart', 'change', 'pickend']],
  'scroll-view': [['scrolltolower', 'scroll'], ['scrolltoupper'], ['refresherrefresh']],
  map: [['markertap'], ['callouttap'], ['labeltap'], ['controltap'], ['poitap'], ['regionchange']],
}

/** @returns the events that come with an event: whoever listens to several of them starts all with one movement */
export function comingWith(element: ShownElement, event: string): readonly string[] {
  switch (wayTo(element, event)) {
    case 'type':
      return typed
    case 'move':
      return moved[element.tag]?.find(events => events.includes(event)) ?? [event]
    case 'press':
      // A tap has its touches, and is no long press.
      return hears(element, 'tap') ? presses.slice(1, 3) : presses
    default:
      return [event]
  }
}

/** How a person makes an event of an element come; everything else comes of a tap, if at all. */
export function wayTo(element: ShownElement, event: string): Way {
  const { tag, is } = element
  if (is === '' && (tag === 'input' || tag === 'textarea') && typed.includes(event)) return 'type'
  if (is === '' && moved[tag]?.some(events => events.includes(event))) return 'move'
  if (!isPress(event)) return 'tap'
  const isTouch = event === 'touchstart' || event === 'touchend'
  return isTouch && hears(element, 'tap') ? 'tap' : 'press'
}

/** What a person does who only says which element: a tap, or a long press where nothing else is listened to. */
export function usualEvent(element: ShownElement): string {
  let long: string | undefined
  for (let one: ShownElement | undefined = element; one !== undefined; one = one.parent) {
    if (hears(one, 'tap')) return 'tap'
    long ??= ['longpress', 'longtap'].find(event => one !== undefined && hears(one, event))
  }
  return long ?? 'tap'
}

export const isPress = (event: string) => (presses as readonly string[]).includes(event)

const hears = ({ handlers }: ShownElement, event: string) => handlers.some(one => one.event === event)
