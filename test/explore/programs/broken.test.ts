import { describe, expect, test } from 'vitest'
import { exploreWritten } from './explore-written.ts'

const filesOf = (files: Readonly<Record<string, string>>) => ({
  'app.json': '{ "pages": ["pages/a/a"] }',
  'pages/a/a.wxml': '<button bindtap="go">Go</button>',
  ...files,
})

describe('A page has not loaded', () => {
  test.each([
    ['that has no script', { 'pages/b/b.js': '' }],
    ['whose script has a syntax error', { 'pages/a/a.js': 'Page({ go( })' }],
    ['whose script throws', { 'pages/a/a.js': 'missing(); Page({})' }],
    ['whose script defines no page', { 'pages/a/a.js': 'module.exports = {}' }],
  ])('%s', async (_which, files) => {
    const { summary } = await exploreWritten(filesOf(files))
    expect([summary.pages, summary.loaded]).toEqual([1, 0])
  })

  test.each([
    ['that includes itself', { 'pages/a/a.wxml': '<include src="a.wxml" />' }],
    [
      'of a component that contains itself',
      {
        'pages/a/a.json': '{ "usingComponents": { "x-x": "./x" } }',
        'pages/a/a.wxml': '<x-x />',
        'pages/a/x.js': 'Component({})',
        'pages/a/x.json': '{ "component": true, "usingComponents": { "x-x": "./x" } }',
        'pages/a/x.wxml': '<x-x />',
      },
    ],
  ])('%s, and a notice says so', async (_which, files) => {
    const { summary, notices } = await exploreWritten(filesOf({ 'pages/a/a.js': 'Page({})', ...files }))
    expect(summary.loaded).toBe(0)
    expect(notices).toMatchObject([
      {
        code: 'page-not-opened',
        facts: { page: 'pages/a/a', reason: expect.stringContaining('call stack') },
      },
    ])
  })
})

const camera = '<camera binderror="onError" />'
const inComponent = (js: string) => ({
  'pages/a/a.js': 'Page({})',
  'pages/a/a.json': '{ "usingComponents": { "x-x": "./x" } }',
  'pages/a/a.wxml': '<x-x />',
  'pages/a/x.js': js,
  'pages/a/x.json': '{ "component": true }',
  'pages/a/x.wxml': camera,
})

describe('A handler may be where the program was not found:', () => {
  test.each([
    ['in a module', `const mixin = require('mixin'); Page(mixin({}))`],
    ['in a behavior', `Page({ behaviors: [require('./gone')] })`],
    ['in a module that throws', `const rest = require('./bad'); Page({ ...rest })`],
  ])('%s', async (_where, js) => {
    const files = { 'pages/a/a.js': js, 'pages/a/a.wxml': camera, 'pages/a/bad.js': 'missing()' }
    const { summary, findings } = await exploreWritten(filesOf(files))
    expect(findings.map(({ rule }) => rule)).not.toContain('missing-handler')
    expect(summary.loaded).toBe(1)
  })

  test('in a component that threw', async () => {
    const { findings } = await exploreWritten(filesOf(inComponent('missing(); Component({})')))
    expect(findings.map(({ rule }) => rule)).not.toContain('missing-handler')
  })

  test('but not where all of it was', async () => {
    const { findings } = await exploreWritten(filesOf(inComponent('Component({})')))
    expect(findings.map(({ rule }) => rule)).toContain('missing-handler')
  })
})
