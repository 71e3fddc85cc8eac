import type { Answer } from '../machine/state.ts'
import type { LayerParts } from './layers.ts'
import type { Answered, Caller, MiniProgram, PrivacyQuestion, Unanswered } from './ports.ts'

/**
 * Asks for the agreement to the privacy guideline, and records it. A refusal is not recorded.
 * @returns `answer` is `undefined` if the sheet did not appear, because it was refused a moment ago
 */
export type Sheet = (caller: Caller) => Promise<{ readonly answer: Answer | undefined } | Unanswered>

/** As WeChat names it. Official: the sample of `wx.getPrivacySetting`. */
export const contractOf = ({ name }: Pick<MiniProgram, 'name'>) => `《${name}隐私保护指引》`

export function privacySheet(parts: LayerParts): Sheet {
  const { app, ledger, prompter, privacyAsker, sheetPause, now, observe } = parts
  const { appid, name } = app
  let refusedAt: number | undefined

  // Official: WeChat's own sheet does not appear again within ten seconds after a refusal.
  const isPaused = () => refusedAt !== undefined && now().getTime() - refusedAt < sheetPause

  async function record({ answer, finish }: Answered, isOwn: boolean): Promise<void> {
    try {
      if (answer === 'accept') {
        const agreed = { scopes: [], layers: [{ layer: 'privacy', state: 'agreed' }] } as const
        await ledger.recordAll(agreed, isOwn ? 'button' : 'popup')
      }
    } catch (error) {
      await finish?.('failed')
      throw error
    }
    await finish?.('recorded')
  }

  return async caller => {
    const own = privacyAsker()
    if (own === undefined && isPaused()) return { answer: undefined }
    const question: PrivacyQuestion = {
      kind: 'privacy',
      app: { appid, name },
      scope: null,
      contract: contractOf(app),
      caller,
    }
    observe({ type: 'asked', question })
    const response = await (own ?? prompter).ask(question)
    if ('unanswered' in response) {
      observe({ type: 'unanswered', caller, scope: undefined, kind: 'privacy', why: response.unanswered })
      return response
    }
    const { answer } = response
    observe({ type: 'answered', question, answer })
    if (answer === 'reject' && own === undefined) refusedAt = now().getTime()
    await record(response, own !== undefined)
    return { answer }
  }
}
