import type { FaultFacts, FaultKind, WxauthError } from '../../faults.ts'

/** The README has the same table. */
export const exitCodes = {
  success: 0,
  negative: 1,
  wrongUse: 2,
  unanswered: 3,
  profileUnusable: 4,
  defect: 70,
  hangup: 129,
  interrupted: 130,
  terminated: 143,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Each signal has its own code: see below. */
export const exitCodesByKind: Readonly<Record<Exclude<FaultKind, 'signal'>, ExitCode>> = {
  'wrong-use': exitCodes.wrongUse,
  negative: exitCodes.negative,
  unanswered: exitCodes.unanswered,
  profile: exitCodes.profileUnusable,
  defect: exitCodes.defect,
}

const exitCodesBySignal = {
  SIGHUP: exitCodes.hangup,
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
} as const

export function exitCodeOf({ kind, facts }: WxauthError): ExitCode {
  if (kind !== 'signal') return exitCodesByKind[kind]
  return exitCodesBySignal[(facts as FaultFacts['ERR_INTERRUPTED']).signal]
}
