import type { RunTexts } from '../../messages/texts.ts'
import type { Phase, Place, ProgramError } from '../../pages/ports.ts'
import type { RunEvent } from './conversation.ts'
import type { FinishedRun } from './supervise.ts'

/** The run with an error of the program for an end that the program caused. Pure. */
export function withEndAsError(run: FinishedRun, texts: RunTexts): FinishedRun {
  const error = errorOf(run, texts)
  if (error === undefined) return run
  const event: RunEvent = { kind: 'error', error, at: error.place }
  return { ...run, errors: [...run.errors, error], events: [...run.events, event] }
}

function errorOf({ end, events }: FinishedRun, texts: RunTexts): ProgramError | undefined {
  const phase = phaseOf(events)
  switch (end.kind) {
    case 'endless-loop':
      return { ...errorAt(end.place), kind: 'endless-loop', message: texts.endlessLoop, phase }
    case 'out-of-memory':
      return { ...errorAt(undefined), kind: 'endless-loop', message: texts.outOfMemory, phase }
    case 'asked-again': {
      const message = texts.askedAgain(end.caller, end.scope, end.times)
      return { ...errorAt(lastCall(events, end.caller)), kind: 'asked-again', message, phase }
    }
    default:
      return undefined
  }
}

const errorAt = (place: Place | undefined) => ({ place, through: place === undefined ? [] : [place] })

function phaseOf(events: readonly RunEvent[]): Phase {
  if (events.some(({ kind }) => kind === 'tapped' || kind === 'input')) return 'tap'
  return events.some(({ kind }) => kind === 'opened') ? 'open' : 'launch'
}

function lastCall(events: readonly RunEvent[], caller: string): Place | undefined {
  return events.findLast(event => event.kind === 'called' && event.api === caller)?.at
}
