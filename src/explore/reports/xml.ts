/** An element of XML, or a text. */
export type Xml = string | XmlElement

interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly Xml[]
}

export function element(
  name: string,
  attributes: XmlElement['attributes'],
  ...children: readonly Xml[]
): XmlElement {
  return { name, attributes, children }
}

export function printXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${printed(root, '')}\n`
}

function printed({ name, attributes, children }: XmlElement, indent: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  const start = `${indent}<${name}${pairs.join('')}`
  if (children.length === 0) return `${start}/>`
  const [text] = children
  if (typeof text === 'string') return `${start}>${escaped(text)}</${name}>`
  const inside = children.map(child => (typeof child === 'string' ? child : printed(child, `${indent}  `)))
  return [`${start}>`, ...inside, `${indent}</${name}>`].join('\n')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

/** What a reader cannot see, and XML forbids, was replaced before: see `visibleText`. */
function escaped(text: string): string {
  return text.replace(/[&<>"\n]/g, character => entities[character] ?? character)
}
