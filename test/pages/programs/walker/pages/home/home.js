/* Walks everything that a program can reach, and looks for objects of another realm. */
const top = value => {
  let above = value
  for (;;) {
    const next = Object.getPrototypeOf(above)
    if (next === null) return above
    above = next
  }
}

function find(roots) {
  const leaks = []
  const seen = new Set()
  const queue = []
  const add = (path, value) => {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') queue.push({ path, value })
  }
  for (const [path, value] of Object.entries(roots)) add(path, value)
  while (queue.length > 0) {
    const { path, value } = queue.shift()
    if (seen.has(value) || seen.size > 60000) continue
    seen.add(value)
    const last = top(value)
    if (last !== Object.prototype && last !== value) leaks.push(path)
    try {
      const make = value.constructor.constructor
      if (make('return typeof process')() === 'object') leaks.push(path + ' → process')
    } catch {}
    add(path + '.__proto__', Object.getPrototypeOf(value))
    for (const key of Reflect.ownKeys(value)) {
      const name = path + '.' + String(key)
      const slot = Object.getOwnPropertyDescriptor(value, key)
      add(name + ' get', slot.get)
      add(name + ' set', slot.set)
      try {
        add(name, value[key])
      } catch (error) {
        add(name + ' threw', error)
      }
    }
  }
  return { leaks, size: seen.size }
}

const thrown = work => {
  try {
    return work()
  } catch (error) {
    return error
  }
}
/* What wxauth does for the program, where nothing is left of the stack. */
const atTheEnd = {
  navigate: () => wx.navigateTo({ url: '/nowhere' }),
  require: () => require('./nowhere' + Math.random()),
  now: () => Date.now(),
  date: () => new Date(),
  timer: () => setTimeout(() => {}, 1),
  log: () => console.log('x'),
  pages: () => getCurrentPages(),
  component: () => Component({}),
}
/* The more a call of its own holds, the sooner the stack ends: it ends in another function of wxauth each time. */
const deep = (work, held) => {
  const caught = []
  let isDone = false
  const again = (...args) => {
    try {
      again(...args)
    } catch (error) {
      caught.push(error)
    }
    if (isDone) return
    caught.push(work())
    isDone = true
  }
  caught.push(thrown(() => again(...Array(held).fill(0))))
  return caught
}
let frames
Error.prepareStackTrace = (error, sites) => {
  frames = sites
  return error.stack
}

Page({
  data: {},
  walk(event) {
    const hidden = thrown(() => new Error('x').stack)
    wx.navigateTo({ url: '/nowhere', fail: result => this.look({ result }) })
    this.look({
      globalThis, wx, require, module, exports, event, page: this, app: getApp(), pages: getCurrentPages(),
      missing: thrown(() => require('./nowhere')), frames, hidden, date: new Date(), deep: Object.values(atTheEnd).map(work => [0, 1, 3, 5, 8, 13, 21, 34, 55].map(held => deep(work, held))),
      error: thrown(() => null.x), channel: this.getOpenerEventChannel(), loop: thrown(() => (function again() { again() })()),
      query: this.options, tabBar: this.getTabBar(),
    })
    require.async('./nowhere').catch(reason => this.look({ reason }))
  },
  look(roots) {
    const { leaks, size } = find(roots)
    this.setData({ leaks: [...(this.data.leaks || []), ...leaks], size: (this.data.size || 0) + size })
  },
})
