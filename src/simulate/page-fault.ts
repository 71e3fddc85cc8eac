import { type FaultFacts, type PageProblem, WxauthError } from '../faults.ts'
import { hinted, libraryFaults } from '../messages/en/library-faults.ts'
import { worded } from '../messages/worded.ts'
import { hinted as hintedZhCN, faults as zhCN } from '../messages/zh-CN/faults.ts'

interface Origin {
  readonly cause?: unknown
  /** The function of ours that the test called: the stack begins at its caller. */
  readonly entry: object
  /** Of the message. */
  readonly language: string | undefined
}

type Code = keyof typeof libraryFaults

/** A fault with its words. Test runners print only the message, so that it includes the hint. */
export function faultOf<C extends Code>(code: C, facts: FaultFacts[C], origin: Origin): WxauthError {
  const { entry, language, ...options } = origin
  const fault: WxauthError<Code> = new WxauthError(code, facts, options)
  // The build loads Chinese when it is used here.
  if (language === 'zh-CN') worded(fault, zhCN, hintedZhCN)
  else worded(fault, libraryFaults, hinted)
  Error.captureStackTrace?.(fault, entry as () => void)
  return fault
}

/** The fault of a page that cannot be loaded: because of this problem, or of an error that came up while it was loaded. */
export function pageFault(page: string, reason: unknown, origin: Origin): unknown {
  if (reason instanceof WxauthError) return reason
  if (isProblem(reason)) return faultOf('ERR_PAGE', { page, problem: reason }, origin)
  return faultOf('ERR_PAGE', { page, problem: problemOf(reason) }, { ...origin, cause: reason })
}

const isProblem = (reason: unknown): reason is PageProblem =>
  typeof reason === 'object' && reason !== null && 'kind' in reason

function problemOf(error: unknown): PageProblem {
  const { code, message, stack } = Object(error) as Readonly<Record<'code' | 'message' | 'stack', unknown>>
  const text = (String(error).split('\n', 1)[0] ?? '').replace(/\.+$/, '')
  const whole = `${message}\n${stack}`
  if (esModuleCodes.includes(code) || esModuleWords.test(whole))
    return { kind: 'es-module', file: fileIn(whole) }
  const withoutJson = /^invalid componentPath: (.*)/.exec(String(message))?.[1]
  if (withoutJson !== undefined) return { kind: 'no-json', file: withoutJson }
  // WeChat's compiler is a program; its message is in Chinese, and names the file.
  if (/\.wxml|[\\/]wcc/.test(text)) return { kind: 'wxml', text: text.replace(/^.*：/, '') }
  const request = /^Cannot find module '([^']+)'/.exec(String(message))?.[1]
  return request === undefined ? { kind: 'threw', text } : { kind: 'unresolved', request }
}

// Node loads some ES modules with `require`, but does not find what they import without an extension.
const esModuleCodes: readonly unknown[] = [
  'ERR_MODULE_NOT_FOUND',
  'ERR_REQUIRE_ESM',
  'ERR_UNSUPPORTED_DIR_IMPORT',
]
const esModuleWords = /Cannot use import statement|Unexpected token 'export'|in ES module scope/

/** The file that an error names: the one with the import, or the one with the wrong syntax. */
function fileIn(words: string): string | undefined {
  return (
    /imported from (.+)/.exec(words)?.[1] ??
    /^\s*(?:at )?(?:file:\/\/)?([^\s].*\.[cm]?[jt]s):\d+/m.exec(words)?.[1]
  )
}
