import type { Chapter } from '../rule.ts'
import type { LayerStates, Row, Step, Use } from '../sentence.ts'
import { authorizeOf, type Entry, entries, entryOf, liveScopes, scopesIn } from './entries.ts'
import { agreed, forEach, newcomer, row } from './rows.ts'
import { changelog, privacyPage, thread } from './sources.ts'
import { asks, asksToAgree, failures, refuses, runs, sheet } from './steps.ts'

const guarded = [...entries.filter(({ layers }) => layers.privacy === true), ...liveScopes.map(authorizeOf)]
const free = entries.filter(({ layers }) => layers.privacy !== true)
const withScope = guarded.filter(({ scopes }) => scopes.length > 0)
const withoutScope = guarded.filter(({ scopes }) => scopes.length === 0)
const address = entryOf('wx.chooseAddress')
const location = entryOf('wx.getLocation')

const undeclared: LayerStates = { guideline: 'undeclared' }
const coupled = { withPrivacy: true } as const
const wait: Step = { when: { do: 'wait' }, expected: {} }

const privacyApi = (
  api: Extract<Use, { readonly do: 'privacy' }>['api'],
  carries: Entry['carries'],
): Entry => ({
  when: { do: 'privacy', api },
  name: api.replace('wx.', ''),
  scopes: [],
  layers: {},
  carries,
})
const requires = privacyApi('wx.requirePrivacyAuthorize', [])
const opens = privacyApi('wx.openPrivacyContract', [])
const tells = (needAuthorization: boolean): Step =>
  runs(privacyApi('wx.getPrivacySetting', ['needAuthorization', 'privacyContractName']), {
    holds: { needAuthorization, privacyContractName: '《Shops隐私保护指引》' },
  })

/** The scope is rejected, but the agreement comes before it. */
function rejectedScope(entry: Entry): Row {
  const step = refuses(entry, failures.rejected, { popups: [sheet('accept')], layers: agreed })
  return newcomer({ scopes: scopesIn(entry, 'rejected') }, step, refuses(entry))
}

export const privacy: Chapter = {
  title: 'The privacy guideline and the agreement to it',
  rules: [
    {
      text: 'If the guideline does not declare what a privacy API uses, the API fails with errno 112, and nobody is asked.',
      guide: 'There is no guideline.',
      since: '2023-10-17',
      source: privacyPage,
      confidence: 'official',
      rows: [
        ...forEach(guarded, entry => newcomer({ layers: undeclared }, refuses(entry, failures.guideline))),
        ...forEach(withScope, entry =>
          row(
            { layers: { ...agreed, ...undeclared }, scopes: scopesIn(entry, 'accepted') },
            refuses(entry, failures.guideline),
          ),
        ),
      ],
    },
    {
      text: 'Any other API runs without guideline and agreement.',
      guide: 'There is no guideline.',
      since: '2023-10-17',
      source: privacyPage,
      confidence: 'official',
      rows: forEach(free, entry => newcomer({ layers: undeclared }, runs(entry))),
    },
    {
      text: 'While a scope is undecided, its popup asks for the agreement too: accepting it gives both.',
      guide: 'There is no agreement.',
      since: '3.4.1',
      source: changelog,
      confidence: 'official',
      rows: forEach(withScope, entry => newcomer({}, asks(entry, 'accept', coupled), runs(entry))),
    },
    {
      text: 'Rejecting that popup rejects the scope, with errno 103, and leaves the agreement undecided.',
      guide: 'There is no agreement.',
      since: '3.4.1',
      source: privacyPage,
      confidence: 'official',
      rows: [
        ...forEach(withScope, entry => newcomer({}, asks(entry, 'reject', coupled))),
        ...forEach(withScope, entry =>
          newcomer({}, asks(entry, 'dismiss', coupled), asks(entry, 'nobody', coupled)),
        ),
      ],
    },
    {
      text: 'Where the scope is decided already, the privacy sheet appears alone, before the scope is checked.',
      guide: 'There is no agreement.',
      since: '2023-10-17',
      source: thread('000e265708093839f8307f7926fc00'),
      confidence: 'one report',
      rows: [
        ...forEach(withScope, entry =>
          newcomer({ scopes: scopesIn(entry, 'accepted') }, asksToAgree(entry, 'accept'), runs(entry)),
        ),
        ...forEach(withScope, entry =>
          newcomer({ scopes: scopesIn(entry, 'accepted') }, asksToAgree(entry, 'reject')),
        ),
        ...forEach(withScope, rejectedScope),
      ],
    },
    {
      text: 'A privacy API without a scope shows the privacy sheet alone; a refusal has the errno 104.',
      guide: 'There is no agreement.',
      since: '2023-10-17',
      source: privacyPage,
      confidence: 'official',
      rows: [
        ...withoutScope.map(entry => newcomer({}, asksToAgree(entry, 'accept'), runs(entry))),
        ...withoutScope.map(entry => newcomer({}, asksToAgree(entry, 'reject'))),
        ...withoutScope.map(entry => newcomer({}, asksToAgree(entry, 'dismiss'))),
        ...withoutScope.map(entry => newcomer({}, asksToAgree(entry, 'nobody'))),
      ],
    },
    {
      text: 'A refusal of the sheet is not kept: ten seconds later it appears again.',
      guide: 'There is no agreement.',
      since: '2023-10-17',
      source: privacyPage,
      confidence: 'official',
      rows: withoutScope.map(entry =>
        newcomer({}, asksToAgree(entry, 'reject'), wait, asksToAgree(entry, 'accept'), runs(entry)),
      ),
    },
    {
      text: 'One agreement is for all APIs of the Mini Program, and is kept.',
      guide: 'There is no agreement.',
      since: '2023-10-17',
      source: privacyPage,
      confidence: 'official',
      rows: [
        newcomer(
          {},
          asksToAgree(address, 'accept'),
          { when: { do: 'restart' }, expected: {} },
          asks(location, 'accept'),
          runs(entryOf('wx.chooseInvoice')),
        ),
        newcomer({}, asks(location, 'accept', coupled), runs(address)),
      ],
    },
    {
      text: '`wx.requirePrivacyAuthorize` shows the sheet; `wx.getPrivacySetting` says whether it would appear; `wx.openPrivacyContract` decides nothing.',
      guide: 'There are no such APIs.',
      since: '2.32.3',
      source: privacyPage,
      confidence: 'official',
      rows: [
        newcomer({}, tells(true), asksToAgree(requires, 'accept'), tells(false), runs(requires)),
        newcomer({}, asksToAgree(requires, 'reject'), tells(true)),
        newcomer({}, runs(opens), tells(true), asksToAgree(address, 'accept'), tells(false)),
        newcomer({ layers: undeclared }, tells(false), refuses(requires, failures.guideline)),
      ],
    },
  ],
}
