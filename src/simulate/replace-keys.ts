/** Sets these keys of an object. @returns a function that restores the old values */
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
