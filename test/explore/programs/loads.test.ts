import { describe, expect, test } from 'vitest'
import { written } from '../../pages/support/open.ts'
import { explorerOf, exploreWritten } from './explore-written.ts'

const call = 'wx.getLocation({ fail() {} })'
const files = {
  'app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b'],
    subPackages: [{ root: 'more', pages: ['c/c'] }],
    usingComponents: { 'x-all': '/components/all' },
    tabBar: { custom: true, list: [] },
  }),
  'app.js': "import { start } from './utils/start'\nApp({ onLaunch: start })",
  'utils/start.ts': `export const start = () => { ${call} }`,
  'components/all.js': `Component({ methods: { go() { ${call} } } })`,
  'components/all.wxml': '<camera/>',
  'components/own.js': `const { ask } = require('ask')\nComponent({ methods: { ask } })`,
  'components/own.json': '{ "component": true, "componentGenerics": { "x": { "default": "./item" } } }',
  'components/item.js': `Component({ go() { ${call} } })`,
  'components/dead.js': `Component({ go() { ${call} } })`,
  'ask.js': `exports.ask = () => { ${call} }`,
  'custom-tab-bar/index.js': `Component({ go() { ${call} } })`,
  'pages/a/a.js': `// const old = require('./old')\nPage({ go() { ${call} } })`,
  'pages/a/a.ts': `Page({ go() { ${call} } })`,
  'pages/a/a.wxml': '<!-- <include src="old.wxml" /> --><include src="./part.wxml" />',
  'pages/a/part.wxml': '<button bindtap="go">Go</button>',
  'pages/a/old.js': call,
  'pages/a/old.wxml': '<camera/>',
  'pages/b/b.js': "const word = name => require('../../words/' + name + '.js')\nPage({})",
  'pages/b/b.json': '{ "usingComponents": { "own": "../../components/own" } }',
  'pages/b/b.wxml': '<view/>',
  'words/en.js': call,
  'words/zh.js': call,
  'pages/gone/gone.js': `Page({ go() { ${call} }, go() {} })`,
  'more/c/c.js': "Page({ async go() { await require.async('../late.js') } })",
  'more/c/c.wxml': '<button bindtap="go">Go</button>',
  'more/late.js': call,
  'tests/a.test.js': call,
  'node_modules/pkg/index.js': call,
}

const ofApp = [
  'app.js',
  'components/all.js',
  'components/all.wxml',
  'custom-tab-bar/index.js',
  'utils/start.ts',
]

describe('Only what the program can load counts', () => {
  test('and each page loads its own', async () => {
    const { facts } = await explorerOf(written(files))({ type: 'read' }, 'read')
    expect(facts.loads).toEqual({
      'pages/a/a': [...ofApp, 'pages/a/a.js', 'pages/a/a.wxml', 'pages/a/part.wxml'].toSorted(),
      'pages/b/b': [
        ...ofApp,
        'ask.js',
        'components/item.js',
        'components/own.js',
        'pages/b/b.js',
        'pages/b/b.wxml',
        'words/en.js',
        'words/zh.js',
      ].toSorted(),
      'more/c/c': [...ofApp, 'more/c/c.js', 'more/c/c.wxml', 'more/late.js'].toSorted(),
    })
    expect(facts.scripts.map(({ file }) => file)).not.toContain('pages/gone/gone.js')
  })

  test('as a call, and as a handler that is written twice', async () => {
    const own = {
      'app.json': '{ "pages": ["pages/a/a"], "permission": { "scope.userLocation": { "desc": "Near" } } }',
      'pages/a/a.wxml': '<button bindtap="go">Go</button>',
      'pages/a/a.js': `Page({ go() { ${call} } })`,
      'pages/a/a.ts': files['pages/a/a.ts'],
      'pages/gone/gone.js': files['pages/gone/gone.js'],
      'tests/a.test.js': call,
    }
    const { summary, unreached, findings } = await exploreWritten(own)
    expect(summary.calls).toEqual({ written: 1, reached: 1 })
    expect(unreached).toEqual([])
    expect(findings.map(({ rule }) => rule)).not.toContain('overridden-handler')
  })
})
