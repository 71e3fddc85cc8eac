import type { ExploreTexts } from '../messages/texts.ts'
import type { Decision, Path } from './path.ts'
import type { Observation } from './ports.ts'

/** Where a program no longer does what a token says. `at` counts choices from 1. */
export type Difference =
  | { readonly kind: 'not-opened'; readonly page: string }
  | { readonly kind: 'not-shown'; readonly handler: string }
  | {
      readonly kind: 'other-choice'
      readonly at: number
      readonly expected: Decision
      readonly met: Decision
    }
  | {
      readonly kind: 'other-options'
      readonly at: number
      readonly answer: string
      readonly options: readonly string[]
    }
  | { readonly kind: 'no-choice'; readonly at: number; readonly expected: Decision }

/** The first step at which a path went another way than the one that was asked for; `undefined` if it went that way. */
export function differenceFrom(
  wanted: Path,
  { path, choices, events, ended }: Observation,
): Difference | undefined {
  if (ended === 'not-opened') return { kind: 'not-opened', page: wanted.unit.page }
  for (const [index, expected] of wanted.decisions.entries()) {
    const at = index + 1
    const met = path.decisions[index]
    if (met === undefined) break
    if (met.kind !== expected.kind) return { kind: 'other-choice', at, expected, met }
    const options = choices[index]?.options ?? []
    if (met.answer !== expected.answer) return { kind: 'other-options', at, answer: expected.answer, options }
  }
  const tapped = events.filter(({ kind }) => kind === 'tapped').length
  const missing = wanted.unit.taps[tapped]
  if (missing !== undefined) return { kind: 'not-shown', handler: missing.handler }
  const expected = wanted.decisions[path.decisions.length]
  return expected === undefined ? undefined : { kind: 'no-choice', at: path.decisions.length + 1, expected }
}

export function differenceText(difference: Difference, { replay }: ExploreTexts): string {
  const { kinds } = replay
  switch (difference.kind) {
    case 'not-opened':
      return replay.notOpened(difference.page)
    case 'not-shown':
      return replay.notShown(difference.handler)
    case 'other-choice':
      return replay.otherChoice(difference.at, kinds[difference.expected.kind], kinds[difference.met.kind])
    case 'other-options':
      return replay.otherOptions(difference.at, difference.answer, difference.options.join(', '))
    case 'no-choice':
      return replay.noChoice(difference.at, kinds[difference.expected.kind])
  }
}
