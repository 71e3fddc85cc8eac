import { isPending } from '../../emulator/outcomes.ts'
import type { ProfileStore, Prompter } from '../../emulator/ports.ts'
import type { Clock } from '../ports.ts'

/** Keeps time in the program from moving on while something outside of it is under way. */
type Hold = Pick<Clock, 'hold'>

export async function held<T>(clock: Hold, work: Promise<T>): Promise<T> {
  const release = clock.hold()
  return work.finally(release)
}

/** A profile in a file takes a moment to change. */
export function heldStore(clock: Hold, store: ProfileStore): ProfileStore {
  return {
    read: store.read,
    update(change) {
      const result = store.update(change)
      return isPending(result) ? held(clock, result) : result
    },
  }
}

/** A popup at a terminal shows what became of the answer before it closes. */
export function heldFinish(clock: Hold, prompter: Prompter): Prompter {
  return {
    async ask(question) {
      const answered = await prompter.ask(question)
      if ('unanswered' in answered || answered.finish === undefined) return answered
      const { finish } = answered
      return { ...answered, finish: result => held(clock, finish(result)) }
    },
  }
}
