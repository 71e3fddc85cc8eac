import type { UserAnswers } from '../host/user.ts'
import type { Chooser, LaunchOptions } from './types.ts'

interface Queue<Shown, Answer> {
  /** Of the next time only. */
  readonly add: (answer: Chooser<Shown, Answer>) => void
  readonly answer: (shown: Shown) => Answer | Promise<Answer>
}

/** @param standing holds when nothing is queued */
function queueOf<Shown, Answer>(standing: Chooser<Shown, Answer>): Queue<Shown, Answer> {
  const queued: Chooser<Shown, Answer>[] = []
  return {
    add: answer => void queued.push(answer),
    answer(shown) {
      const chooser = queued.shift() ?? standing
      return typeof chooser === 'function'
        ? (chooser as (shown: Shown) => Answer | Promise<Answer>)(shown)
        : chooser
    },
  }
}

/** How the user of a test answers what is no popup of a scope. */
export function choosersOf({ modal = 'confirm', sheet = 0, pick = 'ok' }: LaunchOptions) {
  const queues = { modal: queueOf(modal), sheet: queueOf(sheet), pick: queueOf(pick) }
  const user: UserAnswers = {
    modal: queues.modal.answer,
    sheet: queues.sheet.answer,
    pick: queues.pick.answer,
  }
  return { ...queues, user }
}
