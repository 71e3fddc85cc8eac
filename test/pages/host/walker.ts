/** Walks everything that a value leads to, inside the program, and logs what was not made there. */
export const walker = `
  globalThis.foreign = []
  globalThis.count = 0
  const seen = new Set()
  globalThis.walk = (root, name) => {
    const work = [[root, name]]
    while (work.length > 0) {
      const [value, path] = work.pop()
      if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) continue
      seen.add(value)
      count += 1
      let end = value
      while (Object.getPrototypeOf(end) !== null) end = Object.getPrototypeOf(end)
      if (end !== Object.prototype && end !== value) foreign.push(path)
      const make = value.constructor
      if (typeof make === 'function' && make.constructor !== Function) foreign.push(path + '.constructor')
      for (const key of Reflect.ownKeys(value)) {
        const { value: item, get, set } = Object.getOwnPropertyDescriptor(value, key)
        for (const one of [item, get, set]) work.push([one, path + '.' + String(key)])
      }
      work.push([Object.getPrototypeOf(value), path + '.__proto__'])
    }
  }
  const keep = name => (...args) => args.forEach(arg => walk(arg, name))
`
