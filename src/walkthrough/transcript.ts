import type { WalkthroughStep } from './step.ts'
import { moreLines, type StepLayout, type StepTexts, stepLines } from './step-lines.ts'

/** All steps as text, as the terminal shows them, each with its longer explanation. Pure. */
export function transcript(steps: readonly WalkthroughStep[], texts: StepTexts, layout: StepLayout): string {
  return steps
    .map((step, index) =>
      [...stepLines(step, index + 1, texts, layout), ...moreLines(step, texts, layout)].join('\n'),
    )
    .join('\n\n\n')
}
