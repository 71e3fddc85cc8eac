import type {
  Answered,
  PopupQuestion,
  Prompter,
  SettingsPage,
  SettingsVisitor,
  Unanswered,
} from '../../../emulator/ports.ts'
import type { Answer } from '../../../machine/state.ts'
import type { ModalAnswer, PickAnswer, SheetAnswer, UserAnswers } from '../../../pages/host/user.ts'
import { scriptedVisitor } from '../../../prompt/settings/scripted-visitor.ts'
import type { Asked, Order, RunEnd, UnusedAnswer } from '../conversation.ts'
import { type Turns, turnsOf } from '../in-turn.ts'
import type { MainThread } from './main-thread.ts'

/** Who answers in a run: the flags, else the person at the terminal, else nobody. */
export interface RunUser {
  readonly prompter: Prompter
  readonly visitor: SettingsVisitor
  readonly answers: UserAnswers
  /** The user does the next thing: from now on the same popup may appear again as often. */
  readonly stepBegins: () => void
  readonly unused: () => readonly UnusedAnswer[]
}

/** The same popup so often, without anything that the user did, never ends. */
const mostTimes = 10

/** @param end ends the run: what it interrupts never goes on */
export function runUser(
  { answers, hasPerson, isInteractive }: Pick<Order, 'answers' | 'hasPerson' | 'isInteractive'>,
  thread: MainThread,
  end: (how: RunEnd) => void,
): RunUser {
  const perScope = new Map(
    Object.entries(answers.perScope).map(([scope, list]) => [scope, turnsOf(list)] as const),
  )
  const general = answers.general === undefined ? undefined : turnsOf([answers.general])
  const modal = answers.modal && turnsOf(answers.modal)
  const sheet = answers.sheet && turnsOf(answers.sheet)
  const pick = answers.pick && turnsOf(answers.pick)
  const asked = new Map<string, number>()
  let isVisited = false
  let beyond: UnusedAnswer | undefined

  const never = <T>(how: RunEnd) => {
    end(how)
    return new Promise<T>(() => undefined)
  }

  async function ask(question: PopupQuestion): Promise<Answered | Unanswered> {
    const { caller } = question
    const scope = question.scope ?? 'privacy'
    const times = (asked.get(scope) ?? 0) + 1
    asked.set(scope, times)
    if (times >= mostTimes) return never({ kind: 'asked-again', scope, caller, times })
    const turns: Turns<Answer> | undefined = perScope.get(scope) ?? general
    if (turns !== undefined) return { answer: turns.next() }
    return hasPerson ? askPerson(question) : never({ kind: 'unanswered', scope, caller, why: undefined })
  }

  async function askPerson(question: PopupQuestion): Promise<Answered | Unanswered> {
    const id = thread.nextId()
    thread.say({ type: 'ask', id, asked: { kind: 'popup', question } })
    const { answer } = await thread.wait(['answer'], id)
    return {
      answer: answer as Answer,
      async finish(result) {
        const closed = thread.wait(['closed'], id)
        thread.say({ type: 'finish', id, result })
        await closed
      },
    }
  }

  /** The person at the terminal answers what no flag does; without one, the user does what is usual. */
  async function choose<T>(turns: Turns<T> | undefined, usual: T, question: () => Asked): Promise<T> {
    if (turns !== undefined) return turns.next()
    if (!isInteractive) return usual
    const id = thread.nextId()
    thread.say({ type: 'ask', id, asked: question() })
    return (await thread.wait(['answer'], id)).answer as T
  }

  async function visit(page: SettingsPage) {
    isVisited = true
    if (answers.settings === undefined && hasPerson) return visitByPerson(page)
    const shown = new Set<string>(page.switches().map(({ scope }) => scope))
    const moves = Object.entries(answers.settings ?? {}).map(([scope, on]) => ({ scope, on }))
    // A switch that is not there yet may be there the next time.
    return scriptedVisitor(
      moves.filter(({ scope }) => shown.has(scope)) as Parameters<typeof scriptedVisitor>[0],
    ).visit(page)
  }

  async function visitByPerson(page: SettingsPage) {
    const id = thread.nextId()
    thread.say({ type: 'ask', id, asked: { kind: 'settings', app: page.app, switches: page.switches() } })
    for (;;) {
      const message = await thread.wait(['flip', 'closed'], id)
      if (message.type === 'closed') return { missing: [] }
      const outcome = await page.flip(message.scope, message.on)
      thread.say({ type: 'flipped', id, flipped: { outcome, switches: page.switches() } })
    }
  }

  return {
    prompter: { ask },
    visitor: { visit },
    answers: {
      modal: shown => choose<ModalAnswer>(modal, 'confirm', () => ({ kind: 'modal', modal: shown })),
      async sheet(items) {
        const item = await choose<SheetAnswer>(sheet, 0, () => ({ kind: 'sheet', items }))
        if (item !== 'cancel' && item >= items.length) beyond ??= { of: 'item', item, items: items.length }
        return item
      },
      pick: api => choose<PickAnswer>(pick, 'ok', () => ({ kind: 'pick', api })),
    },
    stepBegins: () => asked.clear(),
    unused: () => [
      ...(general === undefined || general.isUsed() ? [] : [{ of: 'general' } as const]),
      ...[...perScope].filter(([, turns]) => !turns.isUsed()).map(([of]) => ({ of }) as UnusedAnswer),
      ...(
        [
          ['modal', modal],
          ['sheet', sheet],
          ['pick', pick],
        ] as const
      ).flatMap(([of, turns]) => (turns === undefined || turns.isUsed() ? [] : [{ of }])),
      ...(beyond === undefined ? [] : [beyond]),
      ...(answers.settings === undefined || isVisited ? [] : [{ of: 'settings' } as const]),
    ],
  }
}
