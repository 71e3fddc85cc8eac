import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import { type Attempt, decide, type Refusal } from '../machine/decide.ts'
import type { UnansweredWhy } from '../machine/outcome.ts'
import type { Answer, ScopeState } from '../machine/state.ts'
import type { Observe } from './events.ts'
import type { Entry, Ledger } from './ledger.ts'
import { oneAtATime, type Turns } from './one-at-a-time.ts'
import type { Answered, Prompter, Question } from './ports.ts'

/** Whether an attempt may go on, and what happened to its scope on the way. */
export type Consent = {
  readonly scope: ScopeName
  readonly before: ScopeState
  readonly after: ScopeState
  readonly popup: Answer | 'unanswered' | null
} & (
  | {
      readonly because: 'allowed'
      /** The replies in the profile at the moment of the decision. */
      readonly replies: Entry['replies']
    }
  | { readonly because: Refusal | 'rejected-now' | 'dismissed' }
  | { readonly because: 'unanswered'; readonly why: UnansweredWhy }
)

interface Ports {
  /** The Mini Program that the popup names. */
  readonly app: Question['app']
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly prompter: Prompter
  readonly observe: Observe
  readonly turns: Turns
}

/** Answers at once if the profile decides, else after a popup. */
export type AskForConsent = (attempt: Attempt, caller: Question['caller']) => Consent | Promise<Consent>

/** The guide's "When such an API is called": asks if the state does not decide, one popup at a time. */
export function askForConsent(ports: Ports): AskForConsent {
  const { app, catalogue, ledger, prompter, observe, turns } = ports

  async function ask(attempt: Attempt, caller: Question['caller']): Promise<Consent> {
    const { scope, purpose } = attempt
    const entry = ledger.look(scope)
    // While this call waited for its turn, an earlier popup may have decided the same scope.
    const consent = withoutPopup(attempt, entry)
    if (consent !== undefined) return consent

    const { description } = catalogue.rowOf(scope)
    const before = entry.state
    const question: Question = { app, caller, scope, description, purpose, state: before }
    observe({ type: 'asked', question })
    const response = await prompter.ask(question)
    if ('unanswered' in response) {
      const why = response.unanswered
      observe({ type: 'unanswered', caller, scope, why })
      return { because: 'unanswered', scope, before, after: before, popup: 'unanswered', why }
    }

    const { answer } = response
    observe({ type: 'answered', question, answer })
    const by = attempt.entry === 'button' ? 'button' : 'popup'
    const { state, replies } = await record(question, response, by)
    const part = { scope, before, popup: answer }
    if (state === before) {
      if (answer === 'accept') return { ...part, because: 'allowed', after: 'accepted', replies }
      if (answer === 'reject') return { ...part, because: 'rejected-now', after: 'rejected' }
      return { ...part, because: 'dismissed', after: before }
    }
    // Another process decided while the popup was open, so the answer was to a question about an older state.
    observe({ type: 'dropped', scope, answer, shown: before, found: state })
    if (state === 'accepted') return { ...part, because: 'allowed', after: state, replies }
    if (state === 'rejected') return { ...part, because: 'rejected', after: state }
    return ask(attempt, caller)
  }

  /** Records the answer, then lets the popup show the result. */
  async function record(
    { scope, state }: Question,
    { answer, finish }: Answered,
    by: 'button' | 'popup',
  ): Promise<Entry> {
    let entry: Entry
    try {
      // Closing the popup decides nothing, so nothing is written and no file is created.
      entry =
        answer === 'dismiss'
          ? ledger.look(scope)
          : await ledger.record(scope, state, { type: 'answered', answer }, by)
    } catch (error) {
      await finish?.('failed')
      throw error
    }
    await finish?.(entry.state === state ? 'recorded' : 'dropped')
    return entry
  }

  return (attempt, caller) =>
    withoutPopup(attempt, ledger.look(attempt.scope)) ?? oneAtATime(turns, () => ask(attempt, caller))
}

/** `undefined` if the user has to be asked. */
function withoutPopup(attempt: Attempt, { state, replies }: Entry): Consent | undefined {
  const { scope } = attempt
  const verdict = decide(state, attempt)
  switch (verdict.kind) {
    case 'proceed':
      return { because: 'allowed', scope, before: state, after: state, popup: null, replies }
    case 'refuse':
      return { because: verdict.why, scope, before: state, after: state, popup: null }
    case 'ask':
      return undefined
  }
}
