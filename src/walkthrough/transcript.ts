import type { WalkthroughStep } from './step.ts'
import { moreLines, type StepLayout, type StepTexts, sentenceLines, stepLines } from './step-lines.ts'
import type { Tour } from './tour.ts'

/** A walkthrough as text, as the terminal shows it, each step with its longer explanation. Pure. */
export function transcript(
  tour: Tour,
  steps: readonly WalkthroughStep[],
  texts: StepTexts,
  layout: StepLayout,
): string {
  const parts = steps.map((step, index) => [
    ...stepLines(step, index + 1, texts, layout),
    ...moreLines(step, texts, layout),
  ])
  return [headingLines(tour, layout), ...parts].map(lines => lines.join('\n')).join('\n\n\n')
}

/** What the walkthrough is about. */
export function headingLines({ api, scope, texts }: Tour, layout: StepLayout): readonly string[] {
  return [
    ...sentenceLines(texts.heading(api, scope), layout).map(layout.palette.bold),
    ...sentenceLines(texts.copy, layout),
  ]
}
