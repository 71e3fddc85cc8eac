import type { ShownElement } from '../../../pages/engine/shown.ts'
import type { Launch } from '../../../pages/launch.ts'
import { flat, isInput, isTappable } from '../../../pages/target.ts'
import type { Shown, Tappable } from '../conversation.ts'

/** What the page shows, as data that can be sent. */
export function shownNow(launch: Launch): Shown | undefined {
  const page = launch.stack.shown()
  if (page === undefined) return undefined
  const elements = launch.elements().filter(element => isTappable(element) || isInput(element))
  return {
    page: page.route,
    text: launch.text(),
    tappable: elements.map(tappableOf),
    hasBack: launch.stack.pages().length > 1,
    data: asJson(launch.data()),
  }
}

function tappableOf(element: ShownElement): Tappable {
  const { number, tag, text, place, handlers, attributes } = element
  const { placeholder } = attributes
  return {
    number,
    text: flat(text) || (typeof placeholder === 'string' ? flat(placeholder) : ''),
    tag,
    // Data may name the handler, and name none.
    handler: (handlers.find(({ event }) => event === 'tap') ?? handlers[0])?.name || null,
    isInput: isInput(element),
    at: place,
  }
}

/** Data of a page may lead back to itself, or hold numbers that JSON has no word for. */
function asJson(value: unknown, above: readonly unknown[] = []): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value)) return '[circular]'
  const path = [...above, value]
  if (Array.isArray(value)) return value.map(item => asJson(item, path))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item, path)]))
}
