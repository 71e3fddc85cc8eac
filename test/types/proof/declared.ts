import { createWxAuth, type FaultCode, type FaultFacts, WxauthError } from 'wxauth'
import { type App, launch } from 'wxauth/miniprogram'
import { install } from 'wxauth/simulate'

/**
 * What a library on top of wxauth exports without writing a type: the compiler must be able to name each in the
 * declarations that it makes of this file.
 */
export const user = createWxAuth({ answers: ({ scope }) => (scope === 'scope.camera' ? 'accept' : 'reject') })
export const { wx, auth } = user
export const { events, answer, unused, unanswered, states } = auth
export const lastEvent = events[events.length - 1]
export const outcomes = events.flatMap(event => (event.type === 'settled' ? [event.outcome] : []))
export const reasons = outcomes.map(({ because, result, unanswered: why }) => ({ because, result, why }))
export const deciders = events.flatMap(event => (event.type === 'recorded' ? [event.by] : []))
export const camera = wx.createCameraContext()
export const recorder = wx.getRecorderManager()
export const setting = wx.getSetting()
export const place = wx.getLocation({ type: 'gcj02' })
export const detail = auth.tap('getUserInfo')

export const factsOf = <C extends FaultCode>(error: WxauthError<C>) => error.facts
export const everyFact = (facts: FaultFacts) => ({ ...facts })
export const jsonProblem = (error: WxauthError<'ERR_BAD_JSON'>) => error.facts.problem
export const pageProblem = (error: WxauthError<'ERR_PAGE'>) => error.facts.problem
export const holder = (error: WxauthError<'ERR_PROFILE_LOCKED'>) => error.facts.holder
export const near = (error: WxauthError<'ERR_UNKNOWN_SCOPE'>) => error.facts
export const why = (error: WxauthError<'ERR_UNANSWERED'>) => error.facts.why
export class OwnError extends WxauthError<'ERR_PROFILE_UNWRITABLE'> {}

export const installation = { ...user, simulate: { load: () => 'id', render: () => undefined } }
export const installed = () => install(installation)
export const parameters = (...given: Parameters<typeof install>) => given

export const launched = (project: string) =>
  launch({ project, modal: ({ title }) => (title === '' ? 'cancel' : 'confirm') })
export const opened = (app: App) => app.open('pages/near/index', { id: 1 })
export const found = async (app: App) => (await opened(app)).findAll('.near')
export const heard = ({ events, errors, notices, auth: { states } }: App) => ({
  events,
  errors,
  notices,
  states,
})
export const programError = (error: WxauthError<'ERR_PROGRAM'>) => error.facts.error.place
