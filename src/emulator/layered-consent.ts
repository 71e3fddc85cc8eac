import type { Params } from '../catalogue/api.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Arrangement } from '../machine/arrangement.ts'
import { type Check, firstStop } from '../machine/checks.ts'
import type { PopupShown } from '../machine/outcome.ts'
import { type Profile, recordOf, stateOf } from '../machine/profile.ts'
import type { ScopeState } from '../machine/state.ts'
import type { Consent, ConsentFor, Use } from './consent.ts'
import { checksOf } from './layer-facts.ts'
import type { LayerParts } from './layers.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { noScope, type ScopePart } from './outcomes.ts'
import type { Sheet } from './privacy-sheet.ts'

/** The popups of one call so far, and the state that each of its scopes had in its last popup. */
interface Trail {
  readonly popups: readonly PopupShown[]
  readonly before: Readonly<Partial<Record<ScopeName, ScopeState>>>
}

const start: Trail = { popups: [], before: {} }

/** What a call meets at this moment. */
interface Moment {
  readonly profile: Profile
  readonly scopes: readonly ScopeName[]
  readonly checks: readonly Check[]
}

/** Takes a use through all layers: each popup is recorded before the next check. */
export function layeredConsent(parts: LayerParts, sheet: Sheet): ConsentFor {
  const { app, catalogue, ledger, popup, turns } = parts

  function look(use: Use, params: Params): Moment {
    const profile = ledger.profile()
    return {
      profile,
      scopes: use.scopesOf(params),
      checks: checksOf({ catalogue, app, profile, use, params }),
    }
  }

  /** What happened to a scope; without one, only which popups there were. */
  function partOf(scope: ScopeName | undefined, profile: Profile, { popups, before }: Trail): ScopePart {
    if (scope === undefined) return { ...noScope, popups }
    const after = stateOf(profile, app.appid, scope)
    const last = popups.findLast(shown => shown.scope === scope)
    return { scope, before: before[scope] ?? after, after, popup: last?.answer ?? null, popups }
  }

  /** `undefined` if somebody has to be asked. */
  function decided({ profile, scopes, checks }: Moment, trail: Trail): Consent | undefined {
    const stop = firstStop(checks)
    if (stop?.verdict === 'asks') return undefined
    if (stop?.verdict !== 'fails') {
      const { replies } = recordOf(profile, app.appid) ?? {}
      return { ...partOf(scopes[0], profile, trail), because: 'allowed', replies }
    }
    // Of several scopes, the one that refuses counts.
    const refusing = scopes.find(scope => stop.layer === 'scope' && scope === stop.of)
    return { ...partOf(refusing ?? scopes[0], profile, trail), because: stop.because }
  }

  async function ask(use: Use, params: Params, trail: Trail): Promise<Consent> {
    const moment = look(use, params)
    const consent = decided(moment, trail)
    if (consent !== undefined) return consent
    const stop = firstStop(moment.checks)
    const scope = moment.scopes.find(scope => scope === stop?.of)
    return scope === undefined
      ? askForAgreement(use, params, trail, moment)
      : askForScope(use, params, trail, moment, scope)
  }

  async function askForAgreement(use: Use, params: Params, trail: Trail, moment: Moment): Promise<Consent> {
    const result = await sheet(use.caller)
    const answer = 'unanswered' in result ? 'unanswered' : result.answer
    const popups: readonly PopupShown[] =
      answer === undefined ? trail.popups : [...trail.popups, { kind: 'privacy', scope: null, answer }]
    const next = { ...trail, popups }
    if (answer === 'accept') return ask(use, params, next)
    const part = partOf(moment.scopes[0], moment.profile, next)
    if ('unanswered' in result) return { ...part, because: 'unanswered', why: result.unanswered }
    // Not confirmed: a sheet that is closed fails the call like a popup that is closed, and is no refusal.
    return { ...part, because: answer === 'dismiss' ? 'dismissed' : 'privacy-refused' }
  }

  async function askForScope(
    use: Use,
    params: Params,
    trail: Trail,
    { profile, checks }: Moment,
    scope: ScopeName,
  ): Promise<Consent> {
    const state = stateOf(profile, app.appid, scope)
    const isCoupled = checks.some(({ because }) => because === 'asked-with-scope')
    const { appid, name, purposes } = app
    const result = await popup(
      {
        kind: 'scope',
        app: { appid, name },
        caller: use.caller,
        scope,
        description: catalogue.rowOf(scope).description,
        purpose: catalogue.layersOf(use.api, params).purpose ? purposes['scope.userLocation'] : undefined,
        state,
        ...(isCoupled ? { withPrivacy: true } : {}),
      },
      use.entry === 'button' ? 'button' : 'popup',
      { accept: following(scope, isCoupled) },
    )
    const answer = 'unanswered' in result ? 'unanswered' : result.answer
    const next: Trail = {
      popups: [...trail.popups, { kind: 'scope', scope, answer }],
      before: { ...trail.before, [scope]: state },
    }
    if ('unanswered' in result) {
      return { ...partOf(scope, profile, next), because: 'unanswered', why: result.unanswered }
    }
    // The answer does not count if another process decided meanwhile: then the checks run against what it decided.
    const counts = result.entry.state === state
    if (!counts || answer === 'accept') return ask(use, params, next)
    const because = answer === 'dismiss' ? 'dismissed' : 'rejected-now'
    return { ...partOf(scope, ledger.profile(), next), because }
  }

  return use => params =>
    decided(look(use, params), start) ?? oneAtATime(turns, () => ask(use, params, start))
}

/** What whoever accepts the popup of this scope also decides. */
function following(scope: ScopeName, isCoupled: boolean): Arrangement {
  // The settings have one row for both, where the background includes the location. That the popup decides both too is
  // not confirmed.
  const isBackground = scope === 'scope.userLocationBackground'
  return {
    scopes: isBackground ? [['scope.userLocation', { type: 'answered', answer: 'accept' }]] : [],
    layers: isCoupled ? [{ layer: 'privacy', state: 'agreed' }] : [],
  }
}
