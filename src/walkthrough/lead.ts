import type { Unanswered } from '../emulator/ports.ts'
import { guideSays } from '../guide/sentences.ts'
import { type Answer, answers } from '../machine/state.ts'
import type { MenuChoice, MenuItem } from '../prompt/menu/state.ts'
import { type Hands, isPlayed, type NotPlayed, playStep } from './play.ts'
import type { WalkthroughStep } from './step.ts'
import {
  afterLines,
  headLines,
  moreLines,
  ruleOf,
  type StepLayout,
  type StepTexts,
  sentenceLines,
  userLines,
} from './step-lines.ts'
import { type Position, stateAt, type Tour } from './tour.ts'
import { headOf } from './words.ts'

/** The person who is led, and what is shown to them. */
export interface Person extends Hands {
  say(lines: readonly string[]): void
  /** Lets the person choose by a key. */
  choose(items: readonly MenuItem[]): Promise<MenuChoice | Unanswered>
  readonly texts: StepTexts
  readonly layout: StepLayout
}

/** The way that the person went, step by step; and why it ended early, if nobody was there any more. */
export interface Way {
  readonly steps: readonly WalkthroughStep[]
  readonly notPlayed: NotPlayed | undefined
}

/** A position with the number of its step. */
interface Point {
  readonly position: Position
  readonly number: number
}

type Choice = 'next' | 'back' | 'more' | 'leave'

/** Leads a person from step to step. Who goes back answers again, from the profile of that point. */
export async function lead(tour: Tour, start: Position, person: Person): Promise<Way> {
  const { say } = person
  const steps: WalkthroughStep[] = []
  const trail: Point[] = []
  const answered = new Set<Answer>()
  let firstQuestion: Point | undefined
  let point: Point = { position: start, number: 1 }

  for (;;) {
    const { position, number } = point
    if (position.id === 'ask') firstQuestion ??= { position: { ...start, id: 'ask' }, number }
    say(beforeLines(tour, point, person))
    const played = await playStep(tour, position, person)
    if (!isPlayed(played)) return { steps, notPlayed: played }
    const { step } = played
    steps.push(step)
    const answer = step.user.popup?.answer
    if (answer !== undefined && step.id !== 'tap-again') answered.add(answer)
    say(resultLines(step, person))

    const other = answers.find(answer => !answered.has(answer))
    const next = played.next ?? (other === undefined ? undefined : firstQuestion?.position)
    if (played.next === undefined) say(endLines(other, person))
    const choice = await chosen(step, person, {
      canGoOn: next !== undefined,
      isEnd: played.next === undefined,
      canGoBack: trail.length > 0,
    })
    if (typeof choice !== 'string') return { steps, notPlayed: { caller: tour.api, why: choice.unanswered } }
    if (choice === 'leave') return { steps, notPlayed: undefined }
    if (choice === 'back') {
      point = trail.pop() ?? point
      // This step and the one that is played again.
      steps.splice(-2)
      continue
    }
    trail.push(point)
    if (next === undefined) return { steps, notPlayed: undefined }
    point =
      played.next === undefined
        ? { position: next, number: firstQuestion?.number ?? 1 }
        : { position: next, number: number + 1 }
  }
}

/** What is said before the step is played: for a popup, the person has to know who they are. */
function beforeLines(tour: Tour, { position, number }: Point, { texts, layout }: Person): readonly string[] {
  const { title, guide } = headOf(tour, position.id, stateAt(tour, position))
  const { before } = texts.walkthrough
  const description = tour.texts.scopeName(tour.scope, tour.catalogue.rowOf(tour.scope).description)
  const head = headLines({ title, guide: tour.texts.guide(guide, guideSays(guide)) }, number, texts, layout)
  const lines = [ruleOf(layout), '', ...head]
  switch (position.id) {
    case 'ask':
    case 'ask-again':
    case 'tap-again':
      return [...lines, ...sentenceLines(before.popup, layout), '']
    case 'open-settings':
      return [...lines, ...sentenceLines(before.switchOn(description), layout), '']
    case 'settings-by-hand':
      return [...lines, ...sentenceLines(before.switchOff(description), layout), '']
    default:
      return lines
  }
}

function resultLines(step: WalkthroughStep, { texts, layout }: Person): readonly string[] {
  return [...userLines(step.user, texts, layout), ...afterLines(step, texts, layout), '']
}

function endLines(other: Answer | undefined, { texts, layout }: Person): readonly string[] {
  const { offers, allSeen } = texts.walkthrough
  return [...sentenceLines(other === undefined ? allSeen : offers[other], layout), '']
}

interface Possible {
  readonly canGoOn: boolean
  readonly isEnd: boolean
  readonly canGoBack: boolean
}

/** Asks what to do next; says more as often as the person wants. */
async function chosen(
  step: WalkthroughStep,
  { say, choose, texts, layout }: Person,
  { canGoOn, isEnd, canGoBack }: Possible,
): Promise<Choice | Unanswered> {
  const { bar } = texts.walkthrough
  let hasMore = true
  for (;;) {
    const next = { choice: 'next', key: 'n', label: isEnd ? bar.other : bar.next } as const
    const leave = { choice: 'leave', key: 'q', label: bar.leave } as const
    const items = [
      // Enter chooses the first: to go on, or at the very end to leave.
      canGoOn ? next : leave,
      ...(canGoBack ? [{ choice: 'back', key: 'b', label: bar.back } as const] : []),
      ...(hasMore ? [{ choice: 'more', key: 'm', label: bar.more } as const] : []),
      ...(canGoOn ? [leave] : []),
    ]
    const index = await choose(items.map(({ key, label }) => ({ key, label })))
    if (typeof index === 'object') return index
    const choice = index === 'leave' ? index : (items[index]?.choice ?? 'leave')
    if (choice !== 'more') return choice
    say([...moreLines(step, texts, layout), ''])
    hasMore = false
  }
}
