import type { DataKind, Unit } from '../path.ts'
import type { Observation } from '../ports.ts'
import { unitKey, unitsShown } from './units.ts'

/** Which units are the same whatever the user decided before: they are walked once, by the user who decided nothing. */
export interface SameForAll {
  /** @param leads whether what the path shows is walked, too */
  note(observation: Observation, leads: boolean): void
  /** A limit left out ways of a unit: who knows what they have to do with. */
  cut(unit: Unit, data: DataKind): void
  /** What a unit leads to, if all that was seen of it is the same for everybody. */
  unitsAfter(unit: Unit, data: DataKind): readonly Unit[] | undefined
}

interface Seen {
  readonly units: Unit[]
  isForAll: boolean
}

export function sameForAll(): SameForAll {
  const undecided = new Map<string, Seen>()
  const keyOf = (unit: Unit, data: DataKind) => `${data} ${unitKey(unit)}`

  function seenOf(unit: Unit, data: DataKind): Seen {
    const key = keyOf(unit, data)
    const known = undecided.get(key) ?? { units: [], isForAll: true }
    undecided.set(key, known)
    return known
  }

  return {
    note(observation, leads) {
      const { unit, data, start } = observation.path
      if (start !== 'undecided') return
      const seen = seenOf(unit, data)
      seen.isForAll &&= observation.ended === 'idle' && !asksWhatIsDecided(observation)
      if (!leads) return
      const known = new Set(seen.units.map(unitKey))
      seen.units.push(...unitsShown(observation).filter(one => !known.has(unitKey(one))))
    },
    cut(unit, data) {
      seenOf(unit, data).isForAll = false
    },
    unitsAfter(unit, data) {
      const seen = undecided.get(keyOf(unit, data))
      return seen?.isForAll ? seen.units : undefined
    },
  }
}

/** Whether a path has to do with scopes at all. Settings that the user opens show what was decided. */
function asksWhatIsDecided({ calls, reads, choices }: Observation): boolean {
  return calls.length > 0 || reads.length > 0 || choices.some(({ kind }) => kind === 'settings')
}
