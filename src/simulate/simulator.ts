/** The part of miniprogram-simulate that is used here. Its own types depend on other packages. */
export interface Simulator {
  /** Takes the path of a component, or its definition. The parameter is `never` so that every `load` fits. */
  readonly load: (definition: never) => unknown
  /** Takes what `load` returns. */
  readonly render: (id: never) => unknown
}

/** The part of a node in the tree behind the page that is used here. */
interface TreeNode {
  readonly addListener: (event: string, listener: () => void) => unknown
  /** The current attributes in the WXML. The node itself keeps only those that its component declares. */
  readonly _vt?: { readonly attrs: readonly { readonly name: string; readonly value: unknown }[] }
}

/** `this` in a component, to which the simulator adds its node. */
export interface Instance {
  readonly _exparserNode: TreeNode
  readonly triggerEvent: (event: string, detail: object) => void
}

/** The attributes of a component, or the properties that a page was rendered with. */
export function attributesOf({ _exparserNode }: Instance): Readonly<Record<string, unknown>> {
  return Object.fromEntries(_exparserNode._vt?.attrs.map(({ name, value }) => [name, value]) ?? [])
}

/** The errors that the simulator's tree of components catches. */
export interface ErrorListeners {
  /** A listener that returns `false` keeps the error from being printed. */
  addGlobalErrorListener(listener: (error: unknown) => boolean): unknown
  removeGlobalErrorListener(listener: (error: unknown) => boolean): unknown
}

/**
 * The simulator does not export its tree of components (miniprogram-exparser), so this reaches it through a component.
 * @returns `undefined` if this version of the simulator is built in another way
 */
export function errorListenersOf(simulate: Simulator): ErrorListeners | undefined {
  const { load, render } = simulate as unknown as Readonly<
    Record<'load' | 'render', (value: unknown) => unknown>
  >
  const component = render(load({ template: '<view/>' })) as {
    readonly _exparserNode?: { readonly __lifeTimeFuncs?: { readonly created?: object } }
  }
  const listeners: unknown = component._exparserNode?.__lifeTimeFuncs?.created?.constructor
  return typeof listeners === 'function' && 'addGlobalErrorListener' in listeners
    ? (listeners as unknown as ErrorListeners)
    : undefined
}
