import type { Clock } from '../ports.ts'

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

/** Lets the user do something: when the program has nothing else to do, and time stands still meanwhile. */
export type AskUser = <T>(work: () => Maybe<T>) => Promise<T>

export function askUserAt({ whenIdle, hold }: Clock): AskUser {
  return work =>
    new Promise((resolve, reject) => {
      whenIdle(() => {
        const release = hold()
        const answer = async () => work()
        answer().then(resolve, reject).finally(release)
      })
    })
}
