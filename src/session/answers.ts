import type { ScopeName } from '../catalogue/names.ts'
import type { Prompter, Question, SettingsVisitor, Unanswered } from '../emulator/ports.ts'
import { scriptedVisitor } from '../prompt/settings/scripted-visitor.ts'
import { checkedAnswer, checkedChanges, checkedScope } from '../wx/arguments.ts'
import type { Answerer, SettingChanges, UnusedAnswer, WxAuthOptions } from '../wx/types/index.ts'

const page = 'wx.openSetting'
const nobody: Unanswered = { unanswered: 'no-answer' }

/** What the user will do when asked: queued, each for one popup or page, or standing. */
export interface Answers extends Prompter, SettingsVisitor {
  /** @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER */
  queue(of: UnusedAnswer['of'], answer: Answerer | SettingChanges): void
  unused(): readonly UnusedAnswer[]
  discard(): readonly UnusedAnswer[]
}

/** @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER */
export function answersOf(standing: NonNullable<WxAuthOptions['answers']>): Answers {
  let queued: readonly UnusedAnswer[] = []
  const byScope = new Map<ScopeName, Answerer>()
  const general = isOne(standing) ? checkedAnswer(standing) : undefined

  /** The first that fits; it is used with that. */
  function take(fits: (of: UnusedAnswer['of']) => boolean): UnusedAnswer['answer'] | undefined {
    const found = queued.find(({ of }) => fits(of))
    queued = queued.filter(answer => answer !== found)
    return found?.answer
  }

  function answererFor({ scope }: Question): Answerer | undefined {
    const taken = take(of => of === scope) ?? take(of => of === null)
    return (taken as Answerer | undefined) ?? byScope.get(scope) ?? general
  }

  function queue(of: UnusedAnswer['of'], answer: Answerer | SettingChanges): void {
    if (of === page) checkedChanges(answer as SettingChanges)
    else checkedAnswer(answer as Answerer)
    queued = [...queued, { of: of === null || of === page ? of : checkedScope(of), answer }]
  }

  if (isList(standing)) for (const one of standing) queue(null, one)
  else if (!isOne(standing)) {
    for (const [name, answer] of Object.entries(standing)) {
      const scope = checkedScope(name)
      if (isList(answer)) for (const one of answer) queue(scope, one)
      else if (answer !== undefined) byScope.set(scope, checkedAnswer(answer))
    }
  }

  return {
    queue,
    unused: () => [...queued],
    discard() {
      const unused = queued
      queued = []
      return unused
    },
    async ask(question) {
      const answerer = answererFor(question)
      const answer = typeof answerer === 'function' ? await answerer(question) : answerer
      return answer === undefined ? nobody : checkedAnswer(answer)
    },
    async visit(settings) {
      const changes = take(of => of === page) as SettingChanges | undefined
      return changes === undefined ? nobody : visitorWith(changes).visit(settings)
    },
  }
}

/** Moves these switches; when one of them is not on the page, none. @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_BAD_ARGUMENT */
export function visitorWith(changes: SettingChanges): SettingsVisitor {
  const moves = Object.entries(checkedChanges(changes)) as [ScopeName, boolean | undefined][]
  return scriptedVisitor(moves.flatMap(([scope, on]) => (on === undefined ? [] : [{ scope, on }])))
}

function isList(answers: unknown): answers is readonly Answerer[] {
  return Array.isArray(answers)
}

/** All but a record of scopes. */
function isOne(answers: NonNullable<WxAuthOptions['answers']>): answers is Answerer {
  return typeof answers !== 'object'
}
