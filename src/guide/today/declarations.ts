import { exactLocations, type PrivateInfo } from '../../catalogue/layers.ts'
import type { GuardedApi } from '../../catalogue/names.ts'
import type { Chapter } from '../rule.ts'
import { type LayerStates, usualPrivateInfos } from '../sentence.ts'
import { authorizeOf, type Entry, entries, entryOf, scopesIn } from './entries.ts'
import { forEach, newcomer, row } from './rows.ts'
import { appJsonPage, thread } from './sources.ts'
import { asks, type Failure, failures, refuses, runs } from './steps.ts'

const states = ['undecided', 'accepted', 'rejected'] as const
const locations = [
  authorizeOf('scope.userLocation'),
  authorizeOf('scope.userFuzzyLocation'),
  authorizeOf('scope.userLocationBackground'),
]
const purposeful = [...entries.filter(({ layers }) => layers.purpose === true), ...locations]
const declared = entries.filter(({ layers }) => layers.privateInfo !== undefined)
const inBackground = [
  entryOf('wx.startLocationUpdateBackground'),
  authorizeOf('scope.userLocationBackground'),
]

/** The exact locations that are APIs of their own; positions go to `wx.onLocationChange`. */
const exactApis: readonly GuardedApi[] = [
  'wx.getLocation',
  'wx.startLocationUpdate',
  'wx.startLocationUpdateBackground',
]
const fuzzy = entryOf('wx.getFuzzyLocation')

/** Everything that comes after the declarations, as bad as it can be. */
const worst: LayerStates = { guideline: 'undeclared', 'system.location': 'denied' }

const lacks = (option: string): Failure => ({
  ending: `fail parameter error: parameter.${option} should be String instead of Undefined;`,
})

const without = ({ layers }: Entry): readonly PrivateInfo[] =>
  usualPrivateInfos.filter(name => name !== layers.privateInfo)

export const declarations: Chapter = {
  title: 'Parameters, and what app.json declares',
  rules: [
    {
      text: 'Parameters are checked first.',
      guide: 'The same.',
      since: '2017',
      source: thread('0000242a524a681dd30702f4a51c00'),
      confidence: 'inferred',
      rows: [
        row({}, refuses(entryOf('wx.getUserProfile', {}), lacks('desc'))),
        newcomer({ layers: worst }, refuses(entryOf('wx.addPhoneContact', {}), lacks('firstName'))),
        newcomer({ layers: worst }, refuses(entryOf('wx.saveImageToPhotosAlbum', {}), lacks('filePath'))),
      ],
    },
    {
      text: 'Every API that reads the location of the phone needs `permission["scope.userLocation"].desc`, which the popup shows.',
      guide: 'The same, for `wx.getLocation` and `wx.chooseLocation`.',
      since: '2019-01-14',
      source: thread('000ea276b44928f7e8d73d0a65b801'),
      confidence: 'announced',
      rows: states.flatMap(state =>
        forEach(purposeful, entry =>
          row({ usage: null, scopes: scopesIn(entry, state) }, refuses(entry, failures.purpose)),
        ),
      ),
    },
    {
      text: 'Nothing else needs a usage description.',
      guide: 'The same.',
      since: '2019-01-14',
      source: appJsonPage,
      confidence: 'official',
      rows: forEach(
        entries.filter(({ layers }) => layers.purpose !== true),
        entry => row({ usage: null, scopes: scopesIn(entry, 'accepted') }, runs(entry)),
      ),
    },
    {
      text: 'These APIs must stand in `requiredPrivateInfos`: `wx.getFuzzyLocation`, `wx.getLocation`, `wx.startLocationUpdate`, `wx.startLocationUpdateBackground`, `wx.chooseLocation`, `wx.choosePoi`, `wx.chooseAddress`.',
      guide: 'There is no such field.',
      since: '2022-07-14',
      source: thread('000a02f2c5026891650e7f40351c01'),
      confidence: 'announced',
      rows: states.flatMap(state =>
        declared
          .filter(({ scopes }) => state === 'undecided' || scopes.length > 0)
          .map(entry =>
            row(
              { requiredPrivateInfos: without(entry), scopes: scopesIn(entry, state) },
              refuses(entry, failures.privateInfo),
            ),
          ),
      ),
    },
    {
      text: '`wx.authorize` and all other APIs need no entry there.',
      guide: 'There is no such field.',
      since: '2022-07-14',
      source: appJsonPage,
      confidence: 'official',
      rows: [
        ...locations.map(entry => row({ requiredPrivateInfos: [] }, asks(entry, 'accept'))),
        ...entries
          .filter(({ layers }) => layers.privateInfo === undefined)
          .map(entry => row({ requiredPrivateInfos: [], scopes: scopesIn(entry, 'accepted') }, runs(entry))),
      ],
    },
    {
      text: 'With `getFuzzyLocation` beside an exact location in `requiredPrivateInfos`, neither of the two runs.',
      guide: 'There is no such field.',
      since: '2022-07-14',
      source: appJsonPage,
      // The document calls it a compile error. What a call says is our choice.
      confidence: 'chosen',
      rows: [
        ...exactLocations.map(exact =>
          row({ requiredPrivateInfos: ['getFuzzyLocation', exact] }, refuses(fuzzy, failures.privateInfo)),
        ),
        ...exactApis.map(api => {
          const entry = entryOf(api)
          const { privateInfo = 'getLocation' } = entry.layers
          return row(
            { requiredPrivateInfos: [privateInfo, 'getFuzzyLocation'], scopes: scopesIn(entry, 'accepted') },
            refuses(entry, failures.privateInfo),
          )
        }),
        row(
          { requiredPrivateInfos: ['getLocation', 'getFuzzyLocation', 'chooseLocation'] },
          runs(entryOf('wx.chooseLocation')),
          asks(authorizeOf('scope.userFuzzyLocation'), 'accept'),
        ),
      ],
    },
    {
      text: 'The location in the background needs `"location"` in `requiredBackgroundModes`; without it, the call fails like one that was rejected, but without an errno.',
      guide: 'There is no such API.',
      since: '2.8.0',
      source: thread('000a0a518d01f0860b428ee326fc00'),
      confidence: 'one report',
      rows: states.flatMap(state =>
        inBackground.map(entry =>
          row(
            { requiredBackgroundModes: [], scopes: scopesIn(entry, state) },
            refuses(entry, failures.backgroundMode),
          ),
        ),
      ),
    },
    {
      text: 'Declarations are checked next, before guideline, agreement, scope and phone.',
      guide: 'The same.',
      since: '2022-07-14',
      source: thread('000e265708093839f8307f7926fc00'),
      confidence: 'inferred',
      rows: [
        ...forEach(purposeful, entry =>
          row({ usage: null, layers: worst }, refuses(entry, failures.purpose)),
        ),
        ...declared.map(entry =>
          row({ requiredPrivateInfos: [], layers: worst }, refuses(entry, failures.privateInfo)),
        ),
      ],
    },
  ],
}
