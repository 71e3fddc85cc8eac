import type { ShownElement } from './engine/shown.ts'
import { tabTag } from './engine/tab-bar.ts'
import { isPress } from './engine/ways.ts'

/** What a person points at: an element by its class, id, attribute, handler or tag, or by the text that it shows. */
export type Target =
  | { readonly by: 'class' | 'id' | 'handler' | 'tag' | 'text' | 'visible'; readonly value: string }
  | { readonly by: 'attribute'; readonly name: string; readonly value: string | undefined }

const name = '[\\p{L}\\p{N}_-]+'
const isClass = new RegExp(`^\\.(${name})$`, 'u')
const isId = new RegExp(`^#(${name})$`, 'u')
const isAttribute = /^\[([\w:-]+)(?:=(?:"(.*)"|'(.*)'|(.*)))?\]$/s
const isNamed = /^(handler|tag|text):(.+)$/s

/** `.class`, `#id`, `[attr=value]`, `handler:NAME`, `tag:NAME`, `text:TEXT`; anything else is visible text. */
export function parseTarget(words: string): Target {
  const className = isClass.exec(words)?.[1]
  if (className !== undefined) return { by: 'class', value: className }
  const id = isId.exec(words)?.[1]
  if (id !== undefined) return { by: 'id', value: id }
  const attribute = isAttribute.exec(words)
  if (attribute !== null) {
    const [, name = '', double, single, bare] = attribute
    return { by: 'attribute', name, value: double ?? single ?? bare }
  }
  const [, by, value] = isNamed.exec(words) ?? []
  if (by !== undefined && value !== undefined) return { by: by as 'handler' | 'tag' | 'text', value }
  return { by: 'visible', value: words }
}

/** `TARGET=TEXT`, split at the first `=` that is not in brackets; `undefined` without one, or without a target. */
export function splitInput(words: string): readonly [target: string, text: string] | undefined {
  let depth = 0
  for (const [at, character] of [...words].entries()) {
    if (character === '[') depth += 1
    if (character === ']') depth -= 1
    if (character !== '=' || depth > 0 || at === 0) continue
    const characters = [...words]
    return [characters.slice(0, at).join(''), characters.slice(at + 1).join('')]
  }
  return undefined
}

/** Text as a person compares it: in one line. */
export const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * The elements that the target means, in the order of the page. By text, those that show exactly this text come before
 * those that contain it, and elements that answer a tap before those that do not; of elements around one another, the
 * innermost counts.
 */
export function elementsAt(target: Target, elements: readonly ShownElement[]): readonly ShownElement[] {
  if (target.by !== 'text' && target.by !== 'visible')
    return elements.filter(element => isAt(target, element))
  const wanted = flat(target.value)
  if (wanted === '') return []
  const equal = elements.filter(element => textsOf(element).includes(wanted))
  const near = equal.length > 0 ? equal : containing(wanted, elements)
  const reacting = [isTapped, isTappable].map(answers => near.filter(one => isAround(one, answers)))
  return innermost(reacting.find(list => list.length > 0) ?? near)
}

const containing = (wanted: string, elements: readonly ShownElement[]) =>
  elements.filter(element => textsOf(element).some(text => text.includes(wanted)))

/** What an element shows, and what is written in an empty input. */
function textsOf({ text, attributes }: ShownElement): readonly string[] {
  const { placeholder } = attributes
  return [flat(text), ...(typeof placeholder === 'string' ? [flat(placeholder)] : [])]
}

function isAt(target: Target, element: ShownElement): boolean {
  switch (target.by) {
    case 'class':
      return element.classes.includes(target.value)
    case 'id':
      return element.id === target.value
    case 'handler':
      return element.handlers.some(({ name }) => name === target.value)
    case 'tag':
      return element.tag === target.value
    case 'attribute':
      return hasAttribute(element, target.name, target.value)
    default:
      return false
  }
}

function hasAttribute({ attributes, dataset, id }: ShownElement, name: string, wanted: string | undefined) {
  const value =
    name === 'id' ? id : name.startsWith('data-') ? dataset[camelCase(name.slice(5))] : attributes[name]
  return value !== undefined && (wanted === undefined || String(value) === wanted)
}

const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function innermost(elements: readonly ShownElement[]): readonly ShownElement[] {
  const around = new Set<ShownElement>()
  for (const { parent } of elements)
    for (let one = parent; one !== undefined && !around.has(one); one = one.parent) around.add(one)
  return elements.filter(element => !around.has(element))
}

/** Tags that answer a tap without a handler. */
const reactingTags = new Set([tabTag, 'navigator', 'switch', 'checkbox', 'radio', 'picker'])
const inputTags = new Set(['input', 'textarea'])

export const isInput = ({ tag, isDisabled }: ShownElement) => inputTags.has(tag) && !isDisabled

/** Whether something happens when a person taps or presses the element itself. */
export function isTappable(element: ShownElement): boolean {
  return isTapped(element) || (!element.isDisabled && element.handlers.some(({ event }) => isPress(event)))
}

function isTapped(element: ShownElement): boolean {
  if (element.isDisabled) return false
  return element.handlers.some(({ event }) => event === 'tap') || reactsByItself(element)
}

function reactsByItself({ tag, attributes }: ShownElement): boolean {
  if (tag === 'button') return isText(attributes['open-type']) || isText(attributes['form-type'])
  return reactingTags.has(tag)
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''

function isAround(element: ShownElement, answers: (one: ShownElement) => boolean): boolean {
  for (let one: ShownElement | undefined = element; one !== undefined; one = one.parent)
    if (answers(one)) return true
  return false
}

/** The input that is meant: the element itself, or the only one inside of it. */
export function inputIn(element: ShownElement): ShownElement | undefined {
  if (isInput(element)) return element
  const inside = insideOf(element).filter(isInput)
  return inside.length === 1 ? inside[0] : undefined
}

function insideOf(element: ShownElement): readonly ShownElement[] {
  return element.children.flatMap(child => [child, ...insideOf(child)])
}
