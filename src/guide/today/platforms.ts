import { type Platform, platforms as platformNames } from '../../catalogue/platforms.ts'
import type { Chapter } from '../rule.ts'
import type { Given, Row, UseStep } from '../sentence.ts'
import { apiNamed, asks as asksInGuide, refuses as refusesInGuide, scopeNamed } from '../steps.ts'
import { authorizeOf, entryOf } from './entries.ts'
import { agreed, row } from './rows.ts'
import { thread } from './sources.ts'
import { asks, failures, refuses } from './steps.ts'

type Spellings = Readonly<Record<Platform, string>>

/** What follows the colon, written out once more so that no expectation comes from the code under test. */
const spellings = {
  now: { devtools: 'fail auth deny', ios: 'fail auth deny', android: 'fail:auth denied' },
  before: { devtools: 'fail auth deny', ios: 'fail authorize no response', android: 'fail:auth denied' },
  authorizeNow: { devtools: 'fail auth deny', ios: 'fail auth deny', android: 'fail:auth deny' },
  authorizeBefore: {
    devtools: 'fail 系统错误，错误码：-12006,auth deny',
    ios: 'fail authorize no response',
    android: 'fail auth deny',
  },
  buttonOnly: {
    devtools: 'fail 系统错误，错误码：-12007,scope unauthorized',
    ios: 'fail scope unauthorized',
    android: 'fail scope unauthorized',
  },
  closed: { devtools: 'fail auth canceled', ios: 'fail auth canceled', android: 'fail:auth canceled' },
  purpose: {
    devtools: 'fail require permission desc',
    ios: 'fail require permission desc',
    android: 'fail:require permission desc',
  },
  system: {
    devtools: 'fail system permission denied',
    ios: 'fail system permission denied',
    android: 'fail:system permission denied',
  },
} as const satisfies Readonly<Record<string, Spellings>>

const location = entryOf('wx.getLocation')
const authorize = authorizeOf('scope.userLocation')
const rejected: Given = { scopes: { 'scope.userLocation': 'rejected' } }
const accepted: Given = { scopes: { 'scope.userLocation': 'accepted' } }

/** A row for each platform, with its spelling at the end of the `errMsg` of the step. */
function forEachPlatform(spelling: Spellings, given: Given, step: UseStep): readonly Row[] {
  return platformNames.map(platform => row({ ...given, platform }, spelled(step, spelling[platform])))
}

/** The same in the guide's edition, which has no layers. */
function inGuide(spelling: Spellings, given: Given, step: UseStep): readonly Row[] {
  return platformNames.map(platform => ({
    given: { ...given, platform },
    steps: [spelled(step, spelling[platform])],
  }))
}

function spelled({ expected, ...step }: UseStep, ending: string): UseStep {
  const [name] = expected.errMsg?.split(':') ?? []
  return { ...step, expected: { ...expected, errMsg: `${name}:${ending}` } }
}

const guideLocation = apiNamed('wx.getLocation')
const guideAuthorize = scopeNamed('scope.userLocation').authorize
const guideUserInfo = scopeNamed('scope.userInfo').authorize

export const platforms: Chapter = {
  title: 'Spellings of platforms, in both editions',
  rules: [
    {
      text: 'A refusal in the popup: Android says `fail:auth denied`.',
      guide: 'The same.',
      since: '2019',
      source: thread('00062c38bdce7086c967ba2b25b000'),
      confidence: 'reports',
      rows: [
        ...forEachPlatform(spellings.now, {}, asks(location, 'reject')),
        ...forEachPlatform(spellings.authorizeNow, {}, asks(authorize, 'reject')),
        ...inGuide(spellings.now, {}, asksInGuide(guideLocation, 'reject')),
        ...inGuide(spellings.authorizeNow, {}, asksInGuide(guideAuthorize, 'reject')),
      ],
    },
    {
      text: 'An earlier refusal: iOS says `fail authorize no response`, DevTools puts a code before that of `wx.authorize`.',
      guide: 'The same.',
      since: '2019',
      source: thread('0004c27a8344d08a20a87101a5bc00'),
      confidence: 'reports',
      rows: [
        ...forEachPlatform(spellings.before, rejected, refuses(location)),
        ...forEachPlatform(spellings.authorizeBefore, rejected, refuses(authorize)),
        ...inGuide(spellings.before, rejected, refusesInGuide(guideLocation, 'accept')),
        ...inGuide(spellings.authorizeBefore, rejected, refusesInGuide(guideAuthorize, 'accept')),
      ],
    },
    {
      text: '`wx.authorize` of scope.userInfo: in the guide’s edition DevTools puts a code before it.',
      guide: 'The same.',
      since: '2019',
      source: thread('000eee0713890854f1dbabbc751c00'),
      confidence: 'reports',
      rows: inGuide(spellings.buttonOnly, {}, refusesInGuide(guideUserInfo, 'accept')),
    },
    {
      text: 'A popup that is closed: Android says `fail:auth canceled`.',
      guide: 'The same.',
      since: '2019',
      source: 'www.cnblogs.com/yangxiaobai123/p/11220165.html',
      confidence: 'one report',
      rows: [
        ...forEachPlatform(spellings.closed, {}, asks(location, 'dismiss')),
        ...inGuide(spellings.closed, {}, asksInGuide(guideLocation, 'dismiss')),
      ],
    },
    {
      text: 'Without the usage description, Android says `fail:require permission desc`.',
      guide: 'The same.',
      since: '2019-01-14',
      source: 'blog.csdn.net, article 126179734',
      confidence: 'reports',
      rows: [
        ...forEachPlatform(spellings.purpose, { usage: null }, refuses(location, failures.purpose)),
        ...inGuide(spellings.purpose, { usage: null }, refusesInGuide(guideLocation, 'accept')),
      ],
    },
    {
      text: 'If the phone denies the permission, Android says `fail:system permission denied`.',
      guide: 'The permissions of the phone are ignored.',
      since: '2.20.1',
      source: thread('000ece57888378377d3f59b2051c00'),
      confidence: 'reports',
      rows: forEachPlatform(
        spellings.system,
        { ...accepted, layers: { ...agreed, 'system.location': 'denied' } },
        refuses(location, failures.system),
      ),
    },
  ],
}
