import type { SystemPermission } from '../../catalogue/layers.ts'
import type { Chapter } from '../rule.ts'
import type { LayerStates, Row, UseStep } from '../sentence.ts'
import { apiNamed, runs as runsInGuide } from '../steps.ts'
import { authorizeOf, type Entry, entries, entryOf, liveScopes, scopesIn } from './entries.ts'
import { agreed, forEach, newcomer, row } from './rows.ts'
import { errnoPage, thread } from './sources.ts'
import { asks, fails, failures, refuses, runs } from './steps.ts'

const physical = entries.filter(({ layers: { system = [] } }) => system.length > 0)
const report = thread('000ece57888378377d3f59b2051c00')

const inPhone = (permission: SystemPermission, state: 'denied' | 'undetermined'): LayerStates => ({
  [`system.${permission}`]: state,
})

const allDenied: LayerStates = {
  'system.location': 'denied',
  'system.camera': 'denied',
  'system.microphone': 'denied',
  'system.album': 'denied',
  'system.bluetooth': 'denied',
  'system.calendar': 'denied',
}

/** A row for each permission of the phone that each API needs. */
function forEachPermission(make: (entry: Entry, permission: SystemPermission) => Row): readonly Row[] {
  return physical.flatMap(entry =>
    (entry.layers.system ?? []).flatMap(permission => forEach([entry], entry => make(entry, permission))),
  )
}

/** The scope is asked for first; after the user has accepted it, the phone refuses. */
function acceptedInVain(entry: Entry, withPrivacy?: true): UseStep {
  const step = asks(entry, 'accept', withPrivacy ? { withPrivacy } : {})
  const { carries: _, ...shown } = step.expected
  return { ...step, expected: { ...shown, ...fails(entry, failures.system) } }
}

export const system: Chapter = {
  title: 'What the phone permits WeChat',
  rules: [
    {
      text: 'An accepted scope does not help if the phone denies WeChat the permission: the API fails with errno 3.',
      guide: 'The permissions of the phone are ignored.',
      since: '2.20.1',
      source: report,
      confidence: 'reports',
      rows: forEachPermission((entry, permission) =>
        row(
          { layers: { ...agreed, ...inPhone(permission, 'denied') }, scopes: scopesIn(entry, 'accepted') },
          refuses(entry, failures.system),
        ),
      ),
    },
    {
      text: 'The scope is asked for first, and a rejected one fails with errno 103 whatever the phone says.',
      guide: 'The permissions of the phone are ignored.',
      since: '2.20.1',
      source: report,
      confidence: 'inferred',
      rows: [
        ...forEachPermission((entry, permission) =>
          row({ layers: { ...agreed, ...inPhone(permission, 'denied') } }, acceptedInVain(entry)),
        ),
        ...forEachPermission((entry, permission) =>
          newcomer({ layers: inPhone(permission, 'denied') }, acceptedInVain(entry, true)),
        ),
        ...forEachPermission((entry, permission) =>
          row(
            { layers: { ...agreed, ...inPhone(permission, 'denied') }, scopes: scopesIn(entry, 'rejected') },
            refuses(entry),
          ),
        ),
      ],
    },
    {
      text: '`wx.authorize` ignores the permissions of the phone: it says ok, and then the API fails.',
      guide: 'The permissions of the phone are ignored.',
      since: '2.20.1',
      source: report,
      confidence: 'reports',
      rows: [
        row(
          { layers: { ...agreed, 'system.location': 'denied' } },
          asks(authorizeOf('scope.userLocation'), 'accept'),
          runs(authorizeOf('scope.userLocation')),
          refuses(entryOf('wx.getLocation'), failures.system),
        ),
        ...liveScopes
          .map(authorizeOf)
          .map(entry => row({ layers: { ...agreed, ...allDenied } }, asks(entry, 'accept'), runs(entry))),
      ],
    },
    {
      text: 'A permission that the phone has not asked for yet stops nothing: the phone asks by itself.',
      guide: 'The permissions of the phone are ignored.',
      since: '2.20.1',
      source: errnoPage,
      confidence: 'chosen',
      rows: forEachPermission((entry, permission) =>
        row(
          {
            layers: { ...agreed, ...inPhone(permission, 'undetermined') },
            scopes: scopesIn(entry, 'accepted'),
          },
          runs(entry),
        ),
      ),
    },
    {
      text: 'APIs that need nothing of the phone run whatever it denies.',
      guide: 'The permissions of the phone are ignored.',
      since: '2.20.1',
      source: errnoPage,
      confidence: 'inferred',
      rows: [
        ...entries
          .filter(entry => !physical.includes(entry))
          .map(entry =>
            row({ layers: { ...agreed, ...allDenied }, scopes: scopesIn(entry, 'accepted') }, runs(entry)),
          ),
        // In the guide's edition, that is every API.
        {
          given: {
            layers: { ...allDenied, guideline: 'undeclared' },
            scopes: { 'scope.userLocation': 'accepted' },
          },
          steps: [runsInGuide(apiNamed('wx.getLocation'))],
        },
      ],
    },
  ],
}
