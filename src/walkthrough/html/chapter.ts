import { type Section, sectionOf } from '../../html/document.ts'
import type { Language } from '../../messages/language-names.ts'
import type { Branch } from '../branches.ts'
import type { WalkthroughStep } from '../step.ts'
import type { Tour } from '../tour.ts'
import { diagramFigure } from './diagram.ts'
import type { PageTexts } from './page-texts.ts'
import { type PlacedStep, stepSection } from './step-section.ts'
import { summaryTable } from './summary.ts'

/** Every way through the walkthrough of one scope. */
export interface Chapter {
  readonly tour: Pick<Tour, 'api' | 'scope' | 'use' | 'app' | 'catalogue'>
  readonly branches: readonly Branch[]
}

/** A part of a chapter with its heading: the steps that all ways begin with, or those of one way. */
interface Part {
  readonly anchor: string
  readonly heading: string
  readonly steps: readonly PlacedStep[]
}

/** `camera` of `scope.camera`. */
export const anchorOf = ({ tour }: Chapter): string => tour.scope.slice('scope.'.length)

/** The steps that all ways share are shown once, before the ways. */
export function partsOf(chapter: Chapter, { html }: PageTexts): readonly Part[] {
  const { branches } = chapter
  const anchor = anchorOf(chapter)
  const shared = branches[0]?.steps.findIndex(({ id }) => id === 'ask') ?? 0
  const beginning = {
    anchor: `${anchor}-beginning`,
    heading: html.beginning,
    steps: placed(branches[0]?.steps.slice(0, shared) ?? [], `${anchor}-beginning`, []),
  }
  const ways = branches.map(({ answer, steps }) => ({
    anchor: `${anchor}-${answer}`,
    heading: html.branches[answer],
    steps: placed(steps.slice(shared), `${anchor}-${answer}`, beginning.steps),
  }))
  return [beginning, ...ways]
}

/** @param earlier the steps before these on the way: code that they have is not shown again */
function placed(
  steps: readonly WalkthroughStep[],
  anchor: string,
  earlier: readonly PlacedStep[],
): readonly PlacedStep[] {
  const onTheWay = [...earlier]
  for (const step of steps) {
    const sameCode = onTheWay.find(one => JSON.stringify(one.step.code) === JSON.stringify(step.code))
    onTheWay.push({ step, anchor: `${anchor}-${step.id}`, number: onTheWay.length + 1, sameCode })
  }
  return onTheWay.slice(earlier.length)
}

/** Each answer of the user at a glance. */
export function summarySection(chapter: Chapter, level: 2 | 3, texts: PageTexts): Section {
  const anchor = `${anchorOf(chapter)}-summary`
  return sectionOf(anchor, level, texts.html.summary.heading, [summaryTable(chapter.branches, texts)])
}

export function statesSection(
  kind: 'common' | 'button',
  level: 2 | 3,
  language: Language,
  texts: PageTexts,
): Section {
  const { html } = texts
  const anchor = kind === 'common' ? 'states' : 'states-button'
  const heading = kind === 'common' ? html.states : html.statesOfButton
  return sectionOf(anchor, level, heading, [diagramFigure(kind, `${anchor}-drawing`, language, texts)])
}

/** @param level of the heading; steps are one level below */
export function partSection({ anchor, heading, steps }: Part, level: 2 | 3, texts: PageTexts): Section {
  const below = level === 2 ? 3 : 4
  const content = steps.map(step => stepSection(step, below, texts))
  return sectionOf(anchor, level, heading, content)
}
