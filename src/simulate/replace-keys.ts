/** Gives an object these values. @returns what puts the old ones back */
export function replaceKeys(target: object, values: object): () => void {
  const keys = Object.keys(values)
  const before = keys.map(key => [key, Object.getOwnPropertyDescriptor(target, key)] as const)
  Object.assign(target, values)
  return () => {
    for (const [key, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(target, key)
      else Object.defineProperty(target, key, descriptor)
    }
  }
}
