import type { ScopeName } from '../catalogue/names.ts'
import type { Answered, PopupQuestion, SettingsPage } from '../emulator/ports.ts'
import type { Decision, Path } from '../explore/path.ts'
import type { Answer } from '../machine/state.ts'
import type { Modal, ModalAnswer, PickAnswer, SheetAnswer } from '../pages/host/user.ts'
import type { ChoiceDraft } from './log.ts'

/** Answers that hold for a whole exploration: used in turn, the last one stays. There is no other choice then. */
export interface FixedAnswers {
  readonly perScope: Readonly<Partial<Record<ScopeName | 'privacy', readonly Answer[]>>>
  readonly modal?: readonly ModalAnswer[] | undefined
  readonly sheet?: readonly SheetAnswer[] | undefined
  readonly pick?: readonly PickAnswer[] | undefined
}

interface Switch {
  readonly scope: ScopeName
  readonly on: boolean
}

interface Parts {
  readonly path: Path
  readonly fixed: FixedAnswers
  /** The scopes that the program has to do with: it cannot tell the switches of others apart. */
  readonly scopes: ReadonlySet<string>
  /** What opened first, and is still open. */
  readonly next: () => ChoiceDraft | undefined
  /** All that there is to know about where the program stands. */
  readonly state: () => string
  readonly decided: (choice: ChoiceDraft) => void
  /** Whether this is asked too often: what asks then is never answered. */
  readonly isEnough: (choice: ChoiceDraft) => boolean
  /** Ends the path. */
  readonly enough: () => void
}

/** The user of one path: the path's decisions answer one choice after the other, then the first options. */
export interface PathUser {
  readonly decisions: () => readonly Decision[]
  readonly popup: (question: PopupQuestion) => Promise<Answered>
  readonly settings: (page: SettingsPage) => Promise<{ readonly missing: readonly ScopeName[] }>
  readonly modal: (modal: Modal) => Promise<ModalAnswer>
  readonly sheet: (items: readonly string[]) => Promise<SheetAnswer>
  readonly pick: () => Promise<PickAnswer>
}

const popupAnswers = ['accept', 'reject', 'dismiss'] as const

export function pathUser({ path, fixed, scopes, next, state, decided, isEnough, enough }: Parts): PathUser {
  const decisions: Decision[] = []
  const used = new Map<string, number>()

  /** The standing answer to the next question of its kind. */
  function standing<T>(kind: string, list: readonly T[] | undefined): readonly T[] | undefined {
    if (list === undefined || list.length === 0) return undefined
    const at = used.get(kind) ?? 0
    used.set(kind, at + 1)
    return list.slice(Math.min(at, list.length - 1)).slice(0, 1)
  }

  async function decide(options: readonly string[], switches?: readonly Switch[]): Promise<string> {
    const choice = next()
    if (choice === undefined) throw new Error('Nothing is open that could be answered.')
    if (isEnough(choice)) {
      enough()
      return new Promise(() => {})
    }
    const { kind } = choice
    const wanted = path.decisions[decisions.length]
    const isFit = wanted?.kind === kind && options.includes(wanted.answer)
    if (switches !== undefined) Object.assign(choice, { switches })
    choice.options = options
    choice.state = state()
    choice.answer = isFit ? wanted.answer : (options[0] ?? '')
    decisions.push({ kind, answer: choice.answer })
    decided(choice)
    return choice.answer
  }

  return {
    decisions: () => decisions,
    async popup({ scope }) {
      // No choice: what a scope guards asks for the guideline in the same popup, and no rule judges what no scope guards.
      // `--answer privacy=reject` plays somebody who refuses it.
      if (scope === null) return { answer: fixed.perScope.privacy?.[0] ?? 'accept' }
      const options = standing(`popup ${scope}`, fixed.perScope[scope]) ?? popupAnswers
      return { answer: (await decide(options)) as Answer }
    },
    async settings(page) {
      const switches = page.switches().map(({ scope, on }) => ({ scope, on }))
      const known = switches.filter(({ scope }) => scopes.has(scope))
      const moves = known.map(({ scope, on }) => `${on ? 'off' : 'on'} ${scope}`)
      const [to, scope] = (await decide(['leave', ...moves], switches)).split(' ')
      if (scope !== undefined) await page.flip(scope as ScopeName, to === 'on')
      return { missing: [] }
    },
    async modal({ showCancel }) {
      const usual: readonly ModalAnswer[] = showCancel ? ['confirm', 'cancel'] : ['confirm']
      return (await decide(standing('modal', fixed.modal) ?? usual)) as ModalAnswer
    },
    async sheet(items) {
      const all = [...items.keys()].map(String)
      // As the host does: beyond the last item is the last item.
      const item = (answer: SheetAnswer) =>
        answer === 'cancel' ? answer : Math.min(answer, items.length - 1)
      const given = standing('sheet', fixed.sheet)?.map(answer => String(item(answer)))
      const options = given ?? [...all, 'cancel']
      const answer = await decide(options)
      return answer === 'cancel' ? answer : Number(answer)
    },
    async pick() {
      const given = standing('picker', fixed.pick)?.map(answer => (answer === 'ok' ? 'pick' : answer))
      return (await decide(given ?? ['pick', 'cancel'])) === 'cancel' ? 'cancel' : 'ok'
    },
  }
}
