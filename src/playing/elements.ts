import type { Element, Listened } from '../explore/ports.ts'
import { plainCopy, plainWord } from '../pages/context/plain.ts'
import type { ShownElement } from '../pages/engine/shown.ts'
import { comingWith, isPress, wayTo } from '../pages/engine/ways.ts'
import { flat } from '../pages/target.ts'

type Hears = (element: ShownElement, method: string) => boolean

/** Longer texts name an element no better. */
const mostText = 60

/** What a user can do with the page: the elements that the program listens to, and those that say what they open. */
export function listenedElements(
  shown: readonly ShownElement[],
  hears: Hears,
  isLibrary: (component: string) => boolean,
): readonly Element[] {
  const own = shown.filter(element =>
    isLibrary(element.owner) ? isSettingsButton(element) : isOfUse(element),
  )
  const places = new Map<string, readonly ShownElement[]>()
  for (const element of own) {
    const key = placeKey(element)
    if (key !== undefined) places.set(key, [...(places.get(key) ?? []), element])
  }
  return [...places.values()].flatMap(group => {
    const [first] = group
    const last = group.at(-1)
    if (first === undefined || last === undefined) return []
    const isOther = last !== first && dataOf(last) !== dataOf(first)
    const make = isLibrary(first.owner) ? withoutListeners : elementOf
    return [make(first, false, hears), ...(isOther ? [make(last, true, hears)] : [])]
  })
}

/** A person sees it, whoever wrote it. */
const isSettingsButton = ({ tag, is, attributes }: ShownElement) =>
  tag === 'button' && is === '' && attributes['open-type'] === 'openSetting'

const isOfUse = ({ handlers, attributes, tag }: ShownElement) =>
  handlers.length > 0 || attributes['open-type'] !== undefined || tag === 'camera'

const placeKey = ({ place }: ShownElement) =>
  place === undefined ? undefined : `${place.file}:${place.line}:${place.column}`

const dataOf = ({ dataset }: ShownElement) => plainWord(plainCopy(dataset))

/** What a package listens to is its own matter. */
const withoutListeners: typeof elementOf = (...args) => ({ ...elementOf(...args), listens: [] })

function elementOf(element: ShownElement, isLast: boolean, hears: Hears): Element {
  const { tag, text, place, attributes, handlers } = element
  const openType = attributes['open-type']
  return {
    tag,
    text: flat(text).slice(0, mostText),
    at: place ?? { file: '', line: 1, column: 1 },
    // A component may do with the word what it likes.
    openType: element.is === '' && typeof openType === 'string' && openType !== '' ? openType : null,
    listens: handlers
      .filter(({ name }) => name !== '')
      .map(({ event, name }): Listened => {
        return {
          event,
          handler: name,
          exists: hears(element, name),
          byTap: tappedFor(element, event) !== undefined && isFirst(element, event, hears),
        }
      }),
    isLast,
  }
}

/** The element of a tap in a path, among those that are shown now. */
export function elementAt(
  shown: readonly ShownElement[],
  tap: { readonly handler: string; readonly at: Element['at']; readonly isLast: boolean },
): ShownElement | undefined {
  const key = `${tap.at.file}:${tap.at.line}:${tap.at.column}`
  const found = shown.filter(
    element => placeKey(element) === key && element.handlers.some(({ name }) => name === tap.handler),
  )
  return tap.isLast ? found.at(-1) : found[0]
}

/** Who listens to several events of one movement is tried once: by the first of them. */
function isFirst(element: ShownElement, event: string, hears: Hears): boolean {
  const heard = element.handlers.filter(({ name }) => name !== '' && hears(element, name))
  if (isPress(event) && wayTo(element, event) === 'tap') return false
  const first = comingWith(element, event).find(one => heard.some(handler => handler.event === one))
  return first === undefined || first === event
}

/** What to tap, or to press, so that an element's listener of an event is called; `undefined` if nothing leads to it. */
export function tappedFor(element: ShownElement, event: string): ShownElement | undefined {
  if (element.isDisabled) return undefined
  // A component's own event comes from something in it that is tapped.
  if (element.is !== '') {
    const isTouch = event === 'tap' || isPress(event)
    return isTouch ? element : insideOf(element).find(isTappedItself)
  }
  if (wayTo(element, event) !== 'tap' || isPress(event)) return canCome(element, event) ? element : undefined
  const target = sources[event]
  if (target !== undefined) return target(element)
  return event === String(element.attributes['open-type']).toLowerCase() ? element : undefined
}

/** Whether there is anything to tap on a map, or to swipe to. */
function canCome({ tag, attributes, children }: ShownElement, event: string): boolean {
  if (tag === 'map' && /^(marker|callout|label)tap$/.test(event)) return isFilled(attributes.markers)
  if (tag === 'map' && event === 'controltap') return isFilled(attributes.controls)
  return tag !== 'swiper' || children.length > 1 || isPress(event)
}

const isFilled = (list: unknown) => Array.isArray(list) && list.length > 0

const isTappedItself = (element: ShownElement) =>
  !element.isDisabled &&
  (element.handlers.some(({ event }) => event === 'tap') || element.attributes['open-type'] !== undefined)

/** Which element the user taps for an event of WeChat's own elements. */
const sources: Readonly<Record<string, (element: ShownElement) => ShownElement | undefined>> = {
  tap: element => element,
  submit: form => insideOf(form).find(({ attributes }) => attributes['form-type'] === 'submit'),
  reset: form => insideOf(form).find(({ attributes }) => attributes['form-type'] === 'reset'),
  change: element => {
    if (element.tag === 'picker' || element.tag === 'switch') return element
    return insideOf(element).find(({ tag }) => `${tag}-group` === element.tag)
  },
}

function insideOf(element: ShownElement): readonly ShownElement[] {
  return element.children.flatMap(child => [child, ...insideOf(child)])
}
