import type { FaultCode, WxauthError } from '../../faults.ts'

/** What a script learns from the exit code; the README's table is this one. */
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

const ofFault: Readonly<Record<Exclude<FaultCode, 'ERR_INTERRUPTED'>, ExitCode>> = {
  ERR_UNKNOWN_COMMAND: exitCodes.wrongUse,
  ERR_UNKNOWN_FLAG: exitCodes.wrongUse,
  ERR_FLAG_VALUE: exitCodes.wrongUse,
  ERR_MISSING_ARGUMENT: exitCodes.wrongUse,
  ERR_EXTRA_ARGUMENT: exitCodes.wrongUse,
  ERR_CONFLICTING_FLAGS: exitCodes.wrongUse,
  ERR_UNKNOWN_API: exitCodes.wrongUse,
  ERR_UNGUARDED_API: exitCodes.wrongUse,
  ERR_UNKNOWN_SCOPE: exitCodes.wrongUse,
  ERR_UNKNOWN_STATE: exitCodes.wrongUse,
  ERR_UNKNOWN_ANSWER: exitCodes.wrongUse,
  ERR_UNKNOWN_OPTION: exitCodes.wrongUse,
  ERR_BAD_ARGUMENT: exitCodes.wrongUse,
  ERR_UNKNOWN_EXPECTATION: exitCodes.wrongUse,
  ERR_UNKNOWN_OPEN_TYPE: exitCodes.wrongUse,
  ERR_UNKNOWN_SHELL: exitCodes.wrongUse,
  ERR_BAD_PAIR: exitCodes.wrongUse,
  ERR_BAD_JSON: exitCodes.wrongUse,
  ERR_UNREADABLE_FILE: exitCodes.wrongUse,
  ERR_PROFILE_NAME: exitCodes.wrongUse,
  ERR_UNKNOWN_PROFILE: exitCodes.wrongUse,
  ERR_PROJECT_MISSING: exitCodes.wrongUse,
  ERR_PROJECT_FILE: exitCodes.wrongUse,
  ERR_MISSING_SWITCH: exitCodes.negative,
  ERR_UNANSWERED: exitCodes.unanswered,
  ERR_PROFILE_CORRUPT: exitCodes.profileUnusable,
  ERR_PROFILE_VERSION: exitCodes.profileUnusable,
  ERR_PROFILE_VALUE: exitCodes.profileUnusable,
  ERR_PROFILE_LOCKED: exitCodes.profileUnusable,
  ERR_PROFILE_UNREADABLE: exitCodes.profileUnusable,
  ERR_PROFILE_UNWRITABLE: exitCodes.profileUnusable,
  ERR_OUTPUT: exitCodes.defect,
  ERR_INTERNAL: exitCodes.defect,
}

const ofSignal = {
  SIGHUP: exitCodes.hangup,
  SIGINT: exitCodes.interrupted,
  SIGTERM: exitCodes.terminated,
} as const

export function exitCodeOf(error: WxauthError): ExitCode {
  if (error.code !== 'ERR_INTERRUPTED') return ofFault[error.code]
  return ofSignal[(error as WxauthError<'ERR_INTERRUPTED'>).facts.signal]
}
