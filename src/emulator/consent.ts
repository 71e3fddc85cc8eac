import type { Params } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { EditionLayers } from '../catalogue/layers.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Arrangement } from '../machine/arrangement.ts'
import { type Attempt, decide, type Refusal } from '../machine/decide.ts'
import type { LayerRefusal, PopupShown, UnansweredWhy } from '../machine/outcome.ts'
import type { Answer } from '../machine/state.ts'
import type { Observe } from './events.ts'
import type { Entry, Ledger } from './ledger.ts'
import { oneAtATime, type Turns } from './one-at-a-time.ts'
import type { ScopePart } from './outcomes.ts'
import type { Answered, Caller, MiniProgram, Prompter, Question, Unanswered } from './ports.ts'

/** Whether an attempt may go on, and what happened to its scope on the way. */
export type Consent = ScopePart &
  (
    | {
        readonly because: 'allowed'
        /** The replies in the profile at the moment of the decision. */
        readonly replies: Entry['replies']
      }
    | { readonly because: Refusal | LayerRefusal | 'rejected-now' | 'dismissed' }
    | { readonly because: 'unanswered'; readonly why: UnansweredWhy }
  )

/** What wants to go on: an API, a component, `wx.authorize`, or the button. */
export interface Use {
  readonly entry: Attempt['entry']
  readonly caller: Caller
  /** Whose layers count. */
  readonly api: keyof EditionLayers
  /** The scopes that it needs with these options. */
  readonly scopesOf: (params: Params) => readonly ScopeName[]
}

/** Makes the function that asks for a use. It answers at once if the profile decides, else after a popup. */
export type ConsentFor = (use: Use) => (params: Params) => Consent | Promise<Consent>

/** Shows the popup of a scope, and records the answer with what follows from it. */
export type ScopePopup = (
  question: Question,
  by: 'button' | 'popup',
  also?: Readonly<Partial<Record<Answer, Arrangement>>>,
) => Promise<PopupResult | Unanswered>

interface PopupResult {
  readonly answer: Answer
  /** What the profile held when the answer came: the answer counts if the state is still the one that was shown. */
  readonly entry: Entry
}

interface PopupPorts {
  readonly ledger: Ledger
  readonly prompter: Prompter
  readonly observe: Observe
}

export function scopePopup({ ledger, prompter, observe }: PopupPorts): ScopePopup {
  /** Records the answer, then lets the popup show the result. */
  async function record(
    { scope, state }: Question,
    { answer, finish }: Answered,
    by: 'button' | 'popup',
    also: Arrangement | undefined,
  ): Promise<Entry> {
    let entry: Entry
    try {
      // Closing the popup decides nothing, so nothing is written and no file is created.
      entry =
        answer === 'dismiss'
          ? ledger.look(scope)
          : await ledger.record(scope, state, { type: 'answered', answer }, by, also)
    } catch (error) {
      await finish?.('failed')
      throw error
    }
    await finish?.(entry.state === state ? 'recorded' : 'dropped')
    return entry
  }

  return async (question, by, also = {}) => {
    const { caller, scope, state: shown } = question
    observe({ type: 'asked', question })
    const response = await prompter.ask(question)
    if ('unanswered' in response) {
      observe({ type: 'unanswered', caller, scope, why: response.unanswered })
      return response
    }
    const { answer } = response
    observe({ type: 'answered', question, answer })
    const entry = await record(question, response, by, also[answer])
    // Another process decided while the popup was open, so the answer was to a question about an older state.
    if (entry.state !== shown) observe({ type: 'dropped', scope, answer, shown, found: entry.state })
    return { answer, entry }
  }
}

interface Ports {
  /** The Mini Program that the popup names. */
  readonly app: MiniProgram
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly popup: ScopePopup
  readonly turns: Turns
}

/** No popup was shown. */
const none: readonly PopupShown[] = []

/** The guide's "When such an API is called": asks if the state does not decide, one popup at a time. */
export function guideConsent({ app, catalogue, ledger, popup, turns }: Ports): ConsentFor {
  async function ask(
    attempt: Attempt,
    caller: Caller,
    earlier: readonly PopupShown[] = none,
  ): Promise<Consent> {
    const { scope, purpose, entry } = attempt
    const { state: before, replies } = ledger.look(scope)
    // While this call waited for its turn, an earlier popup may have decided the same scope.
    const consent = withoutPopup(attempt, { state: before, replies })
    if (consent !== undefined) return consent

    const { description } = catalogue.rowOf(scope)
    const { appid, name } = app
    const asked = { app: { appid, name }, caller, scope, description, purpose, state: before }
    const result = await popup({ kind: 'scope', ...asked }, entry === 'button' ? 'button' : 'popup')
    const answer: Answer | 'unanswered' = 'unanswered' in result ? 'unanswered' : result.answer
    const popups = [...earlier, { kind: 'scope', scope, answer } as const]
    const part = { scope, before, popup: answer, popups }
    if ('unanswered' in result) {
      return { ...part, because: 'unanswered', after: before, why: result.unanswered }
    }

    const { state, replies: then } = result.entry
    if (state === before) {
      if (answer === 'accept') return { ...part, because: 'allowed', after: 'accepted', replies: then }
      if (answer === 'reject') return { ...part, because: 'rejected-now', after: 'rejected' }
      return { ...part, because: 'dismissed', after: before }
    }
    if (state === 'accepted') return { ...part, because: 'allowed', after: state, replies: then }
    if (state === 'rejected') return { ...part, because: 'rejected', after: state }
    return ask(attempt, caller, popups)
  }

  return ({ entry, caller, api, scopesOf }) => {
    const [scope] = scopesOf({})
    if (scope === undefined) throw new Error(`No scope guards ${api}.`)
    const attempt: Attempt = { entry, scope, purpose: app.purposes[scope] }
    return () => withoutPopup(attempt, ledger.look(scope)) ?? oneAtATime(turns, () => ask(attempt, caller))
  }
}

/** `undefined` if the user has to be asked. */
function withoutPopup(attempt: Attempt, { state, replies }: Entry): Consent | undefined {
  const { scope } = attempt
  const verdict = decide(state, attempt)
  switch (verdict.kind) {
    case 'proceed':
      return { because: 'allowed', scope, before: state, after: state, popup: null, popups: none, replies }
    case 'refuse':
      return { because: verdict.why, scope, before: state, after: state, popup: null, popups: none }
    case 'ask':
      return undefined
  }
}
