import { type FaultCode, type FaultFacts, type PageProblem, WxauthError } from '../faults.ts'
import { faults } from '../messages/en/faults.ts'
import { worded } from '../messages/worded.ts'

/** A fault with its words. Test runners print only the message, so that it includes the hint. */
export function faultOf<C extends FaultCode>(
  code: C,
  facts: FaultFacts[C],
  options?: { readonly cause: unknown },
): WxauthError<C> {
  return worded(new WxauthError(code, facts, options), faults, { hinted: true })
}

/** The fault of a page that cannot be loaded: because of this problem, or of an error that came up while it was loaded. */
export function pageFault(page: string, reason: unknown): unknown {
  if (reason instanceof WxauthError) return reason
  if (isProblem(reason)) return faultOf('ERR_PAGE', { page, problem: reason })
  return faultOf('ERR_PAGE', { page, problem: problemOf(reason) }, { cause: reason })
}

const isProblem = (reason: unknown): reason is PageProblem =>
  typeof reason === 'object' && reason !== null && 'kind' in reason

function problemOf(error: unknown): PageProblem {
  const { code, message, stack } = Object(error) as Readonly<Record<'code' | 'message' | 'stack', unknown>>
  const text = String(error).split('\n', 1)[0] ?? ''
  if (esModuleCodes.includes(code) || esModuleWords.test(`${message}\n${stack}`))
    return { kind: 'es-module', text }
  // WeChat's compiler is a program; its message is in Chinese, and names the file.
  if (/\.wxml|[\\/]wcc/.test(text)) return { kind: 'wxml', text }
  if (/invalid componentPath/.test(text)) return { kind: 'no-json' }
  const request = /^Cannot find module '([^']+)'/.exec(String(message))?.[1]
  return request === undefined ? { kind: 'threw', text } : { kind: 'unresolved', request }
}

// Node loads some ES modules with `require`, and then does not find what they import without an extension.
const esModuleCodes: readonly unknown[] = [
  'ERR_MODULE_NOT_FOUND',
  'ERR_REQUIRE_ESM',
  'ERR_UNSUPPORTED_DIR_IMPORT',
]
const esModuleWords = /Cannot use import statement|Unexpected token 'export'|in ES module scope/
