import { describe, expect, test } from 'vitest'
import { programWithHost } from './program-with-host.ts'
import { walker } from './walker.ts'

/** The program replaces what lists and promises inherit: whatever the host calls there would receive the host's own. */
const spies = `
  let isWalking = false
  const spyOn = (prototype, name) => {
    const original = prototype[name]
    if (typeof original !== 'function' || name === 'constructor') return
    prototype[name] = function (...args) {
      if (!isWalking) {
        isWalking = true
        for (let at = 0; at < args.length; at += 1) walk(args[at], 'an argument of ' + name)
        isWalking = false
      }
      return Reflect.apply(original, this, args)
    }
  }
  for (const name of Object.getOwnPropertyNames(Array.prototype)) spyOn(Array.prototype, name)
  for (const name of ['then', 'catch', 'finally']) spyOn(Promise.prototype, name)
  for (const name of ['call', 'apply', 'bind']) spyOn(Function.prototype, name)
`

const everything = `
  walk(wx, 'wx')
  for (const name of Object.keys(wx)) {
    if (typeof wx[name] !== 'function') continue
    try { walk(wx[name](), name + '()') } catch (error) { walk(error, name + '() throws') }
    try {
      walk(wx[name]({ url: 'pages/a/a', itemList: ['a'], key: 'a', scope: 'scope.camera', filePath: 'x.jpg',
        success: keep(name + ' success'), fail: keep(name + ' fail'), complete: keep(name + ' complete') }), name + '({})')
    } catch (error) { walk(error, name + '({}) throws') }
    let promise
    try { promise = wx[name]({ url: 'pages/a/a', itemList: ['a'], key: 'a' }) } catch {}
    if (promise && typeof promise.then === 'function') {
      walk(promise, name + ' promise')
      promise.then(keep(name + ' resolves'), keep(name + ' rejects'))
    }
  }
  const fs = wx.getFileSystemManager()
  try { fs.readFileSync('none') } catch (error) { walk(error, 'readFileSync throws') }
  try { wx.setStorageSync(Object.create(null)) } catch (error) { walk(error, 'setStorageSync throws') }
  // Looked at afterwards: Node's own hook that words a stack may run out of stack itself, and leaks its error.
  const caught = []
  const deep = () => { try { deep() } catch (error) { caught.push(error) } wx.getStorageSync('a') }
  try { deep() } catch (error) { caught.push(error) }
  for (const error of caught) walk(error, 'stack')
`

describe('the realm of the program', { timeout: 60_000 }, () => {
  test('nothing that wx leads to was made outside', async () => {
    const { run, evaluate, faults, thrown } = programWithHost({
      answers: 'accept',
      fixtures: { 'wx.request': { data: { deep: [{}] } } },
      storage: { a: { b: [1] } },
    })
    evaluate(walker)
    await run(everything, { tapped: true })
    expect(evaluate('JSON.stringify(foreign)')).toBe('[]')
    expect(evaluate('count')).toBeGreaterThan(1000)
    expect([faults, thrown]).toEqual([[], []])
  })

  test('a program that replaces the methods of lists and promises sees nothing of the host', async () => {
    const { run, evaluate } = programWithHost({ answers: 'accept' })
    evaluate(walker)
    evaluate(spies)
    await run(everything, { tapped: true })
    expect(evaluate('JSON.stringify(foreign)')).toBe('[]')
  })

  test('wx is a plain object that can be spread and written to', async () => {
    const { run } = programWithHost()
    const code = `const own = { ...wx, login: () => 'mine' }; wx.login = own.login; log.push(wx.login(), Object.keys(wx).length === Object.keys(own).length,
      Object.getPrototypeOf(wx) === Object.prototype, wx.request.constructor.constructor === Function)`
    expect(await run(code)).toEqual(['mine', true, true, true])
  })
})
