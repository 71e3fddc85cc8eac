import type { Chapter } from '../rule.ts'
import type { LayerStates, States, Step, Upkeep } from '../sentence.ts'
import { entries, entryOf, everyScope, liveScopes } from './entries.ts'
import { agreed, fuzzyInfos, newcomer, row } from './rows.ts'
import { authorizePage, thread } from './sources.ts'
import { asks, opensSettings, refuses, runs, settingsAre } from './steps.ts'

const location = 'scope.userLocation'
const background = 'scope.userLocationBackground'
const goesOn = entryOf('wx.startLocationUpdateBackground')
const threeChoices = 'blog.csdn.net, article 115323796'

function upkeep(when: Upkeep, after: States = {}, layers: LayerStates = {}): Step {
  return { when, expected: { after, layers } }
}

/** The first API that needs this scope alone. */
const apiOf = (scope: string) =>
  entries.filter(({ scopes }) => scopes.length === 1 && scopes[0] === scope).slice(0, 1)

const infosFor = (scope: string) =>
  scope === 'scope.userFuzzyLocation' ? { requiredPrivateInfos: fuzzyInfos } : {}

export const settings: Chapter = {
  title: 'The settings page, and deleting the Mini Program',
  rules: [
    {
      text: 'The user turns a decided scope on and off, and undecided ones are not on the page.',
      guide: 'The same.',
      since: '2017',
      source: authorizePage,
      confidence: 'official',
      rows: [
        ...liveScopes
          .filter(scope => scope !== background)
          .flatMap(scope => [
            row(
              { scopes: { [scope]: 'rejected' }, ...infosFor(scope) },
              opensSettings(
                { do: 'openSetting', enable: [scope] },
                { [scope]: true },
                { after: { [scope]: 'accepted' } },
              ),
              ...apiOf(scope).map(api => runs(api)),
            ),
            row(
              { scopes: { [scope]: 'accepted' }, ...infosFor(scope) },
              opensSettings(
                { do: 'openSetting', disable: [scope] },
                { [scope]: false },
                { after: { [scope]: 'rejected' } },
              ),
              ...apiOf(scope).map(api => refuses(api)),
            ),
          ]),
        ...liveScopes.map(scope =>
          row({}, opensSettings({ do: 'openSetting', enable: [scope] }, {}, { missing: [scope] })),
        ),
      ],
    },
    {
      text: 'The location has three choices: never, while the Mini Program is used, and after leaving it too. The third turns both scopes on, the first turns both off.',
      guide: 'It has two.',
      since: '2.8.0',
      source: threeChoices,
      confidence: 'one report',
      rows: [
        row(
          { scopes: { [location]: 'rejected', [background]: 'rejected' } },
          opensSettings(
            { do: 'openSetting', enable: [background] },
            { [location]: true, [background]: true },
            { after: { [location]: 'accepted', [background]: 'accepted' } },
          ),
          runs(goesOn),
        ),
        row(
          { scopes: { [location]: 'accepted', [background]: 'accepted' } },
          opensSettings(
            { do: 'openSetting', disable: [location] },
            { [location]: false, [background]: false },
            { after: { [location]: 'rejected', [background]: 'rejected' } },
          ),
          refuses(goesOn),
        ),
        // Back to the second choice.
        row(
          { scopes: { [location]: 'accepted', [background]: 'accepted' } },
          opensSettings(
            { do: 'openSetting', disable: [background] },
            { [location]: true, [background]: false },
            { after: { [background]: 'rejected' } },
          ),
          refuses(goesOn),
          runs(entryOf('wx.getLocation')),
        ),
        // The second choice does not turn the third on.
        row(
          { scopes: { [location]: 'rejected', [background]: 'rejected' } },
          opensSettings(
            { do: 'openSetting', enable: [location] },
            { [location]: true, [background]: false },
            { after: { [location]: 'accepted' } },
          ),
        ),
        // The row is there once the location was asked for.
        row(
          { scopes: { [location]: 'accepted' } },
          opensSettings(
            { do: 'openSetting', enable: [background] },
            { [location]: true, [background]: true },
            { after: { [background]: 'accepted' } },
          ),
        ),
      ],
    },
    {
      text: 'The third choice is there only with `"location"` in `requiredBackgroundModes`.',
      guide: 'It has two.',
      since: '2.8.0',
      source: threeChoices,
      confidence: 'one report',
      rows: [
        row(
          { scopes: { [location]: 'accepted' }, requiredBackgroundModes: [] },
          opensSettings(
            { do: 'openSetting', enable: [background] },
            { [location]: true },
            { missing: [background] },
          ),
        ),
      ],
    },
    {
      text: 'Accepting the location in the background accepts the location too.',
      guide: 'There is no such scope.',
      since: '8.0.0 of WeChat',
      source: threeChoices,
      confidence: 'inferred',
      rows: [row({}, asks(goesOn, 'accept'), runs(entryOf('wx.getLocation')))],
    },
    {
      text: 'Deleting the Mini Program forgets every scope and the agreement, and leaves the guideline and what the phone permits.',
      guide: 'It forgets every scope.',
      since: '2023-10-17',
      source: thread('00042c1e218bb895d5e798d5351c00'),
      confidence: 'inferred',
      rows: [
        row(
          { scopes: everyScope('accepted'), layers: { ...agreed, 'system.location': 'denied' } },
          upkeep({ do: 'reset' }, everyScope('undecided'), { privacy: 'undecided' }),
          settingsAre({}),
          asks(entryOf('camera'), 'accept', { withPrivacy: true }),
        ),
        row(
          { scopes: everyScope('rejected'), layers: { ...agreed, guideline: 'undeclared' } },
          upkeep({ do: 'reset' }, everyScope('undecided'), { privacy: 'undecided' }),
        ),
        newcomer({ scopes: {} }, upkeep({ do: 'reset' })),
        // Names of scopes are decisions of their own.
        row(
          { scopes: everyScope('accepted') },
          upkeep({ do: 'reset', scopes: ['scope.camera'] }, { 'scope.camera': 'undecided' }),
          asks(entryOf('camera'), 'accept'),
          runs(entryOf('wx.chooseAddress')),
        ),
      ],
    },
    {
      text: 'Each layer has a state that `set` arranges.',
      guide: '`set` arranges the layers too, but only scopes count.',
      since: '2023-10-17',
      source: authorizePage,
      confidence: 'chosen',
      rows: [
        newcomer(
          {},
          upkeep({ do: 'set', states: {}, layers: agreed }, {}, agreed),
          runs(entryOf('wx.chooseAddress')),
          upkeep({ do: 'set', states: {}, layers: { privacy: 'undecided' } }, {}, { privacy: 'undecided' }),
          asks(entryOf('camera'), 'accept', { withPrivacy: true }),
        ),
        row(
          { scopes: { [location]: 'accepted' } },
          upkeep(
            { do: 'set', states: {}, layers: { 'system.location': 'denied' } },
            {},
            { 'system.location': 'denied' },
          ),
          upkeep(
            {
              do: 'set',
              states: { 'scope.camera': 'accepted' },
              layers: { 'system.location': 'authorized' },
            },
            { 'scope.camera': 'accepted' },
            { 'system.location': 'authorized' },
          ),
          runs(entryOf('wx.getLocation')),
        ),
      ],
    },
  ],
}
