import { answers } from '../../machine/state.ts'
import type { RunTexts } from '../../messages/texts.ts'
import type { Flags } from '../arguments/flags.ts'
import type { UnusedAnswer } from './conversation.ts'

/** A note for each flag whose answer nothing used. */
export function unusedNotes(unused: readonly UnusedAnswer[], flags: Flags, run: RunTexts): readonly string[] {
  return unused.map(answer => {
    const { of } = answer
    switch (of) {
      case 'item':
        return run.noItem(`--sheet ${flags.sheet?.[0] ?? ''}`, answer.item, answer.items)
      case 'general':
        return run.unused(`--${answers.find(answer => flags[answer]) ?? 'accept'}`, 'popup')
      case 'modal':
      case 'sheet':
      case 'pick':
        return run.unused(`--${of} ${flags[of]?.[0] ?? ''}`, of)
      case 'settings':
        return run.unused(flags.enable === undefined ? '--disable' : '--enable', of)
      default:
        return run.unused(`--answer ${flags.answer?.findLast(pair => pair.startsWith(of)) ?? of}`, 'popup')
    }
  })
}
