import { describe, expect, test } from 'vitest'
import { fixturesOf } from '../../../src/pages/host/fixtures.ts'

const names = ['request', 'login', 'getLocation']

describe('fixtures', () => {
  const shops = { data: 'shops' }
  const any = { data: 'any' }
  const { replyOf } = fixturesOf(
    {
      'wx.request': [
        { url: '*/api/shops*', reply: shops },
        { url: 'https://a.example/?q=(1)', reply: any },
      ],
      login: { code: '1' },
      'wx.cloud.callFunction': [{ url: 'pay', reply: any }],
    },
    names,
  )

  test.each([
    ['request', { url: 'https://a.example/api/shops' }, shops],
    ['request', { url: 'https://a.example/api/shops?page=1\n' }, shops],
    ['request', { url: 'https://a.example/?q=(1)' }, any],
    ['request', { url: 'https://a.example/?q=1' }, undefined],
    ['request', {}, undefined],
    ['login', {}, { code: '1' }],
    ['cloud.callFunction', { name: 'pay' }, any],
    ['cloud.callFunction', { name: 'paid' }, undefined],
    ['getLocation', {}, undefined],
  ])('%s of %j', (api, params, reply) => {
    expect(replyOf(api, params)).toEqual(reply)
  })

  test.each([
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['*a*b*', 'ba', false],
    ['*', '', true],
    ['*a'.repeat(30), 'a'.repeat(5000), true],
    [`${'*a'.repeat(30)}*b`, 'a'.repeat(5000), false],
  ])('%s stands for any text in between', (url, text, isOne) => {
    const one = fixturesOf({ 'wx.request': [{ url, reply: any }] }, names)
    expect(one.replyOf('request', { url: text })).toEqual(isOne ? any : undefined)
  })

  test.each([
    [{ 'wx.requst': {} }, { code: 'ERR_UNKNOWN_API', facts: { api: 'wx.requst', near: 'request' } }],
    [{ 'wx.request': 1 }, { code: 'ERR_BAD_ARGUMENT' }],
    [{ 'wx.request': [1] }, { code: 'ERR_BAD_ARGUMENT' }],
    [{ 'wx.request': [{ url: 1, reply: {} }] }, { code: 'ERR_BAD_ARGUMENT' }],
    [{ 'wx.request': [{ url: '*' }] }, { code: 'ERR_BAD_ARGUMENT' }],
    [[], { code: 'ERR_BAD_ARGUMENT' }],
  ])('%j is a mistake', (fixtures, fault) => {
    expect(() => fixturesOf(fixtures, names)).toThrow(expect.objectContaining(fault))
  })
})
