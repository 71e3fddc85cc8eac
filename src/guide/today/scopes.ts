import { todayCatalogue } from '../../catalogue/editions/today.ts'
import { listOf } from '../listed.ts'
import type { Chapter } from '../rule.ts'
import type { Row, States } from '../sentence.ts'
import { authorizeOf, entryOf, everyScope, liveScopes, scoped, scopesIn } from './entries.ts'
import { forEach, row } from './rows.ts'
import { authorizePage, changelog, errno103 } from './sources.ts'
import { asks, refuses, runs } from './steps.ts'

const authorizes = liveScopes.map(authorizeOf)

const room = { groupId: 'g1', signature: 's1', nonceStr: 'n1', timeStamp: 1700000000 }
const voice = entryOf('wx.joinVoIPChat', { roomType: 'voice', ...room })
const video = entryOf('wx.joinVoIPChat', { roomType: 'video', ...room })
const silent = entryOf('live-pusher', { 'enable-mic': false })
const pointed = entryOf('MapContext.moveToLocation', { latitude: 22.5, longitude: 114 })
const toUser = entryOf('MapContext.moveToLocation', {})
const plain = entryOf('map', {})
const showing = entryOf('map', { 'show-location': true })
const still = entryOf('wx.createVKSession', { track: { face: { mode: 2 } } })
const moving = entryOf('wx.createVKSession', { track: { face: { mode: 1 } } })

const ofTwo = [...scoped, video].filter(({ scopes }) => scopes.length > 1)
const recordOnly = { 'scope.record': 'accepted' } as const
const camera = { scopes: ['scope.camera'] } as const
const ofCamera = { scope: 'scope.camera' } as const

const listed: States = { 'scope.userLocation': 'accepted', 'scope.addPhoneContact': 'rejected' }
const list: Row = row(
  { scopes: listed },
  {
    when: { do: 'list' },
    expected: { lists: listOf(todayCatalogue, listed) },
  },
)

export const scopes: Chapter = {
  title: 'Scopes',
  rules: [
    {
      text: 'The list has fourteen scopes, and says of each since when it is there, or since when it is retired.',
      guide: 'Nine scopes.',
      since: '2022-02-21',
      source: authorizePage,
      confidence: 'official',
      rows: [list],
    },
    {
      text: 'While a scope is undecided, each of its APIs asks for it, and runs once the user accepts.',
      guide: 'The same, for the scopes and APIs of its list.',
      since: '2017',
      source: authorizePage,
      confidence: 'official',
      rows: [
        ...forEach(scoped, entry => row({}, asks(entry, 'accept'), runs(entry))),
        ...forEach(scoped, entry => row({}, asks(entry, 'dismiss'), asks(entry, 'nobody'))),
      ],
    },
    {
      text: 'Once a scope is accepted, each of its APIs runs without a popup.',
      guide: 'The same.',
      since: '2017',
      source: authorizePage,
      confidence: 'official',
      rows: forEach(scoped, entry => row({ scopes: scopesIn(entry, 'accepted') }, runs(entry))),
    },
    {
      text: 'A refusal has the errno 103, when the user rejects and at every later call, which shows no popup.',
      guide: 'The same, without an errno.',
      since: '2023',
      source: errno103,
      confidence: 'reports',
      rows: [
        ...forEach(scoped, entry => row({}, asks(entry, 'reject'), refuses(entry))),
        ...forEach(scoped, entry => row({ scopes: scopesIn(entry, 'rejected') }, refuses(entry))),
      ],
    },
    {
      text: '`wx.authorize` asks for a scope in advance.',
      guide: 'The same, but for scope.userInfo.',
      since: '1.2.0',
      source: authorizePage,
      confidence: 'official',
      rows: [
        ...forEach(authorizes, entry => row({}, asks(entry, 'accept'), runs(entry))),
        ...forEach(authorizes, entry => row({}, asks(entry, 'reject'), refuses(entry))),
        ...forEach(authorizes, entry => row({}, asks(entry, 'dismiss'), asks(entry, 'nobody'))),
        ...forEach(authorizes, entry => row({ scopes: scopesIn(entry, 'accepted') }, runs(entry))),
      ],
    },
    {
      text: 'What sends sound and pictures needs scope.record and scope.camera, and asks for one after the other.',
      guide: 'No API needs two scopes.',
      since: '2.7.0',
      source: authorizePage,
      confidence: 'official',
      rows: [
        ...forEach(ofTwo, entry => row({ scopes: recordOnly }, asks(entry, 'accept', camera))),
        ...forEach(ofTwo, entry => row({ scopes: recordOnly }, asks(entry, 'reject', camera))),
        ...forEach(ofTwo, entry =>
          row({ scopes: { ...recordOnly, 'scope.camera': 'rejected' } }, refuses(entry, undefined, ofCamera)),
        ),
      ],
    },
    {
      text: 'What an API needs depends on its options where they say what it uses.',
      guide: 'Options change nothing.',
      since: '2.25.2',
      source: changelog,
      confidence: 'official',
      rows: [
        ...[voice, silent, pointed, plain, still].map(entry =>
          row({ scopes: everyScope('rejected', scopesIn(entry, 'accepted')) }, runs(entry)),
        ),
        ...[video, toUser, showing, moving].map(entry => row({}, asks(entry, 'accept'), runs(entry))),
      ],
    },
  ],
}
