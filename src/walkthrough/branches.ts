import type { Prompter, SettingsVisitor } from '../emulator/ports.ts'
import { emptyProfile } from '../machine/profile.ts'
import { type Answer, answers } from '../machine/state.ts'
import type { Way } from './lead.ts'
import { isPlayed, playStep } from './play.ts'
import type { WalkthroughStep } from './step.ts'
import { beginning, type Position, type Tour } from './tour.ts'

/** One way through a walkthrough: what a user does who always answers so, and then moves the switch. */
export interface Branch {
  readonly answer: Answer
  readonly steps: readonly WalkthroughStep[]
}

/** Every way through, each from the beginning. Asks nobody, and is the same at each run. */
export async function everyBranch(tour: Tour): Promise<readonly Branch[]> {
  const branches = answers.map(async answer => {
    const { steps } = await walk(tour, beginning(tour, emptyProfile), { ask: async () => ({ answer }) })
    return { answer, steps }
  })
  return Promise.all(branches)
}

/** Plays to the end; the prompter answers, and the switch of the scope is moved. */
export async function walk(tour: Tour, start: Position, prompter: Prompter): Promise<Way> {
  const hands = { prompter, visitor: switchOf(tour) }
  const steps: WalkthroughStep[] = []
  let position: Position | undefined = start
  while (position !== undefined) {
    const played = await playStep(tour, position, hands)
    if (!isPlayed(played)) return { steps, notPlayed: played }
    steps.push(played.step)
    position = played.next
  }
  return { steps, notPlayed: undefined }
}

/** Moves the switch of the scope to its other side. */
function switchOf({ scope }: Tour): SettingsVisitor {
  return {
    async visit(page) {
      const one = page.switches().find(one => one.scope === scope)
      if (one === undefined) return { missing: [scope] }
      await page.flip(scope, !one.on)
      return { missing: [] }
    },
  }
}
