import { createWxAuth } from '../../src/wx/create.ts'
import type { WxAuth, WxAuthOptions } from '../../src/wx/types/index.ts'

/** `wx` and `auth`, with a list of the errors that would be thrown as uncaught. */
export function createWorld(options: WxAuthOptions = {}): WxAuth & { readonly uncaught: unknown[] } {
  const uncaught: unknown[] = []
  return { ...createWxAuth({ onUncaught: error => uncaught.push(error), ...options }), uncaught }
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (reason) {
    return reason
  }
  throw new Error('The promise did not reject')
}
