import type { Choice, Happening, Observation, Place, Stack } from '../ports.ts'

/** One step of a way, as reports tell it. No text of ours is in it. */
export type Step =
  | { readonly kind: 'opened'; readonly page: string }
  | {
      readonly kind: 'tapped'
      readonly handler: string
      readonly text: string
      /** Of an element without a text: nothing else names it. */
      readonly tag?: string
      readonly how?: 'press' | 'type' | 'move'
      readonly at?: string
    }
  | {
      readonly kind: 'popup' | 'consent'
      readonly scope: string
      readonly answer: string
      readonly at?: string
    }
  | {
      readonly kind: 'modal'
      readonly title: string
      readonly content: string
      readonly answer: string
      readonly at?: string
    }
  | {
      readonly kind: 'sheet'
      readonly items: readonly string[]
      readonly answer: string
      readonly at?: string
    }
  | { readonly kind: 'picker'; readonly api: string; readonly answer: string; readonly at?: string }
  | { readonly kind: 'settings'; readonly answer: string; readonly at?: string }
  | { readonly kind: 'toast'; readonly title: string; readonly at?: string }
  | { readonly kind: 'navigated'; readonly page: string; readonly at?: string }

/** What the user does and sees, up to an event. The program may go elsewhere before the page that is opened is there. */
export function stepsTo(observation: Observation, until: number): readonly Step[] {
  if (until < 0) return []
  const { path, events } = observation
  const others = events.slice(0, until + 1).flatMap(event => stepOf(event, observation) ?? [])
  return [{ kind: 'opened', page: path.unit.page }, ...others]
}

function stepOf(event: Happening, { choices }: Observation): Step | undefined {
  switch (event.kind) {
    case 'tapped': {
      const { handler, text, tag, at, how } = event
      return {
        kind: 'tapped',
        handler,
        text,
        ...(tag === undefined || text !== '' ? {} : { tag }),
        ...(how === undefined ? {} : { how }),
        ...(at === null ? {} : { at: atPlace(at) }),
      }
    }
    case 'asked': {
      const choice = choices[event.choice]
      return choice === undefined ? undefined : { ...shown(choice), ...at(choice.stack) }
    }
    case 'toast':
      // One without a text shows nothing to a reader.
      return event.title === '' ? undefined : { kind: 'toast', title: event.title, ...at(event.stack) }
    case 'navigated':
      return { kind: 'navigated', page: event.page, ...at(event.stack) }
    default:
      return undefined
  }
}

function shown(choice: Choice): Step {
  const { answer } = choice
  switch (choice.kind) {
    case 'popup':
    case 'consent':
      return { kind: choice.kind, scope: choice.scope, answer }
    case 'modal':
      return { kind: 'modal', title: choice.title, content: choice.content, answer }
    case 'sheet':
      return { kind: 'sheet', items: choice.items, answer }
    case 'picker':
      return { kind: 'picker', api: choice.api, answer }
    case 'settings':
      return { kind: 'settings', answer }
  }
}

export const atPlace = ({ file, line, column }: Place) => `${file}:${line}:${column}`

function at([own]: Stack): { readonly at?: string } {
  return own === undefined ? {} : { at: atPlace(own) }
}
