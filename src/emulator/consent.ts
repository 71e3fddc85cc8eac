import { descriptionOf } from '../catalogue/look-ups.ts'
import type { ScopeName } from '../catalogue/scopes.ts'
import { type Attempt, decide, type Refusal } from '../machine/decide.ts'
import type { UnansweredWhy } from '../machine/outcome.ts'
import type { Answer, ScopeState } from '../machine/state.ts'
import type { Observe } from './events.ts'
import type { Ledger, View } from './ledger.ts'
import type { Queue } from './one-at-a-time.ts'
import type { Prompter, Question } from './ports.ts'

/** Whether an attempt may go on, and what happened to its scope on the way. */
export interface Consent {
  readonly because: 'allowed' | Refusal | 'rejected-now' | 'dismissed' | 'unanswered'
  readonly scope: ScopeName
  readonly before: ScopeState
  readonly after: ScopeState
  readonly popup: Answer | 'unanswered' | null
  readonly unanswered?: UnansweredWhy
}

interface Ports {
  /** Who asks, for the popup to say so. */
  readonly app: Question['app']
  readonly ledger: Ledger
  readonly prompter: Prompter
  readonly observe: Observe
  readonly queue: Queue
}

/** Asks for one attempt, as often as it is made: answers at once where the state decides, else waits for a popup. */
export type Passage = () => Consent | Promise<Consent>

/** The guide's "When such an API is called": asks where the state does not decide, one popup at a time. */
export function consentDesk({ app, ledger, prompter, observe, queue }: Ports) {
  function withoutPopup(attempt: Attempt, state: ScopeState): Consent | undefined {
    const verdict = decide(state, attempt)
    if (verdict.kind === 'ask') return undefined
    const because = verdict.kind === 'proceed' ? 'allowed' : verdict.why
    return { because, scope: attempt.scope, before: state, after: state, popup: null }
  }

  async function ask(attempt: Attempt, caller: Question['caller']): Promise<Consent> {
    const { scope, purpose } = attempt
    const before = ledger.state(scope)
    // While this one waited for its turn, an earlier popup may have decided the same scope.
    const decided = withoutPopup(attempt, before)
    if (decided !== undefined) return decided
    const question: Question = {
      app,
      caller,
      scope,
      description: descriptionOf(scope),
      purpose,
      state: before,
    }
    observe({ type: 'asked', question })
    const by = attempt.entry === 'button' ? 'button' : 'popup'
    let found: ScopeState | undefined
    const settle = async (given: Answer) => {
      if (found === undefined) observe({ type: 'answered', question, answer: given })
      // Closing the popup decides nothing, so there is nothing to write, nor to create.
      found ??=
        given === 'dismiss'
          ? ledger.state(scope)
          : await ledger.record(scope, before, { type: 'answered', answer: given }, by)
      return found === before
    }
    const answer = await prompter.ask(question, settle)
    if (typeof answer === 'object') {
      observe({ type: 'unanswered', caller, scope, why: answer.unanswered })
      return { because: 'unanswered', scope, before, after: before, popup: 'unanswered', ...answer }
    }
    await settle(answer)
    if (found !== undefined && found !== before) return dropped(attempt, caller, { answer, before, found })
    if (answer === 'dismiss') return { because: 'dismissed', scope, before, after: before, popup: answer }
    return answer === 'accept'
      ? { because: 'allowed', scope, before, after: 'accepted', popup: answer }
      : { because: 'rejected-now', scope, before, after: 'rejected', popup: answer }
  }

  /** Somebody else decided while the popup was open: what the person answered was asked of another state. */
  function dropped(
    attempt: Attempt,
    caller: Question['caller'],
    { answer, before, found }: { answer: Answer; before: ScopeState; found: ScopeState },
  ): Consent | Promise<Consent> {
    const { scope } = attempt
    observe({ type: 'dropped', scope, answer, shown: before, found })
    if (found === 'accepted') return { because: 'allowed', scope, before, after: found, popup: answer }
    if (found === 'rejected') return { because: 'rejected', scope, before, after: found, popup: answer }
    return ask(attempt, caller)
  }

  return (attempt: Attempt, caller: Question['caller']): Passage => {
    let seen: View | undefined
    let decided: Consent | undefined
    const inTurn = () => ask(attempt, caller)
    return () => {
      // A decision is pure: while the profile says the same, so does it.
      const now = ledger.look()
      if (now !== seen) {
        decided = withoutPopup(attempt, now.states.get(attempt.scope) ?? 'undecided')
        seen = now
      }
      return decided ?? queue(inTurn)
    }
  }
}
