import type { Place } from '../ports.ts'
import type { EngineInstance, EngineNode, EngineText, Handler, PlaceOfMark } from './port.ts'

/** An element that a person sees. WXSS is not evaluated: what only a style hides counts as shown. */
export interface ShownElement {
  readonly number: number
  readonly tag: string
  /** The component that it is an instance of; empty for WeChat's own tags. */
  readonly is: string
  readonly owner: string
  readonly id: string
  readonly classes: readonly string[]
  readonly attributes: Readonly<Record<string, unknown>>
  readonly dataset: Readonly<Record<string, unknown>>
  readonly handlers: readonly Handler[]
  readonly isDisabled: boolean
  /** Everything that can be read in it. */
  readonly text: string
  readonly place: Place | undefined
  readonly parent: ShownElement | undefined
  readonly children: readonly ShownElement[]
}

/** Tags that stand in the line of the text around them; all others have lines of their own. */
const inline = new Set(['text', 'span', 'label', 'icon', 'rich-text'])
/** Tags that draw nothing themselves. */
const silent = new Set(['wxs', 'page-meta', 'navigation-bar', 'audio', 'canvas'])

/** A value of WXML that switches something on: `hidden`, `hidden="{{true}}"`, even `hidden="false"`. */
const isOn = (value: unknown) => value === '' || Boolean(value)

/** The elements of a page that are shown, from outside to inside. */
export function shownElements(
  nodes: ReturnType<EngineInstance['nodes']>,
  placeOf: PlaceOfMark,
): readonly ShownElement[] {
  const all: ShownElement[] = []

  function add(node: EngineNode, parent: ShownElement | undefined): ShownElement | undefined {
    if (isHidden(node)) return undefined
    const children: ShownElement[] = []
    const element: ShownElement = {
      number: node.number,
      tag: node.tag,
      is: node.is,
      owner: node.owner,
      id: node.id,
      classes: node.classes.split(/\s+/).filter(Boolean),
      attributes: node.attributes,
      dataset: node.dataset,
      handlers: node.handlers,
      isDisabled: 'disabled' in node.attributes && isOn(node.attributes.disabled),
      // Only when it is asked for: each element has the text of all that are in it.
      get text() {
        return textOf([node])
      },
      place: placeOf(node.mark),
      parent,
      children,
    }
    all.push(element)
    for (const child of node.children) {
      const shown = 'tag' in child ? add(child, element) : undefined
      if (shown !== undefined) children.push(shown)
    }
    return element
  }

  for (const node of nodes) if ('tag' in node) add(node, undefined)
  return all
}

/** What can be read: a line for each element that stands by itself. */
export function textOf(nodes: readonly (EngineNode | EngineText)[]): string {
  const lines: string[] = ['']

  function add(node: EngineNode | EngineText): void {
    if (!('tag' in node)) {
      lines.push(`${lines.pop() ?? ''}${node.text.replace(/\s+/g, ' ')}`)
      return
    }
    if (isHidden(node) || silent.has(node.tag)) return
    const isBlock = !inline.has(node.tag)
    if (isBlock) lines.push('')
    const own = ownText(node)
    if (own !== '') lines.push(`${lines.pop() ?? ''}${own}`)
    for (const child of node.children) add(child)
    if (isBlock) lines.push('')
  }

  for (const node of nodes) add(node)
  return lines
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')
}

/** What an input shows is no text between tags. */
function ownText({ tag, attributes }: EngineNode): string {
  if (tag !== 'input' && tag !== 'textarea') return ''
  const { value, placeholder } = attributes
  return String(value === undefined || value === null || value === '' ? (placeholder ?? '') : value)
}

function isHidden({ attributes }: EngineNode): boolean {
  return 'hidden' in attributes && isOn(attributes.hidden)
}
