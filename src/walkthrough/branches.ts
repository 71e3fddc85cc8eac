import type { Prompter, SettingsVisitor } from '../emulator/ports.ts'
import { emptyProfile, type Profile } from '../machine/profile.ts'
import { type Answer, answers } from '../machine/state.ts'
import { isPlayed, type NotPlayed, playStep } from './play.ts'
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
    const steps = await stepsOf(tour, emptyProfile, { ask: async () => ({ answer }) })
    if ('why' in steps) throw new Error('A script left a popup without an answer.')
    return { answer, steps }
  })
  return Promise.all(branches)
}

/** Plays from the beginning to the end; the prompter answers, and the switch of the scope is moved. */
async function stepsOf(
  tour: Tour,
  profile: Profile,
  prompter: Prompter,
): Promise<readonly WalkthroughStep[] | NotPlayed> {
  const hands = { prompter, visitor: switchOf(tour) }
  const steps: WalkthroughStep[] = []
  let position: Position | undefined = beginning(tour, profile)
  while (position !== undefined) {
    const played = await playStep(tour, position, hands)
    if (!isPlayed(played)) return played
    steps.push(played.step)
    position = played.next
  }
  return steps
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
