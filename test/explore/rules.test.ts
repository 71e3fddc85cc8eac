import { describe, expect, test } from 'vitest'
import { isSeenAfter } from '../../src/explore/findings/refusals.ts'
import { type RuleName, ruleNames } from '../../src/explore/findings/rule.ts'
import { type FakePage, fakeRunner, type Op } from './fake-program.ts'
import { judged, rulesFound } from './play.ts'

const toast: Op = { op: 'toast', line: 90, title: 'no' }
const settings: Op = { op: 'settings', line: 91, tap: true }
const ask = (line: number, rest: Partial<Extract<Op, { op: 'ask' }>> = {}): Op => ({
  op: 'ask',
  scope: 'scope.userLocation',
  line,
  ...rest,
})
const button = (ops: readonly Op[]): FakePage => ({ elements: [{ handler: 'locate', line: 3, ops }] })

interface Case {
  readonly name: string
  readonly page: FakePage
  readonly launch?: readonly Op[]
  readonly usage?: 'missing' | 'misplaced'
  /** Every finding of the rule, and every other. */
  readonly finds: readonly string[]
}

/** Of each rule: programs that break it, and programs that a naive tool would blame. */
const cases: Readonly<Record<Exclude<RuleName, 'overridden-handler'>, readonly Case[]>> = {
  'asks-user-info': [
    {
      name: 'authorize of scope.userInfo',
      page: button([ask(5, { api: 'wx.authorize', scope: 'scope.userInfo', fail: [settings] })]),
      finds: ['asks-user-info 5'],
    },
    {
      name: 'getUserInfo itself',
      page: button([ask(5, { api: 'wx.getUserInfo', scope: 'scope.userInfo', fail: [settings] })]),
      finds: [],
    },
    {
      name: 'authorize of another scope',
      page: button([ask(5, { api: 'wx.authorize', fail: [settings] })]),
      finds: [],
    },
  ],
  'settings-without-tap': [
    {
      name: 'openSetting where no tap stands',
      page: button([ask(5, { fail: [{ op: 'settings', line: 6, tap: false }, toast] })]),
      finds: ['no-way-back 5', 'settings-without-tap 6'],
    },
    { name: 'openSetting in a tap', page: button([{ op: 'settings', line: 6 }]), finds: [] },
    {
      name: 'openSetting in the success of a modal',
      page: button([
        ask(5, { fail: [{ op: 'modal', line: 6, title: 'why', confirm: [settings], cancel: [] }] }),
      ]),
      finds: [],
    },
  ],
  'refusal-exception': [
    {
      name: 'an exception in fail, and its call',
      page: button([ask(5, { fail: [{ op: 'throw', line: 7, message: 'x is not defined' }] })]),
      finds: ['refusal-exception 7'],
    },
    {
      name: 'an exception only on the way back',
      page: button([
        ask(5, {
          fail: [{ op: 'settings', line: 6, tap: true, back: [{ op: 'throw', line: 7, message: 'gone' }] }],
        }),
      ]),
      finds: ['refusal-exception 7'],
    },
    {
      name: 'an error in a promise that nobody catches',
      page: button([ask(5, { promise: 'throws' })]),
      finds: ['refusal-exception 5'],
    },
    {
      name: 'an exception that everybody meets',
      page: button([ask(5, { fail: [settings], complete: [{ op: 'throw', line: 7, message: 'oops' }] })]),
      finds: [],
    },
    {
      name: 'an exception before any question',
      page: button([{ op: 'throw', line: 4, message: 'oops' }, ask(5, { fail: [settings] })]),
      finds: [],
    },
  ],
  'never-settles': [
    {
      name: 'a promise with success only',
      page: button([ask(5, { promise: 'hangs' })]),
      finds: ['never-settles 5'],
    },
    {
      name: 'a plain cancel of the picker',
      page: button([ask(5, { api: 'wx.chooseAddress', picks: true, promise: 'hangs', fail: [settings] })]),
      finds: ['never-settles 5'],
    },
    {
      name: 'a promise that settles',
      page: button([ask(5, { promise: 'handled', fail: [settings] })]),
      finds: [],
    },
    {
      name: 'a path that never ends: nothing of it does',
      page: {
        ...button([ask(5, { promise: 'hangs', fail: [{ op: 'run', name: 'round' }] })]),
        functions: { round: [{ op: 'run', name: 'round' }] },
      },
      finds: [],
    },
  ],
  'unhandled-rejection': [
    {
      name: 'a promise that nobody catches',
      page: button([ask(5, { promise: 'dropped' })]),
      finds: ['unhandled-rejection 5'],
    },
    {
      name: 'one that is caught',
      page: button([ask(5, { promise: 'handled', fail: [settings] })]),
      finds: [],
    },
    {
      name: 'callbacks, which return no promise',
      page: button([ask(5, { fail: [settings] })]),
      finds: [],
    },
  ],
  'no-fail-handler': [
    { name: 'success only', page: button([ask(5)]), finds: ['no-fail-handler 5'] },
    { name: 'complete hears it', page: button([ask(5, { complete: [settings] })]), finds: [] },
    {
      name: 'turning away from a picker is no refusal',
      page: button([
        ask(4, {
          scope: 'scope.address',
          fail: [settings],
          ok: [ask(5, { scope: 'scope.address', picks: true })],
        }),
      ]),
      finds: [],
    },
  ],
  'silent-refusal': [
    { name: 'fail that only logs', page: button([ask(5, { fail: [] })]), finds: ['silent-refusal 5'] },
    {
      name: 'fail that shows only a loading',
      page: button([
        ask(5, {
          fail: [
            { op: 'loading', line: 6, on: true },
            { op: 'loading', line: 7, on: false },
          ],
        }),
      ]),
      finds: ['silent-refusal 5'],
    },
    {
      name: 'the second tap adds nothing to what the first one showed',
      page: { ...button([ask(5, { fail: [{ op: 'text', text: 'not allowed' }] })]) },
      finds: ['no-way-back 5'],
    },
    {
      name: 'a settings button appears',
      page: {
        elements: [
          { handler: 'locate', line: 3, ops: [ask(5, { fail: [] })] },
          { handler: 'opened', line: 4, ops: [], openType: 'openSetting', event: 'opensetting' },
        ],
      },
      finds: [],
    },
    {
      name: 'a path that never ends: something may still come',
      page: {
        ...button([ask(5, { fail: [{ op: 'run', name: 'round' }] })]),
        functions: { round: [{ op: 'run', name: 'round' }] },
      },
      finds: [],
    },
    {
      name: 'another page opens',
      page: button([ask(5, { fail: [{ op: 'go', line: 6, page: 'pages/why/why' }] })]),
      finds: ['no-way-back 5'],
    },
  ],
  'no-way-back': [
    { name: 'a toast, and that is all', page: button([ask(5, { fail: [toast] })]), finds: ['no-way-back 5'] },
    {
      name: 'the second tap leads to the settings',
      page: button([ask(5, { fail: [toast, settings] })]),
      finds: [],
    },
    {
      name: 'a button that asks again by itself',
      page: button([ask(5, { api: 'button', scope: 'scope.userInfo', fail: [toast] })]),
      finds: [],
    },
    {
      name: 'another button of the page does',
      page: {
        elements: [
          { handler: 'locate', line: 3, ops: [ask(5, { fail: [toast] })] },
          { handler: 'set', line: 4, ops: [settings] },
        ],
      },
      finds: [],
    },
  ],
  're-ask-loop': [
    {
      name: 'a modal without cancel, for ever',
      page: {
        open: [{ op: 'run', name: 'ask' }],
        functions: {
          ask: [
            ask(5, {
              fail: [
                {
                  op: 'modal',
                  line: 6,
                  title: 'please',
                  confirm: [{ op: 'settings', line: 7, tap: true, back: [{ op: 'run', name: 'ask' }] }],
                },
              ],
            }),
          ],
        },
      },
      finds: ['asks-on-load 5', 're-ask-loop 5'],
    },
    {
      name: 'one explanation and one try',
      page: button([
        ask(5, {
          fail: [{ op: 'modal', line: 6, title: 'why', confirm: [ask(7, { fail: [settings] })], cancel: [] }],
        }),
      ]),
      finds: [],
    },
    {
      name: 'a second try after the popup was closed',
      page: button([ask(5, { fail: [ask(5, { fail: [settings] })] })]),
      finds: [],
    },
    {
      name: 'again at each tap',
      page: button([ask(5, { fail: [{ op: 'modal', line: 6, title: 'no', confirm: [settings] }] })]),
      finds: [],
    },
  ],
  'stuck-loading': [
    {
      name: 'hidden in success only',
      page: button([
        { op: 'loading', line: 4, on: true },
        ask(5, { ok: [{ op: 'loading', line: 6, on: false }], fail: [settings] }),
      ]),
      finds: ['stuck-loading 5'],
    },
    {
      name: 'hidden in complete',
      page: button([
        { op: 'loading', line: 4, on: true },
        ask(5, { fail: [settings], complete: [{ op: 'loading', line: 6, on: false }] }),
      ]),
      finds: [],
    },
    {
      name: 'of whoever accepts it nobody knows: their path never ends',
      page: {
        ...button([
          { op: 'loading', line: 4, on: true },
          ask(5, { ok: [{ op: 'run', name: 'round' }], fail: [settings] }),
        ]),
        functions: { round: [{ op: 'run', name: 'round' }] },
      },
      finds: ['stuck-loading 5'],
    },
    {
      name: 'never hidden at all',
      page: button([ask(5, { fail: [settings] }), { op: 'loading', line: 6, on: true }]),
      finds: [],
    },
  ],
  'empty-settings': [
    {
      name: 'a scope that was never asked',
      page: button([
        { op: 'read', scope: 'scope.camera' },
        { op: 'settings', line: 6 },
      ]),
      finds: ['empty-settings 6'],
    },
    {
      name: 'a scope that was refused',
      page: button([
        ask(5, {
          scope: 'scope.camera',
          fail: [
            { op: 'read', scope: 'scope.camera' },
            { op: 'settings', line: 6 },
          ],
        }),
      ]),
      finds: [],
    },
    {
      name: 'a row of a menu, whatever was read before the tap',
      page: {
        open: [{ op: 'read', scope: 'scope.camera' }],
        elements: [{ handler: 'menu', line: 3, ops: [{ op: 'settings', line: 6 }] }],
      },
      finds: [],
    },
    {
      name: 'a settings button, which is there in any case',
      page: {
        open: [{ op: 'read', scope: 'scope.camera' }],
        elements: [{ handler: 'set', line: 3, ops: [], openType: 'openSetting', event: 'opensetting' }],
      },
      finds: [],
    },
  ],
  'acts-while-asking': [
    {
      name: 'a modal over the popup',
      page: button([ask(5, { fail: [settings], during: [{ op: 'modal', line: 6, title: 'tip' }] })]),
      finds: ['acts-while-asking 6'],
    },
    {
      name: 'another page',
      page: button([ask(5, { fail: [settings], during: [{ op: 'go', line: 6, page: 'pages/b/b' }] })]),
      finds: ['acts-while-asking 6'],
    },
    {
      name: 'a toast and a change of text',
      page: button([ask(5, { fail: [settings], during: [toast, { op: 'text', text: 'wait' }] })]),
      finds: [],
    },
    {
      name: 'a modal after the answer',
      page: button([ask(5, { fail: [settings], complete: [{ op: 'modal', line: 6, title: 'tip' }] })]),
      finds: [],
    },
  ],
  'missing-handler': [
    {
      name: 'a camera whose binderror leads nowhere',
      page: { elements: [{ handler: 'failed', line: 3, tag: 'camera', event: 'error' }] },
      finds: ['missing-handler 3'],
    },
    {
      name: 'an open-type button whose event leads nowhere',
      page: { elements: [{ handler: 'got', line: 3, openType: 'getUserInfo', event: 'getuserinfo' }] },
      finds: ['missing-handler 3'],
    },
    { name: 'a tap that leads nowhere', page: { elements: [{ handler: 'gone', line: 3 }] }, finds: [] },
    {
      name: 'a camera whose binderror is there',
      page: { elements: [{ handler: 'failed', line: 3, tag: 'camera', event: 'error', ops: [] }] },
      finds: [],
    },
  ],
  'open-type-misplaced': [
    {
      name: 'on a view',
      page: { elements: [{ handler: 'set', line: 3, tag: 'view', openType: 'openSetting', ops: [] }] },
      finds: ['open-type-misplaced 3'],
    },
    {
      name: 'on a button',
      page: { elements: [{ handler: 'set', line: 3, openType: 'openSetting', ops: [] }] },
      finds: [],
    },
    {
      name: 'on a navigator, which has open-types of its own',
      page: { elements: [{ handler: 'set', line: 3, tag: 'navigator', openType: 'switchTab', ops: [] }] },
      finds: [],
    },
  ],
  'asks-at-launch': [
    { name: 'in onLaunch', page: {}, launch: [ask(5, { fail: [settings] })], finds: ['asks-at-launch 5'] },
    { name: 'in a tap', page: button([ask(5, { fail: [settings] })]), finds: [] },
    {
      name: 'after the user confirmed',
      page: {},
      launch: [
        { op: 'modal', line: 4, title: 'may we', confirm: [ask(5, { fail: [settings] })], cancel: [] },
      ],
      finds: [],
    },
  ],
  'asks-on-load': [
    { name: 'in onLoad', page: { open: [ask(5, { fail: [settings] })] }, finds: ['asks-on-load 5'] },
    {
      name: 'in the callback of a request of onLoad',
      page: { open: [{ op: 'later', ops: [ask(5, { fail: [settings] })] }] },
      finds: ['asks-on-load 5'],
    },
    {
      name: 'in the callback of a request of a tap',
      page: button([{ op: 'later', ops: [ask(5, { fail: [settings] })] }]),
      finds: [],
    },
    { name: 'in a tap', page: button([ask(5, { fail: [settings] })]), finds: [] },
    {
      name: 'after the user confirmed',
      page: {
        open: [
          { op: 'modal', line: 4, title: 'may we', confirm: [ask(5, { fail: [settings] })], cancel: [] },
        ],
      },
      finds: [],
    },
  ],
  'no-usage-description': [
    {
      name: 'the location is needed and not described',
      page: button([ask(5, { fail: [settings] })]),
      usage: 'missing',
      finds: ['no-usage-description 1'],
    },
    {
      name: 'described',
      page: button([ask(5, { fail: [settings] })]),
      finds: [],
    },
    {
      name: 'another scope needs no description',
      page: button([ask(5, { scope: 'scope.camera', fail: [settings] })]),
      usage: 'missing',
      finds: [],
    },
  ],
}

describe.each(Object.entries(cases))('%s', (rule, rows) => {
  test.each(rows)('$name', async ({ page, launch = [], usage, finds }) => {
    const where = { file: 'app.json', line: 1, column: 1 }
    const options = usage === undefined ? {} : { usage: { ...where, problem: usage } }
    expect(await rulesFound(page, { launch, ...options })).toEqual(finds)
  })

  test('has programs that break it, and at least two that do not', () => {
    const breaks = ({ finds }: Case) => finds.some(line => line.startsWith(`${rule} `))
    expect(rows.filter(breaks).length).toBeGreaterThanOrEqual(1)
    expect(rows.filter(row => !breaks(row)).length).toBeGreaterThanOrEqual(2)
  })
})

test('Every rule that looks at paths has its cases', () => {
  expect(ruleNames.filter(name => name !== 'overridden-handler')).toEqual(Object.keys(cases))
})

test('What the user sees of a call ends with the next tap', async () => {
  const elements: FakePage['elements'] = [
    { handler: 'ask', line: 3, ops: [ask(5, { fail: [] })] },
    { handler: 'tell', line: 4, ops: [toast] },
  ]
  const at = (line: number) => ({ file: 'pages/a/a.wxml', line, column: 3 })
  const taps = [
    { handler: 'ask', at: at(3), isLast: false },
    { handler: 'tell', at: at(4), isLast: false },
  ]
  const path = {
    unit: { page: 'pages/a/a', taps },
    start: 'rejected',
    data: 'fixtures',
    decisions: [],
  } as const
  const observation = await fakeRunner({ pages: { 'pages/a/a': { elements } } }).play(path)
  expect(isSeenAfter(observation, observation.calls[0]?.settled ?? 0)).toBe(false)
  expect(isSeenAfter(observation, observation.events.findIndex(({ kind }) => kind === 'toast') - 1)).toBe(
    true,
  )
})

describe('A finding', () => {
  test('names the rules that the same call breaks besides', async () => {
    const page = button([ask(5, { promise: 'dropped', fail: [] })])
    const { findings } = await judged(page)
    expect(findings.map(({ rule, also }) => [rule, also])).toEqual([
      ['unhandled-rejection', ['silent-refusal']],
    ])
  })

  test('of an error in a promise is an exception, and no rejection besides', async () => {
    const { findings } = await judged(button([ask(5, { promise: 'throws' })]))
    expect(findings.map(({ rule, also }) => [rule, also])).toEqual([
      ['refusal-exception', ['silent-refusal']],
    ])
  })

  test('stands in the page, and names the wrapper', async () => {
    const { findings } = await judged(button([ask(5, { via: 20 })]))
    expect(findings).toMatchObject([
      {
        file: 'pages/a/a.js',
        line: 5,
        related: [{ file: 'utils/auth.js', line: 20 }],
        fingerprint: 'no-fail-handler|utils/auth.js|at20|wx.getLocation|1',
      },
    ])
  })

  test('has the shortest way to it, from the user who decided nothing', async () => {
    const { findings } = await judged(button([{ op: 'modal', line: 4, title: 'hi', cancel: [] }, ask(5)]))
    expect(findings).toMatchObject([
      {
        start: 'undecided',
        handler: 'locate',
        replay: 'pages/a/a#locate@3:3~c.r',
        steps: [
          { kind: 'opened', page: 'pages/a/a' },
          { kind: 'tapped', handler: 'locate', at: 'pages/a/a.wxml:3:3' },
          { kind: 'modal', title: 'hi', answer: 'confirm', at: 'pages/a/a.js:4:8' },
          { kind: 'popup', scope: 'scope.userLocation', answer: 'reject', at: 'pages/a/a.js:5:8' },
        ],
      },
    ])
  })

  test('is a notice where it also happens when everything is accepted', async () => {
    const page = button([ask(5, { fail: [settings], complete: [{ op: 'throw', line: 7, message: 'oops' }] })])
    const { findings, always } = await judged(page)
    expect(findings).toEqual([])
    expect(always.map(({ rule, line }) => [rule, line])).toEqual([['refusal-exception', 7]])
  })

  test('is compared with what is accepted even if only the other user is walked', async () => {
    const page = button([ask(5, { fail: [settings], complete: [{ op: 'throw', line: 7, message: 'oops' }] })])
    expect(await rulesFound(page, { starts: ['rejected'] })).toEqual([])
  })

  test('is marked where only a hidden handler shows it', async () => {
    const { findings } = await judged({ functions: { save: [ask(5)] } }, { hidden: true })
    expect(findings.map(({ rule, reached }) => [rule, reached])).toEqual([['no-fail-handler', 'hidden']])
  })

  test.each([
    { cancel: undefined, wayOut: false },
    { cancel: [], wayOut: true },
  ])('of a loop says whether there is a way out: $wayOut', async ({ cancel, wayOut }) => {
    const confirm: readonly Op[] = [
      { op: 'settings', line: 7, tap: true, back: [{ op: 'run', name: 'ask' }] },
    ]
    const modal: Op = { op: 'modal', line: 6, title: 'please', confirm, ...(cancel && { cancel }) }
    const page = {
      open: [{ op: 'run', name: 'ask' }],
      functions: { ask: [ask(5, { fail: [modal] })] },
    } as const
    const { findings } = await judged(page)
    expect(findings.find(({ rule }) => rule === 're-ask-loop')?.wayOut).toBe(wayOut)
  })

  test('of a loop says nothing of a way out where limits left answers out', async () => {
    const modal: Op = {
      op: 'modal',
      line: 6,
      title: 'please',
      confirm: [{ op: 'run', name: 'ask' }],
      cancel: [],
    }
    const page = {
      open: [{ op: 'run', name: 'ask' }],
      functions: { ask: [ask(5, { fail: [modal] })] },
    } as const
    const { findings } = await judged(page, { limits: { depth: 0, paths: 500 } })
    expect(findings.filter(({ rule }) => rule === 're-ask-loop').map(({ wayOut }) => wayOut)).toEqual([
      undefined,
    ])
  })
})
