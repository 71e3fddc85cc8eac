import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')
const near = join(import.meta.dirname, '../pages/programs/near')

const scopes = { 'scope.userLocation': { state: 'accepted', at: '2026-01-31T08:00:00.000Z', by: 'popup' } }
const profileOf = appids => ({
  version: 1,
  apps: Object.fromEntries(appids.map(appid => [appid, { name: appid, scopes, replies: {} }])),
})

/** Writes profiles: one with a Mini Program, and one with ten thousand of them. */
export function arrange(home) {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'one.json'), JSON.stringify(profileOf(['touristappid'])))
  const many = Array.from({ length: 9_999 }, (_, index) => `wx${index}`)
  writeFileSync(join(home, 'many.json'), JSON.stringify(profileOf([...many, 'touristappid'])))
}

/** The figures with their limits, the base first. `until` ends a run when this text is on the screen of a terminal. */
export function figures(home) {
  const wxauth = (name, args, limits) => ({
    name,
    command: [process.execPath, bin, ...args],
    home,
    ...limits,
  })
  let count = 0
  const newProfile = () => {
    count += 1
    return `fresh${count}`
  }
  const plainRead = `const fs=require('fs');console.log(JSON.parse(fs.readFileSync(${JSON.stringify(join(home, 'one.json'))})).version)`
  return [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'], home },
    wxauth('call, decided', ['call', 'wx.getLocation', '--profile', 'one'], { limit: 1.4, peakLimit: 1.1 }),
    wxauth('call, decided, in Chinese', ['call', 'wx.getLocation', '--profile', 'one', '--lang', 'zh-CN'], {
      limit: 1.4,
      peakLimit: 1.1,
    }),
    wxauth('get-setting', ['get-setting', '--profile', 'one'], { limit: 1.4, peakLimit: 1.1 }),
    wxauth('list-scopes', ['list-scopes', '--profile', 'one'], { limit: 1.4, peakLimit: 1.1 }),
    {
      ...wxauth('call that records', [], { limit: 1.8, peakLimit: 1.15 }),
      command: () => [process.execPath, bin, 'call', 'wx.getLocation', '--accept', '--profile', newProfile()],
    },
    {
      ...wxauth('set that records', [], { limit: 1.8, peakLimit: 1.15 }),
      command: () => [process.execPath, bin, 'set', 'scope.camera=rejected', '--profile', newProfile()],
    },
    wxauth('--help', ['--help'], { limit: 1.55, peakLimit: 1.1 }),
    wxauth('call that nobody answers', ['call', 'camera', '--profile', 'one'], {
      limit: 1.55,
      peakLimit: 1.1,
    }),
    wxauth('call, 10,000 Mini Programs', ['call', 'wx.getLocation', '--profile', 'many'], {
      limit: 2,
      over: 'call, decided',
    }),
    wxauth('run, a page and a tap', ['run', 'pages/near/index', '--project', near, '--tap', 'Forget'], {
      limit: 6,
    }),
    ...(has('script') ? [popup(home)] : []),
    {
      name: 'node, reading a profile without any library',
      command: [process.execPath, '-e', plainRead],
      home,
    },
  ]
}

/** The time until the popup is on the screen of a terminal of `script`, including the start of `script`. */
function popup(home) {
  const line = `'${process.execPath}' '${bin}' call camera --profile one`
  const command = ['script', '-qefc', line, '/dev/null']
  return { name: 'first popup on the screen', command, home, until: 'Allow', limit: 2.4 }
}

/** Other tools for comparison, if they are installed. */
export function peers() {
  const tools = [
    ['git', '--version'],
    ['gh', '--version'],
    ['deno', '--version'],
    ['npm', '--version'],
    ['node_modules/.bin/biome', '--version'],
    ['node_modules/.bin/tsc', '--version'],
    ['node_modules/.bin/rolldown', '--version'],
    ['node_modules/.bin/vitest', '--version'],
  ]
  return tools
    .filter(([tool]) => has(tool))
    .map(command => ({ name: command.join(' ').replace(/^.*\.bin\//, ''), command }))
}

const has = tool => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0
