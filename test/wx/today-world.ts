import { demoMiniProgram } from '../../src/project/declared.ts'
import { createWxAuth } from '../../src/wx/create.ts'
import type { AppDeclaration, WxAuthOptions, WxAuthToday } from '../../src/wx/types/index.ts'

export type TodayWorld = WxAuthToday & { readonly uncaught: unknown[] }

/** `wx` and `auth` of today's edition, with a list of the errors that would be thrown as uncaught. */
export function today(options: WxAuthOptions = {}): TodayWorld {
  const uncaught: unknown[] = []
  const { wx, auth } = createWxAuth({
    onUncaught: error => uncaught.push(error),
    ...options,
    edition: 'today',
  })
  return { wx, auth, uncaught }
}

/** An app.json that declares everything but the fuzzy location, changed by these fields. */
export function appJson(fields: AppDeclaration = {}): AppDeclaration {
  const { requiredPrivateInfos, requiredBackgroundModes } = demoMiniProgram.declares
  const permission = { 'scope.userLocation': { desc: 'To show shops' } }
  return { permission, requiredPrivateInfos, requiredBackgroundModes, ...fields }
}

/** Exact locations and the fuzzy one: WeChat's tools would not compile it. */
export const bothLocations = appJson({ requiredPrivateInfos: ['getLocation', 'getFuzzyLocation'] })
export const onlyFuzzy = appJson({ requiredPrivateInfos: ['getFuzzyLocation'] })

type Calls = Readonly<Record<string, (option?: object) => Promise<object> | undefined>>

/** Calls the API with callbacks, as every edition and API can be called. @returns what `complete` receives */
export function resultOf({ wx, auth }: TodayWorld, api: string, params: object = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let result: unknown
    ;(wx as unknown as Calls)[api]?.({
      ...params,
      complete: (completed: object) => {
        result = completed
      },
    })
    auth.idle().then(() => resolve(result), reject)
  })
}

/** The popups of the last call: `scope.camera accept`, `privacy reject`. */
export function lastPopups({ auth }: Pick<TodayWorld, 'auth'>): readonly string[] {
  const outcome = auth.events.findLast(event => event.type === 'settled')
  const popups = outcome?.type === 'settled' ? outcome.outcome.popups : []
  return popups.map(({ scope, answer }) => `${scope ?? 'privacy'} ${answer}`)
}
