import type { PopupQuestion } from '../../emulator/ports.ts'
import type { Clock, Place } from '../ports.ts'

export interface Modal {
  readonly title: string
  readonly content: string
  readonly confirmText: string
  readonly cancelText: string
  readonly showCancel: boolean
}

export type ModalAnswer = 'confirm' | 'cancel'
/** The place of the item, from 0. */
export type SheetAnswer = number | 'cancel'
export type PickAnswer = 'ok' | 'cancel'

type Maybe<T> = T | Promise<T>

/** Answers everything that the program shows, popups and the settings page excepted. */
export interface UserAnswers {
  readonly modal: (modal: Modal) => Maybe<ModalAnswer>
  readonly sheet: (items: readonly string[]) => Maybe<SheetAnswer>
  /** @param api the API, or the element, that lets the user choose: `chooseImage`, `picker` */
  readonly pick: (api: string) => Maybe<PickAnswer>
}

/** A user who confirms modals, takes the first item of sheets and always picks something. */
export const agreeableUser: UserAnswers = { modal: () => 'confirm', sheet: () => 0, pick: () => 'ok' }

/** What opens for the user to decide. */
export type Opening = { readonly at: Place | undefined } & (
  | { readonly kind: 'popup'; readonly question: PopupQuestion }
  | { readonly kind: 'modal'; readonly modal: Modal }
  | { readonly kind: 'sheet'; readonly items: readonly string[] }
  | { readonly kind: 'picker'; readonly api: string }
  | { readonly kind: 'settings' }
)

/** Lets the user decide: when the program has nothing else to do, and time stands still meanwhile. */
export type AskUser = <T>(opening: Opening, work: () => Maybe<T>) => Promise<T>

/** @param opens sees what opens; it is answered in the same order */
export function askUserAt({ whenIdle, hold }: Clock, opens: (opening: Opening) => void = () => {}): AskUser {
  return (opening, work) =>
    new Promise((resolve, reject) => {
      opens(opening)
      whenIdle(() => {
        const release = hold()
        const answer = async () => work()
        answer().then(resolve, reject).finally(release)
      })
    })
}
