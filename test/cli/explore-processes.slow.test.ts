import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inWorld, type World } from '../support/cli-world.ts'
import { spawnCli } from '../support/spawn-cli.ts'

/** What explorations promise of the process: that threads change nothing, and that a thread can be ended. */

const refused = join(import.meta.dirname, '../pages/programs/refused')
const files = { html: 'r.html', sarif: 'r.sarif', junit: 'r.xml' }

interface Document {
  readonly summary: { readonly pages: number }
  readonly findings: readonly { readonly fingerprint: string; readonly page: string }[]
  readonly notices: readonly { readonly code: string; readonly message: string }[]
}

const explore = (world: World, ...args: readonly string[]) =>
  spawnCli({ world, args: ['explore', ...args], stdio: ['ignore', 'pipe', 'pipe'] })

async function reports(world: World, jobs: string) {
  const flags = Object.entries(files).flatMap(([kind, file]) => [`--${kind}`, file])
  const pretty = await explore(world, '--project', refused, '--jobs', jobs, '--verbose', ...flags)
  const json = await explore(world, '--project', refused, '--jobs', jobs, '--json')
  const written = Object.values(files).map(file => readFileSync(join(world.cwd, file), 'utf8'))
  return { codes: [pretty.code, json.code], texts: [pretty.stdout, pretty.stderr, json.stdout, ...written] }
}

test(
  'Every report is the same, byte for byte, with one thread and with two',
  () =>
    inWorld(async world => {
      const one = await reports(world, '1')
      expect(one.codes).toEqual([1, 1])
      expect(one.texts.every(text => text.length > 100)).toBe(true)
      expect(await reports(world, '2')).toEqual(one)
    }),
  120_000,
)

test(
  'The parts of a shard have the findings of the whole, each once',
  () =>
    inWorld(async world => {
      const found = async (...args: readonly string[]): Promise<Document> =>
        JSON.parse((await explore(world, '--project', refused, '--jobs', '1', '--json', ...args)).stdout)
      const whole = await found()
      const parts = [
        await found('--shard', '1/3'),
        await found('--shard', '2/3'),
        await found('--shard', '3/3'),
      ]
      expect(parts.map(({ summary }) => summary.pages)).toEqual([1, 1, 1])
      const merged = new Map(parts.flatMap(({ findings }) => findings.map(one => [one.fingerprint, one])))
      const inOrder = (document: readonly { readonly fingerprint: string }[]) =>
        document.toSorted((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
      // What stands in app.json is found by each part, first by the first page.
      const byPage = (one: Document['findings'][number]) => (one.page === 'pages/a/a' ? 0 : 1)
      for (const one of parts.flatMap(({ findings }) => findings))
        if (byPage(one) === 0) merged.set(one.fingerprint, one)
      expect(inOrder([...merged.values()])).toEqual(inOrder(whole.findings))
    }),
  120_000,
)

const good = {
  js: "Page({ ask() { wx.authorize({ scope: 'scope.camera' }) } })",
  wxml: '<view bindtap="ask">A</view>',
}

describe('A page that never ends is ended and named, while the others go on:', () => {
  test.each([
    ['a loop while it opens', 'Page({ onLoad() { for (;;); } })'],
    ['a loop in a promise', 'Page({ go() { Promise.resolve().then(() => { for (;;); }) } })'],
    ['a loop in a timer', 'Page({ go() { setTimeout(() => { for (;;); }, 50) } })'],
    ['promises without end', 'Page({ go() { const again = async () => { await 0; again() }; again() } })'],
    ['memory without end', 'Page({ go() { const all = []; for (;;) all.push(new Array(1000).fill(0)) } })'],
    [
      'buffers without end',
      'Page({ go() { const all = []; for (;;) all.push(new Uint8Array(5e7).fill(1)) } })',
    ],
    ['timers without end', 'Page({ onLoad() { const again = () => setTimeout(again, 0); again() } })'],
    ['pages without end', "Page({ onLoad() { wx.reLaunch({ url: '/pages/bad/bad' }) } })"],
    [
      'modals without end',
      "Page({ go() { const ask = () => wx.showModal({ title: 'Sure?', success: ask }); ask() } })",
    ],
  ])(
    '%s',
    (_name, js) =>
      inWorld(async world => {
        const pages = ['pages/one/one', 'pages/bad/bad', 'pages/two/two']
        world.write('work/app.json', JSON.stringify({ pages }))
        for (const page of pages) {
          world.write(`work/${page}.js`, page.includes('bad') ? js : good.js)
          world.write(`work/${page}.wxml`, page.includes('bad') ? '<view bindtap="go">Go</view>' : good.wxml)
        }
        const { code, stdout, stderr } = await explore(
          world,
          '--project',
          '.',
          '--jobs',
          '1',
          '--start',
          'undecided',
          '--json',
        )
        expect(code, stderr).toBe(1)
        const { findings, notices }: Document = JSON.parse(stdout)
        expect(findings.map(({ page }) => page)).toEqual(['pages/one/one', 'pages/two/two'])
        expect(JSON.stringify(notices)).toContain('pages/bad/bad')
      }),
    60_000,
  )

  test('not one with a question that an answer leaves', () =>
    inWorld(async world => {
      const again =
        "Page({ go() { wx.showModal({ title: 'Again?', success: ({ confirm }) => confirm && this.go() }) } })"
      world.write('work/app.json', '{ "pages": ["pages/bad/bad"] }')
      world.write('work/pages/bad/bad.js', again)
      world.write('work/pages/bad/bad.wxml', '<view bindtap="go">Go</view>')
      const { code, stdout } = await explore(world, '--project', '.', '--jobs', '1', '--json')
      expect([code, JSON.parse(stdout).notices]).toEqual([0, []])
    }))
})
