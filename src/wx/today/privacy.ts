import { shortName } from '../../catalogue/catalogue.ts'
import type { Emulator } from '../../emulator/emulator.ts'
import type { LayerApis } from '../../emulator/layers.ts'
import type { Answered, PrivacyAsker, PrivacyQuestion, Unanswered } from '../../emulator/ports.ts'
import type { CallbackResult, WxToday } from '../types/index.ts'
import type { TodayParts } from './parts.ts'

type Listener = Parameters<WxToday['onNeedPrivacyAuthorization']>[0]
type Resolution = Parameters<Parameters<Listener>[0]>[0]

/** The page's own privacy sheet, and the button on it. */
export interface PageSheet {
  /** `undefined` until the page listens: then WeChat's own sheet appears. */
  readonly asker: () => PrivacyAsker | undefined
  /** "Only the last listener counts": official, the API's page. */
  readonly onNeedPrivacyAuthorization: WxToday['onNeedPrivacyAuthorization']
  /** The user taps `<button open-type="agreePrivacyAuthorization"/>`. */
  readonly tap: () => Promise<CallbackResult>
}

export function pageSheet(parts: TodayParts): PageSheet {
  const { lazyEmulator, callbacksOrPromise, later, report } = parts
  let listener: Listener | undefined
  /** The last tap, which may not be recorded yet. */
  let tapping: Promise<unknown> | undefined

  function isAgreed(): boolean {
    const layers = lazyEmulator.look(emulator => emulator.layerStates())
    return layers.some(([layer, state]) => layer === 'privacy' && state === 'agreed')
  }

  // Official: `resolve({ event: 'agree' })` counts only after a tap on the button, which is what records the agreement.
  async function answerOf({ event }: Resolution): Promise<Answered> {
    const isTapped = event === 'agree' && (isAgreed() || (await tapping?.then(isAgreed)))
    return { answer: isTapped ? 'accept' : 'reject' }
  }

  function ask(listener: Listener, { caller }: PrivacyQuestion): Promise<Answered | Unanswered> {
    return new Promise((settle, fail) => {
      function resolve(resolution: Resolution): void {
        // That the sheet is on the screen is only reported to WeChat.
        const event = resolution?.event
        if (event === 'agree' || event === 'disagree') answerOf(resolution).then(settle, fail)
      }
      later(() => {
        try {
          listener(resolve, { referrer: shortName(caller) })
        } catch (error) {
          report(error)
          settle({ unanswered: 'no-answer' })
        }
      })
    })
  }

  return {
    asker() {
      const current = listener
      return current && { ask: question => ask(current, question) }
    },
    onNeedPrivacyAuthorization(added) {
      if (typeof added === 'function') listener = added
    },
    tap: () =>
      callbacksOrPromise.work(async () => {
        const tapped = lazyEmulator.use(emulator => layerApisOf(emulator).agreeToPrivacy())
        tapping = Promise.resolve(tapped).catch(() => undefined)
        const { result } = await tapped
        return result as CallbackResult
      }),
  }
}

export function layerApisOf({ layerApis }: Emulator): LayerApis {
  if (layerApis === undefined) throw new Error("The guide's edition has no layers.")
  return layerApis
}
