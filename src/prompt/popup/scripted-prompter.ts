import type { ScopeName } from '../../catalogue/names.ts'
import type { Prompter } from '../../emulator/ports.ts'
import type { Answer } from '../../machine/state.ts'

export interface Script {
  /** Answers every popup that `perScope` has no answer for. */
  readonly general?: Answer
  readonly perScope?: Readonly<Partial<Record<ScopeName | 'privacy', Answer>>>
  /** Is asked where the script has no answer. */
  readonly otherwise: Prompter
}

/** An answer of a script: the general one, or the one for a scope or for the privacy sheet. */
export type ScriptedAnswer =
  | { readonly of: 'general'; readonly answer: Answer }
  | { readonly of: ScopeName | 'privacy'; readonly answer: Answer }

export interface ScriptedPrompter extends Prompter {
  /** The answers that no popup has used so far, the general one first. */
  unused(): readonly ScriptedAnswer[]
}

/** Answers popups with answers that were decided beforehand. */
export function scriptedPrompter({ general, perScope = {}, otherwise }: Script): ScriptedPrompter {
  const answers: readonly ScriptedAnswer[] = [
    ...(general === undefined ? [] : [{ of: 'general', answer: general } as const]),
    ...(Object.entries(perScope) as [ScopeName | 'privacy', Answer][]).map(([of, answer]) => ({
      of,
      answer,
    })),
  ]
  const used = new Set<ScriptedAnswer>()
  return {
    async ask(question) {
      const match =
        answers.find(({ of }) => of === (question.scope ?? 'privacy')) ??
        answers.find(({ of }) => of === 'general')
      if (match === undefined) return otherwise.ask(question)
      used.add(match)
      return { answer: match.answer }
    },
    unused: () => answers.filter(answer => !used.has(answer)),
  }
}
