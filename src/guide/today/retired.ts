import type { GuardedApi, ScopeName } from '../../catalogue/names.ts'
import type { Chapter } from '../rule.ts'
import type { Row, Step } from '../sentence.ts'
import { authorizeOf, type Entry, entryOf, everyScope, liveScopes, retiredScopes } from './entries.ts'
import { row } from './rows.ts'
import { thread } from './sources.ts'
import { opensSettings, runs, settingsAre } from './steps.ts'

const states = ['undecided', 'accepted', 'rejected'] as const
const retirement = thread('000c0a0a590490590d0ba0c3d51801')
const anonymous = thread('000cacfa20ce88df04cb468bc52801')

/** Whatever was decided about the scope, nobody is asked, and the outcome names no scope. */
function inEveryState(api: GuardedApi, scope: ScopeName): readonly Row[] {
  return states.map(state => row({ scopes: { [scope]: state } }, runs(entryOf(api))))
}

/** What the settings are if everything was rejected. */
const allOff = Object.fromEntries(liveScopes.map(scope => [scope, false]))

const everybody = { userInfo: { nickName: '微信用户' } }
const userInfo = entryOf('wx.getUserInfo')
/** The user taps `<button open-type="getUserInfo"/>`. */
const button: Entry = { ...userInfo, when: { do: 'tapGetUserInfo' } }
const anonymously = (entry: Entry): Step => runs(entry, { holds: everybody })

export const retired: Chapter = {
  title: 'Scopes that were retired',
  rules: [
    {
      text: '`wx.chooseAddress`, `wx.chooseInvoiceTitle` and `wx.chooseInvoice` need no scope.',
      guide: 'Each asks for a scope of its own.',
      since: '2020-09-25',
      source: retirement,
      confidence: 'announced',
      rows: [
        ...inEveryState('wx.chooseAddress', 'scope.address'),
        ...inEveryState('wx.chooseInvoiceTitle', 'scope.invoiceTitle'),
        ...inEveryState('wx.chooseInvoice', 'scope.invoice'),
      ],
    },
    {
      text: '`wx.chooseLocation` needs no scope, and neither does `wx.choosePoi`.',
      guide: '`wx.chooseLocation` asks for scope.userLocation.',
      since: '2022-06-13',
      source: thread('0008884ad0c4a860e6ed4f5d256001'),
      confidence: 'announced',
      rows: [
        ...inEveryState('wx.chooseLocation', 'scope.userLocation'),
        ...inEveryState('wx.choosePoi', 'scope.userLocation'),
        row({ usage: null }, runs(entryOf('wx.chooseLocation')), runs(entryOf('wx.choosePoi'))),
      ],
    },
    {
      text: '`wx.getUserInfo` and its button ask nobody, and give every user the same name and picture.',
      guide: 'Both ask for scope.userInfo, and give the name of the user.',
      since: '2021-04-28',
      source: anonymous,
      confidence: 'announced',
      rows: [userInfo, button].flatMap(entry =>
        states.map(state => row({ scopes: { 'scope.userInfo': state } }, anonymously(entry))),
      ),
    },
    {
      text: '`wx.getUserProfile` gives the same name and picture, without asking.',
      guide: 'It does not exist.',
      since: '2022-11-08',
      source: thread('00022c683e8a80b29bed2142b56c01'),
      confidence: 'announced',
      rows: [row({}, anonymously(entryOf('wx.getUserProfile')))],
    },
    {
      text: '`wx.authorize` of a retired scope succeeds at once.',
      guide: 'It asks; for scope.userInfo it fails, unless that is accepted.',
      since: '2021-04-28',
      source: anonymous,
      confidence: 'inferred',
      rows: retiredScopes.flatMap(scope =>
        states.map(state => row({ scopes: { [scope]: state } }, runs(authorizeOf(scope)))),
      ),
    },
    {
      text: '`wx.getSetting` has `true` for every retired scope, whatever was decided.',
      guide: 'It has what was decided, and nothing for an undecided scope.',
      since: '2020-09-25',
      source: retirement,
      confidence: 'announced',
      rows: [
        row({}, settingsAre({})),
        ...retiredScopes.map(scope => row({ scopes: { [scope]: 'rejected' } }, settingsAre({}))),
        row(
          { scopes: { 'scope.camera': 'rejected', 'scope.record': 'accepted' } },
          settingsAre({ 'scope.camera': false, 'scope.record': true }),
        ),
      ],
    },
    {
      text: 'What `set` decides about a retired scope is kept, and changes nothing.',
      guide: 'It counts.',
      since: '2020-09-25',
      source: retirement,
      confidence: 'chosen',
      rows: retiredScopes.map(scope => {
        const decided = { [scope]: 'rejected' } as const
        const set: Step = { when: { do: 'set', states: decided }, expected: { after: decided } }
        return row({}, set, settingsAre({}), runs(authorizeOf(scope)))
      }),
    },
    {
      text: 'The settings page has no row for a retired scope.',
      guide: 'It has a row for each decided scope.',
      since: '2020-09-25',
      source: retirement,
      confidence: 'inferred',
      rows: retiredScopes.map(scope =>
        row(
          { scopes: everyScope('rejected') },
          opensSettings({ do: 'openSetting', enable: [scope] }, allOff, { missing: [scope] }),
        ),
      ),
    },
  ],
}
