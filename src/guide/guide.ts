import { guideCatalogue } from '../catalogue/editions/guide.ts'
import { listOf } from './listed.ts'
import type { Row, Sentence, States } from './sentence.ts'
import {
  all,
  apiNamed,
  apis,
  asExample,
  asks,
  type Entry,
  forEachApi,
  forEachScope,
  neighbor,
  opensSettings,
  refuses,
  row,
  runs,
  scopeNamed,
  scopes,
  settingsAre,
  tap,
  upkeep,
} from './steps.ts'

const location = apiNamed('wx.getLocation')
const album = scopeNamed('scope.writePhotosAlbum')
const camera = scopeNamed('scope.camera')
const record = scopeNamed('scope.record')
const userInfo = scopeNamed('scope.userInfo')
const userLocation = scopeNamed('scope.userLocation')

const listed: States = { 'scope.userLocation': 'accepted', 'scope.camera': 'rejected' }

/** Rows with wx.authorize leave out scope.userInfo, for which it never asks (the first note). */
const buttonOnly = ['scope.userInfo'] as const

const title = (text: string): Sentence => ({
  text,
  kind: 'title',
  context: 'A heading: the sentences below it say what holds.',
})

/** A row of the Scope List: each of its APIs asks for this scope, in the words of its description, and for no other. */
const listRow = (text: string, index: number): Sentence => {
  const item = scopes[index] ?? camera
  const others = all('rejected', { [item.scope]: 'undecided' })
  return { text, kind: 'row', rows: item.apis.map(api => row({ scopes: others }, asks(api, 'accept'))) }
}

/** Every sentence of the guide "Authorization", in order. */
export const guide: readonly Sentence[] = [
  title('Authorization'),
  {
    text: 'Some of the APIs need users’ authorization before they can be called.',
    kind: 'sentence',
    rows: [
      ...forEachApi(api => row({}, asks(api, 'nobody'))),
      row(
        { scopes: all('rejected') },
        settingsAre(Object.fromEntries(scopes.map(({ scope }) => [scope, false]))),
      ),
    ],
  },
  {
    text: 'We have divided these APIs into multiple scope according to the scope of usage.',
    kind: 'sentence',
    rows: forEachScope(item => row({}, asks(item.apis[0], 'accept'), asks(neighbor(item).apis[0], 'nobody'))),
  },
  {
    text: 'The users can select scope to authorize.',
    kind: 'sentence',
    rows: forEachScope(item => {
      const other = neighbor(item)
      const authSetting = { [item.scope]: true, [other.scope]: false }
      return row({}, asks(item.apis[0], 'accept'), asks(other.apis[0], 'reject'), settingsAre(authSetting))
    }),
  },
  {
    text: 'After a scope is authorized, all of its APIs can be used directly.',
    kind: 'sentence',
    rows: [
      ...forEachApi(api => row({}, asks(api, 'accept'), ...siblings(api).map(sibling => runs(sibling)))),
      row({}, asks(userLocation.authorize, 'accept'), ...userLocation.apis.map(api => runs(api))),
    ],
  },
  {
    text: 'When such an API is called:',
    kind: 'sentence',
    context: 'It leads into the three bullets.',
  },
  {
    text: 'If the user has not accepted or rejected this authorization, a pop-up window will appear to ask the user if he/she wants to accept.',
    kind: 'bullet',
    rows: [
      // "Not accepted or rejected" means neither: bullets two and three are about the other states.
      ...forEachApi(api => row({}, asks(api, 'dismiss'), asks(api, 'nobody'))),
      row({ scopes: all('accepted', { 'scope.camera': 'undecided' }) }, asks(camera.apis[0], 'reject')),
    ],
  },
  {
    text: 'The API can be called only after the user clicks to accept;',
    kind: 'bullet',
    rows: [
      ...forEachApi(api => row({}, asks(api, 'accept'))),
      ...forEachApi(api => row({}, asks(api, 'reject'))),
    ],
  },
  {
    text: 'If the user has accepted authorization, the API can be called directly;',
    kind: 'bullet',
    rows: forEachApi(api => row({ scopes: { [api.scope]: 'accepted' } }, runs(api))),
  },
  {
    text: 'If the user has rejected authorization, no pop-up appears.',
    kind: 'bullet',
    rows: forEachApi(api => row({ scopes: { [api.scope]: 'rejected' } }, refuses(api, 'accept'))),
  },
  {
    text: 'Instead, API fail callback will be accessed directly.',
    kind: 'bullet',
    rows: forEachApi(api => row({}, asks(api, 'reject'), ...siblings(api).map(sibling => refuses(sibling)))),
  },
  {
    text: 'Developers should make the scenario compatible where the user has rejected to authorization.',
    kind: 'bullet',
    rows: [
      // A refusal has its own errMsg, its state can be read, and the settings page takes it back.
      row(
        { scopes: { 'scope.userLocation': 'rejected' } },
        refuses(location),
        settingsAre({ 'scope.userLocation': false }),
        opensSettings(
          { do: 'openSetting', enable: ['scope.userLocation'] },
          { 'scope.userLocation': true },
          { after: { 'scope.userLocation': 'accepted' } },
        ),
        runs(location),
      ),
      // A developer can try it: one step rejects every scope, and then every API fails with the same words.
      row(
        {},
        upkeep({ do: 'set', states: all('rejected') }, all('rejected')),
        ...apis.map(api => refuses(api)),
      ),
    ],
  },
  title('Obtain User Authorization Settings'),
  {
    text: "The developer can use wx.getSetting to get the user's current authorization state.",
    kind: 'sentence',
    rows: [
      asExample(
        row(
          { scopes: { 'scope.userLocation': 'accepted', 'scope.camera': 'rejected' } },
          settingsAre({ 'scope.userLocation': true, 'scope.camera': false }),
        ),
      ),
      row({}, settingsAre({})),
      ...forEachScope(({ scope }) =>
        row({ scopes: { [scope]: 'accepted' } }, settingsAre({ [scope]: true })),
      ),
      ...forEachScope(({ scope }) =>
        row({ scopes: { [scope]: 'rejected' } }, settingsAre({ [scope]: false })),
      ),
      row(
        { scopes: all('accepted') },
        settingsAre(Object.fromEntries(scopes.map(({ scope }) => [scope, true]))),
      ),
      row({}, asks(camera.apis[0], 'dismiss'), settingsAre({})),
      row({}, asks(camera.apis[0], 'nobody'), settingsAre({})),
      row(
        {},
        asks(camera.apis[0], 'accept'),
        settingsAre({ 'scope.camera': true }),
        upkeep({ do: 'reset' }, { 'scope.camera': 'undecided' }),
        settingsAre({}),
      ),
    ],
  },
  title('Go to Settings'),
  {
    text: 'The user can control the authorization state of the Mini Program in Mini Program Settings by clicking About in the upper right and then Settings in the upper right.',
    kind: 'sentence',
    rows: [
      ...forEachScope(({ scope, apis }) =>
        row(
          { scopes: { [scope]: 'accepted' } },
          opensSettings(
            { do: 'openSetting', disable: [scope] },
            { [scope]: false },
            { after: { [scope]: 'rejected' } },
          ),
          ...apis.map(api => refuses(api)),
        ),
      ),
      // The page has switches for decided scopes only.
      ...forEachScope(({ scope }) =>
        row({}, opensSettings({ do: 'openSetting', enable: [scope] }, {}, { missing: [scope] })),
      ),
      row(
        { scopes: { 'scope.record': 'rejected' } },
        opensSettings(
          { do: 'openSetting', enable: ['scope.record', 'scope.camera'] },
          { 'scope.record': false },
          { missing: ['scope.camera'] },
        ),
      ),
      row(
        { scopes: { 'scope.record': 'accepted', 'scope.camera': 'rejected' } },
        opensSettings(
          { do: 'openSetting', enable: ['scope.camera'], disable: ['scope.record'] },
          { 'scope.record': false, 'scope.camera': true },
          { after: { 'scope.record': 'rejected', 'scope.camera': 'accepted' } },
        ),
      ),
      // A switch that is on stays on.
      row(
        { scopes: { 'scope.camera': 'accepted' } },
        opensSettings({ do: 'openSetting', enable: ['scope.camera'] }, { 'scope.camera': true }),
      ),
    ],
  },
  {
    text: 'The developer can call wx.openSetting to open Settings, and guide the user to enable authorization.',
    kind: 'sentence',
    rows: [
      ...forEachScope(({ scope, apis }) =>
        row(
          { scopes: { [scope]: 'rejected' } },
          opensSettings(
            { do: 'openSetting', enable: [scope] },
            { [scope]: true },
            { after: { [scope]: 'accepted' } },
          ),
          ...apis.map(api => runs(api)),
        ),
      ),
      row(
        { scopes: { 'scope.record': 'rejected' } },
        opensSettings(
          { do: 'tapOpenSetting', enable: ['scope.record'] },
          { 'scope.record': true },
          { after: { 'scope.record': 'accepted' } },
        ),
        runs(record.apis[0]),
      ),
      row(
        { scopes: { 'scope.record': 'rejected' } },
        { when: { do: 'openSetting' }, expected: { callback: null, errMsg: null, popup: 'unanswered' } },
      ),
    ],
  },
  title('Initiate the Authorization Request in Advance'),
  {
    text: 'The developer can use wx.authorize to initiate the authorization request to the user in advance before calling the API to authorize.',
    kind: 'sentence',
    rows: [
      ...forEachScope(({ authorize, apis }) => row({}, asks(authorize, 'accept'), runs(apis[0])), buttonOnly),
      ...forEachScope(
        ({ authorize, apis }) => row({}, asks(authorize, 'reject'), refuses(apis[0])),
        buttonOnly,
      ),
      ...forEachScope(({ authorize }) => row({}, asks(authorize, 'dismiss')), buttonOnly),
      row({}, asks(record.authorize, 'nobody'), asks(record.authorize, 'accept')),
      row({ scopes: all('accepted') }, runs(userLocation.authorize), runs(userInfo.authorize)),
      row(
        { scopes: all('rejected') },
        refuses(userLocation.authorize, 'accept'),
        refuses(userInfo.authorize),
      ),
    ],
  },
  title('Scope List'),
  {
    text: 'scope Corresponding APIs Description',
    kind: 'row',
    rows: [
      {
        given: { scopes: listed },
        steps: [
          {
            when: { do: 'list' },
            expected: { lists: listOf(guideCatalogue, listed) },
          },
        ],
      },
    ],
  },
  ...[
    'scope.userInfo wx.getUserInfo User information',
    'scope.userLocation wx.getLocation, wx.chooseLocation Geographic location',
    'scope.address wx.chooseAddress Postal address',
    'scope.invoiceTitle wx.chooseInvoiceTitle Invoice title',
    'scope.invoice wx.chooseInvoice Gets invoice',
    'scope.werun wx.getWeRunData WeRun step counts',
    'scope.record wx.startRecord Recording feature',
    'scope.writePhotosAlbum wx.saveImageToPhotosAlbum, wx.saveVideoToPhotosAlbum Saves to album',
    'scope.camera camera Component Camera',
  ].map(listRow),
  title('Period of Validity'),
  {
    text: 'Once the user explicitly agrees or rejects authorization, his/her authorization relationship will be recorded in the backend, until the user deletes the Mini Program.',
    kind: 'sentence',
    rows: [
      asExample(
        row(
          {},
          asks(location, 'reject'),
          upkeep({ do: 'restart' }),
          refuses(location),
          upkeep({ do: 'reset' }, { 'scope.userLocation': 'undecided' }),
          asks(location, 'nobody'),
        ),
      ),
      ...forEachScope(({ apis: [api] }) =>
        row({}, asks(api, 'accept'), upkeep({ do: 'restart' }), runs(api)),
      ),
      ...forEachScope(({ apis: [api] }) =>
        row({}, asks(api, 'reject'), upkeep({ do: 'restart' }), refuses(api)),
      ),
      row({}, asks(camera.authorize, 'accept'), upkeep({ do: 'restart' }), runs(camera.apis[0])),
      row({}, asks(camera.authorize, 'reject'), upkeep({ do: 'restart' }), refuses(camera.apis[0])),
      // "Explicitly": a user who closes the popup, or is not there, neither agrees nor rejects.
      row({}, asks(camera.apis[0], 'dismiss'), upkeep({ do: 'restart' }), asks(camera.apis[0], 'accept')),
      row({}, asks(camera.apis[0], 'nobody'), upkeep({ do: 'restart' }), asks(camera.apis[0], 'accept')),
      row(
        { scopes: all('rejected', { 'scope.camera': 'accepted' }) },
        upkeep({ do: 'reset' }, all('undecided')),
        ...scopes.map(({ apis }) => asks(apis[0], 'nobody')),
      ),
      row(
        { scopes: all('accepted') },
        upkeep({ do: 'reset', scopes: ['scope.camera'] }, { 'scope.camera': 'undecided' }),
        asks(camera.apis[0], 'nobody'),
        runs(record.apis[0]),
      ),
    ],
  },
  title('Best Practices'),
  {
    text: 'Initiate an authorization request to the user only when the authorization API is needed, and clearly explain the reason why you want to use it in the authorization request.',
    kind: 'practice',
    rows: [
      // The popup shows the reason that the Mini Program declares, and shows it when the API is needed, not before.
      row(
        { usage: 'To find a café – 附近的咖啡馆' },
        settingsAre({}),
        upkeep({ do: 'restart' }),
        asks(location, 'accept', 'To find a café – 附近的咖啡馆'),
      ),
      ...userLocation.apis.map(api => row({ usage: 'To deliver' }, asks(api, 'reject', 'To deliver'))),
      row({ usage: 'To deliver' }, asks(userLocation.authorize, 'dismiss', 'To deliver')),
    ],
  },
  title('Notes'),
  {
    text: 'wx.authorize({scope: "scope.userInfo"}) will not pop up the authorization window.',
    kind: 'note',
    rows: [
      row({}, refuses(userInfo.authorize, 'accept', 'fail scope unauthorized')),
      row({}, refuses(userInfo.authorize, 'nobody', 'fail scope unauthorized')),
      row({ scopes: { 'scope.userInfo': 'accepted' } }, runs(userInfo.authorize)),
      row({ scopes: { 'scope.userInfo': 'rejected' } }, refuses(userInfo.authorize, 'accept')),
    ],
  },
  {
    text: 'Use <button open-type="getUserInfo"/>',
    kind: 'note',
    rows: [
      row({}, asks(tap, 'accept'), runs(userInfo.apis[0]), runs(userInfo.authorize)),
      row({}, asks(tap, 'reject'), refuses(userInfo.apis[0]), refuses(userInfo.authorize)),
      row({}, asks(tap, 'dismiss'), asks(tap, 'nobody')),
      row({ scopes: { 'scope.userInfo': 'accepted' } }, runs(tap)),
      // A tap is the user's own request: it asks again, and an answer counts again.
      row({ scopes: { 'scope.userInfo': 'rejected' } }, asks(tap, 'accept'), runs(tap)),
      row({ scopes: { 'scope.userInfo': 'rejected' } }, asks(tap, 'dismiss'), asks(tap, 'nobody')),
      row({ usage: null }, asks(tap, 'accept')),
    ],
  },
  {
    text: 'When scope.userLocation authorization is needed, it is necessary to configure a usage description for geographical location.',
    kind: 'note',
    rows: [
      ...(['undecided', 'accepted', 'rejected'] as const).flatMap(state =>
        [...userLocation.apis, userLocation.authorize].map(entry => withoutUsage(entry, state)),
      ),
      // No other scope needs a usage description.
      ...forEachScope(({ apis }) => row({ usage: null }, asks(apis[0], 'accept')), ['scope.userLocation']),
      row({ usage: null }, settingsAre({})),
      row(
        { usage: null, scopes: { 'scope.writePhotosAlbum': 'accepted' } },
        ...album.apis.map(api => runs(api)),
      ),
    ],
  },
]

function withoutUsage(entry: Entry, state: 'undecided' | 'accepted' | 'rejected'): Row {
  const given = { usage: null, scopes: { 'scope.userLocation': state } } as const
  return row(given, refuses(entry, 'accept', 'fail require permission desc'))
}

/** All APIs of the same scope, itself included. */
function siblings({ scope }: Entry): readonly Entry[] {
  return apis.filter(api => api.scope === scope)
}
