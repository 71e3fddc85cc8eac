import type { CustomReply, Params } from '../catalogue/api.ts'
import { shortName } from '../catalogue/catalogue.ts'
import { optionCheck } from '../catalogue/check-options.ts'
import type { EditionName } from '../catalogue/edition-names.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import { isFailure } from '../catalogue/wording.ts'
import { type CallCheck, outcomeOf } from '../machine/checks.ts'
import { guideChecks } from '../machine/guide-checks.ts'
import { type Profile, recordOf, replyIn, stateOf } from '../machine/profile.ts'
import type { EmulatorOptions } from './emulator.ts'

/** What a call would meet now. */
export interface Explanation {
  readonly edition: EditionName
  readonly api: GuardedApi
  /** `null` if it needs none with these params. */
  readonly scope: ScopeName | null
  /** In the platform's order. */
  readonly checks: readonly CallCheck[]
  readonly outcome: ReturnType<typeof outcomeOf>
}

type Options = Pick<EmulatorOptions, 'app' | 'catalogue' | 'layers' | 'store' | 'seal' | 'now' | 'replies'>

/** Takes the checks of a call without calling: it asks nobody and changes nothing. */
export async function explain(options: Options, api: GuardedApi, params: unknown): Promise<Explanation> {
  const { catalogue, store } = options
  const profile = store.read()
  const problem = optionCheck(catalogue.apiOf(api).options)(params)
  // As the call does not go on, what the options decide is taken from none.
  const usable = problem === undefined ? ((params ?? {}) as Params) : {}
  const checks = [
    parametersCheck(problem),
    ...between(options, profile, api, usable),
    await apiCheck(options, profile, api, usable),
  ]
  const [scope = null] = catalogue.scopesOf(api, usable)
  return { edition: catalogue.edition, api, scope, checks, outcome: outcomeOf(checks) }
}

function parametersCheck(problem: string | undefined): CallCheck {
  const check = { layer: 'parameters', of: null } as const
  return problem === undefined
    ? { ...check, verdict: 'passes', because: 'parameters-right', fix: null }
    : { ...check, verdict: 'fails', because: 'bad-parameters', fix: { kind: 'parameters', problem } }
}

function between({ app, catalogue, layers }: Options, profile: Profile, api: GuardedApi, params: Params) {
  if (layers !== undefined) {
    const use = { api, scopesOf: (params: Params) => catalogue.scopesOf(api, params) }
    return layers.checks({ catalogue, app, profile, use, params })
  }
  const scope = catalogue.scopeOf(api)
  const purpose = app.purposes[scope]
  return guideChecks(stateOf(profile, app.appid, scope), { entry: 'call', scope, purpose })
}

/** A person may have written a failure as the API's reply; and some params have no good answer. */
async function apiCheck(
  { app, catalogue, seal, now, replies }: Options,
  profile: Profile,
  api: GuardedApi,
  params: Params,
): Promise<CallCheck> {
  const record = recordOf(profile, app.appid)
  const custom: CustomReply | undefined = replies?.[api] ?? replyIn(record?.replies, [api, shortName(api)])
  const { appid } = app
  const answer = custom ?? (await catalogue.apiOf(api).reply(params, { appid, now, seal }))
  const fails = typeof answer === 'string' || isFailure(answer.errMsg)
  return fails
    ? { layer: 'api', of: null, verdict: 'fails', because: 'reply-failed', fix: { kind: 'reply', api } }
    : { layer: 'api', of: null, verdict: 'passes', because: 'answers', fix: null }
}
