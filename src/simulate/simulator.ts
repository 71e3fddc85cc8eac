/** What is used of miniprogram-simulate. It brings types of its own, which need others: these are for everybody. */
export interface Simulator {
  /** Takes the path of a component, or its definition. Other than what it takes, nothing is asked of it here. */
  readonly load: (definition: never) => unknown
}

/** A node of the tree behind the page, as far as it is looked at. */
interface TreeNode {
  readonly addListener: (event: string, listener: () => void) => unknown
  /** What the WXML says of it now. The node itself keeps the attributes that its component declares, and no others. */
  readonly _vt?: { readonly attrs: readonly { readonly name: string; readonly value: unknown }[] }
}

/** `this` in a component: the simulator keeps the node with it. */
export interface Instance {
  readonly _exparserNode: TreeNode
  readonly triggerEvent: (event: string, detail: object) => void
}

/** The attributes of a node, or what a page was rendered with. */
export function attributesOf({ _exparserNode }: Instance): Readonly<Record<string, unknown>> {
  return Object.fromEntries(_exparserNode._vt?.attrs.map(({ name, value }) => [name, value]) ?? [])
}
