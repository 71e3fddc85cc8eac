import type { Place } from '../ports.ts'
import { aliasesIn } from './aliases.ts'
import { callsUnder } from './calls.ts'
import { type AnyNode, isNode, nameIn, type ParsedScript, startOf, walk } from './script.ts'

/** A key that is written again, so that the code of the first one never runs. */
export interface Overridden extends Place {
  readonly key: string
  readonly later: Place
  /** The first guarded call in the code that never runs. */
  readonly api: string
}

const declarations: ReadonlySet<string | undefined> = new Set(['Page', 'Component', 'Behavior', 'App'])

/** Keys of pages and components that are written twice, the earlier one with guarded calls in it. */
export function overriddenIn({ tree, file }: ParsedScript, apis: ReadonlySet<string>): readonly Overridden[] {
  const found: Overridden[] = []
  const aliases = aliasesIn(tree)
  walk(tree, node => {
    if (node.type !== 'CallExpression' || !declarations.has(nameIn(node.callee))) return
    const [options] = Array.isArray(node.arguments) ? node.arguments : []
    for (const object of objectsOf(options)) found.push(...inObject(object))
  })
  return found

  function inObject(object: AnyNode): readonly Overridden[] {
    const keys = propertiesOf(object)
    return keys.flatMap((property, at) => {
      const key = nameIn(property.key)
      const later = keys.slice(at + 1).find(other => key !== undefined && nameIn(other.key) === key)
      const call = callsUnder(property, file, aliases).find(({ name }) => apis.has(name))
      if (key === undefined || later === undefined || call === undefined) return []
      return { file, ...startOf(property), key, later: { file, ...startOf(later) }, api: call.name }
    })
  }
}

/** The object of a page, and the `methods` of a component. */
function objectsOf(options: unknown): readonly AnyNode[] {
  if (!isNode(options) || options.type !== 'ObjectExpression') return []
  const methods = propertiesOf(options).find(({ key }) => nameIn(key) === 'methods')?.value
  return isNode(methods) && methods.type === 'ObjectExpression' ? [options, methods] : [options]
}

function propertiesOf({ properties }: AnyNode): readonly AnyNode[] {
  return Array.isArray(properties)
    ? properties.filter(isNode).filter(({ type, computed }) => type === 'Property' && computed !== true)
    : []
}
