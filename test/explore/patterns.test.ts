import { describe, expect, test } from 'vitest'
import type { FakeElement, FakePage, Op } from './fake-program.ts'
import { judged } from './play.ts'

const ask = (line: number, rest: Partial<Extract<Op, { op: 'ask' }>> = {}): Op => ({
  op: 'ask',
  scope: 'scope.userLocation',
  line,
  ...rest,
})
const tapped = (...elements: readonly FakeElement[]): FakePage => ({ elements })

/** How published Mini Programs handle a refusal: each with everything that is to be said of it. */
const patterns: readonly {
  readonly name: string
  readonly page?: FakePage
  readonly launch?: readonly Op[]
  readonly finds: readonly string[]
}[] = [
  {
    name: 'onShow asks, explains without a way out, opens the settings, and asks again',
    page: {
      open: [{ op: 'run', name: 'onShow' }],
      functions: {
        onShow: [
          ask(33, {
            via: 260,
            promise: 'hangs',
            fail: [
              {
                op: 'modal',
                line: 36,
                title: 'needed',
                confirm: [{ op: 'settings', line: 37, tap: true, back: [{ op: 'run', name: 'onShow' }] }],
              },
            ],
          }),
        ],
      },
    },
    finds: ['asks-on-load 33', 'never-settles 33', 're-ask-loop 33 no way out'],
  },
  {
    name: 'the same from onLoad, which does not run again',
    page: {
      open: [
        ask(20, {
          fail: [
            { op: 'modal', line: 21, title: 'needed', confirm: [{ op: 'settings', line: 22, tap: true }] },
          ],
        }),
      ],
    },
    finds: ['asks-on-load 20'],
  },
  {
    name: 'a modal that can be canceled, the settings, and a retry',
    page: tapped({
      handler: 'save',
      line: 3,
      ops: [
        ask(5, {
          scope: 'scope.writePhotosAlbum',
          fail: [
            {
              op: 'modal',
              line: 6,
              title: 'allow?',
              confirm: [
                {
                  op: 'settings',
                  line: 7,
                  tap: true,
                  back: [
                    ask(8, {
                      scope: 'scope.writePhotosAlbum',
                      complete: [{ op: 'toast', line: 9, title: 'done' }],
                    }),
                  ],
                },
              ],
              cancel: [],
            },
          ],
        }),
      ],
    }),
    finds: [],
  },
  {
    name: 'nobody catches the first refusal, and the next tap leads to the settings',
    page: tapped(
      {
        handler: 'auth',
        line: 3,
        when: '',
        ops: [ask(37, { promise: 'dropped', fail: [{ op: 'text', text: 'off' }] })],
      },
      { handler: 'auth', line: 3, when: 'off', ops: [{ op: 'settings', line: 20 }] },
    ),
    finds: ['unhandled-rejection 37'],
  },
  {
    name: 'an exception at launch, on the way back only',
    launch: [
      ask(40, {
        fail: [
          {
            op: 'modal',
            line: 50,
            title: 'allow?',
            confirm: [
              {
                op: 'settings',
                line: 60,
                tap: true,
                back: [ask(61, { ok: [{ op: 'throw', line: 73, message: 'that' }], fail: [] })],
              },
            ],
            cancel: [],
          },
        ],
      }),
    ],
    finds: ['asks-at-launch 40', 'refusal-exception 73'],
  },
  {
    name: 'openSetting where picking was canceled, and a promise that hangs',
    page: tapped({
      handler: 'place',
      line: 3,
      ops: [
        ask(154, {
          api: 'wx.chooseLocation',
          picks: true,
          promise: 'hangs',
          fail: [{ op: 'settings', line: 160, tap: false }],
        }),
      ],
    }),
    finds: ['never-settles 154', 'settings-without-tap 160'],
  },
  {
    name: 'a loading that stays when picking is canceled, and a settings button when it is refused',
    page: tapped(
      {
        handler: 'add',
        line: 3,
        ops: [
          { op: 'loading', line: 136, on: true },
          ask(140, {
            api: 'wx.chooseLocation',
            picks: true,
            ok: [{ op: 'loading', line: 145, on: false }],
            fail: [{ op: 'text', text: 'off' }],
          }),
        ],
      },
      { handler: 'set', line: 4, when: 'off', openType: 'openSetting', event: 'opensetting', ops: [] },
    ),
    finds: ['stuck-loading 140'],
  },
  {
    name: 'the button turns into a settings button that is bound to the same method',
    page: tapped(
      { handler: 'add', line: 3, when: '', ops: [ask(80, { fail: [{ op: 'text', text: 'off' }] })] },
      {
        handler: 'add',
        line: 3,
        when: 'off',
        openType: 'openSetting',
        ops: [ask(80, { fail: [{ op: 'text', text: 'off' }] })],
      },
    ),
    finds: [],
  },
  {
    name: 'a retry at each tap, for as long as the user wants',
    page: tapped({
      handler: 'find',
      line: 3,
      ops: [ask(5, { fail: [{ op: 'toast', line: 6, title: 'not allowed' }] }), { op: 'settings', line: 7 }],
    }),
    finds: [],
  },
]

describe('What published Mini Programs do', () => {
  test.each(patterns)('$name', async ({ page = {}, launch = [], finds }) => {
    const { findings } = await judged(page, { launch })
    const told = findings.map(
      ({ rule, line, wayOut }) => `${rule} ${line}${wayOut === false ? ' no way out' : ''}`,
    )
    expect(told.toSorted()).toEqual(finds)
  })
})
