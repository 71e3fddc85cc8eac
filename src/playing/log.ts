import type { Call, Choice, Happening, Loading, Observation, Stack, Trouble } from '../explore/ports.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

/** A call while it is under way: its events are not numbered yet. */
export type CallDraft = Mutable<Omit<Call, 'called' | 'settled'>>

/** What opened for the user; `answer` is empty until they decide. */
export type ChoiceDraft = DistributiveOmit<Choice, 'options' | 'answer' | 'state' | 'event' | 'call'> & {
  options: readonly string[]
  answer: string
  state: string
  readonly call: CallDraft | undefined
}

type TroubleDraft = DistributiveOmit<Trouble, 'event' | 'call'> & {
  readonly call: CallDraft | undefined
}

type Entry =
  | Extract<Happening, { kind: 'opened' | 'tapped' | 'toast' | 'loading' | 'navigated' | 'changed' | 'lost' }>
  | { readonly kind: 'called' | 'settled'; readonly of: CallDraft }
  | { readonly kind: 'asked' | 'answered'; readonly of: ChoiceDraft }
  | { readonly kind: 'trouble'; readonly of: TroubleDraft }

type Read = Observation['reads'][number]
type View = Observation['views'][number]
type Parts = Pick<Observation, 'choices' | 'events' | 'calls' | 'views' | 'troubles' | 'loading' | 'reads'>

/** What happens on a path, in its order. Numbers are given at the end: what nobody answered any more is left out. */
export interface PathLog {
  readonly calls: readonly CallDraft[]
  readonly choices: readonly ChoiceDraft[]
  readonly troubles: readonly TroubleDraft[]
  readonly shown: () => readonly Stack[]
  readonly loading: (of: Loading['of'], on: boolean, stack: Stack) => void
  readonly add: (entry: Entry) => void
  /** It was no trouble: somebody has caught it after all. */
  readonly takeBack: (trouble: TroubleDraft) => void
  readonly read: (read: Omit<Read, 'event'>) => void
  readonly view: (view: Omit<View, 'event'>) => void
  readonly finish: () => Parts
}

export function createLog(): PathLog {
  const entries: Entry[] = []
  const calls: CallDraft[] = []
  const choices: ChoiceDraft[] = []
  const troubles: TroubleDraft[] = []
  const takenBack = new Set<TroubleDraft>()
  const reads: (Omit<Read, 'event'> & { readonly after: number })[] = []
  const views: (Omit<View, 'event'> & { readonly after: number })[] = []
  const shown = new Map<Loading['of'], { readonly stack: Stack; readonly at: number }>()

  function finish(): Parts {
    const met = choices.filter(({ answer }) => answer !== '')
    const real = troubles.filter(trouble => !takenBack.has(trouble))
    const kept = entries.filter(
      entry =>
        (entry.kind !== 'asked' || entry.of.answer !== '') &&
        (entry.kind !== 'trouble' || !takenBack.has(entry.of)),
    )
    const numbers = new Map(kept.map((entry, at) => [entry, at]))
    const numberOf = (kind: Entry['kind'], of: unknown) =>
      kept.findIndex(entry => entry.kind === kind && 'of' in entry && entry.of === of)
    const callOf = (call: CallDraft | undefined) => (call === undefined ? null : calls.indexOf(call))
    // The event at a place of the whole list, or the last one before it.
    const before = (at: number): number => {
      const entry = entries[at]
      if (entry === undefined) return -1
      return numbers.get(entry) ?? before(at - 1)
    }
    return {
      events: kept.map((entry): Happening => {
        switch (entry.kind) {
          case 'called':
          case 'settled':
            return { kind: entry.kind, call: calls.indexOf(entry.of) }
          case 'asked':
          case 'answered':
            return { kind: entry.kind, choice: met.indexOf(entry.of) }
          case 'trouble':
            return { kind: entry.kind, trouble: real.indexOf(entry.of) }
          default:
            return entry
        }
      }),
      calls: calls.map(call => {
        const settled = numberOf('settled', call)
        return { ...call, called: numberOf('called', call), settled: settled === -1 ? null : settled }
      }),
      choices: met.map(choice => {
        const { call, ...rest } = choice
        const event = numberOf('asked', choice)
        return { ...rest, event, ...(call === undefined ? {} : { call: calls.indexOf(call) }) } as Choice
      }),
      troubles: real.map(
        trouble =>
          ({ ...trouble, event: numberOf('trouble', trouble), call: callOf(trouble.call) }) as Trouble,
      ),
      loading: [...shown].map(([of, { stack, at }]) => ({ of, stack, event: before(at) })),
      reads: reads.map(({ after, ...read }) => ({ ...read, event: before(after) })),
      views: views.map(({ after, ...view }) => ({ ...view, event: before(after) })),
    }
  }

  return {
    calls,
    choices,
    troubles,
    shown: () => [...shown.values()].map(({ stack }) => stack),
    loading(of, on, stack) {
      entries.push({ kind: 'loading', on, stack })
      if (on) shown.set(of, { stack, at: entries.length - 1 })
      else shown.delete(of)
    },
    add(entry) {
      if (entry.kind === 'called') calls.push(entry.of)
      if (entry.kind === 'asked') choices.push(entry.of)
      if (entry.kind === 'trouble') troubles.push(entry.of)
      entries.push(entry)
    },
    takeBack: trouble => void takenBack.add(trouble),
    read: read => reads.push({ ...read, after: entries.length - 1 }),
    view: view => views.push({ ...view, after: entries.length - 1 }),
    finish,
  }
}
