// Uses the built package in its own process, without a test runner: `node plain-node.cjs ORDER ANSWER BUTTON`.
const path = require('node:path')
const { JSDOM } = require('jsdom')
const { window } = new JSDOM('<body></body>')
for (const name of ['document', 'Node', 'Element', 'Event', 'CustomEvent']) globalThis[name] = window[name]
globalThis.window = window

const { createWxAuth } = require('wxauth')
const { install } = require('wxauth/simulate')
const [order, answer, button] = process.argv.slice(2)
const { wx, auth } = createWxAuth(answer ? { answers: answer } : {})
// A common way to use the simulator: a `wx` that exists before the simulator is loaded wins over its stubs.
if (order === 'wx-first') globalThis.wx = wx
const simulate = require('miniprogram-simulate')
install({ wx, auth, simulate })
// What the page does with it then throws.
if (order === 'broken') globalThis.wx.getLocation = undefined
if (order === 'rejecting') globalThis.wx.getLocation = () => Promise.reject(new Error('rejected'))

const page = simulate.render(simulate.load(path.join(__dirname, 'near-me/index'), { compiler: 'simulate' }))
page.attach(window.document.body)
page.querySelector(button).dispatchEvent('tap')
auth.idle().then(() => console.log(page.dom.textContent))
