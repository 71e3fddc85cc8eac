import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import { WxauthError } from '../../faults.ts'
import { type Answer, answers } from '../../machine/state.ts'
import type { ScriptedAnswer } from '../../prompt/popup/scripted-prompter.ts'
import { checkedAnswer } from '../../session/checks.ts'
import { checkedPair, checkedPopup } from './checked-words.ts'
import type { Flags } from './flags.ts'

/** The answers in the flags, checked before the command runs. */
export interface PopupPlan {
  readonly general?: Answer
  readonly perScope: Readonly<Partial<Record<ScopeName | 'privacy', Answer>>>
}

/** @throws WxauthError ERR_CONFLICTING_FLAGS, ERR_BAD_PAIR, ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER */
export function popupPlan(catalogue: Catalogue, flags: Flags): PopupPlan {
  const general = generalAnswer(flags)
  const perScope: Partial<Record<ScopeName | 'privacy', Answer>> = {}
  for (const pair of flags.answer ?? []) {
    const [name, word] = checkedPair(pair, 'answer')
    const of = checkedPopup(catalogue, name)
    const answer = checkedAnswer(word)
    const earlier = perScope[of] ?? answer
    if (earlier !== answer) throw contradiction(`--answer ${of}=${earlier}`, `--answer ${of}=${answer}`)
    perScope[of] = answer
  }
  return general === undefined ? { perScope } : { general, perScope }
}

/** @throws WxauthError ERR_CONFLICTING_FLAGS */
export function generalAnswer(flags: Flags): Answer | undefined {
  const [general, other] = answers.filter(answer => flags[answer])
  if (other !== undefined) throw contradiction(`--${general}`, `--${other}`)
  return general
}

export const isEmpty = ({ general, perScope }: PopupPlan) =>
  general === undefined && Object.keys(perScope).length === 0

/** The flag that answers the popup of that scope, or the privacy sheet, as typed. */
export function flagFor(scope: ScopeName | 'privacy', { general, perScope }: PopupPlan): string | undefined {
  const answer = perScope[scope]
  if (answer !== undefined) return flagOf({ of: scope, answer })
  return general === undefined ? undefined : flagOf({ of: 'general', answer: general })
}

/** All answers of the plan. */
export function answersIn({ general, perScope }: PopupPlan): readonly ScriptedAnswer[] {
  return [
    ...(general === undefined ? [] : [{ of: 'general', answer: general } as const]),
    ...(Object.entries(perScope) as [ScopeName | 'privacy', Answer][]).map(([of, answer]) => ({
      of,
      answer,
    })),
  ]
}

/** The flag of a scripted answer, as typed. */
export function flagOf({ of, answer }: ScriptedAnswer): string {
  return of === 'general' ? `--${answer}` : `--answer ${of}=${answer}`
}

function contradiction(one: string, other: string): WxauthError {
  return new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [one, other] })
}
