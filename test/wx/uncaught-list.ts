import { createWxAuth } from '../../src/wx/create.ts'
import type { WxAuth, WxAuthOptions } from '../../src/wx/types/index.ts'

/** A `wx` whose uncaught errors are kept for the test to look at. */
export function watched(options: WxAuthOptions = {}): WxAuth & { readonly uncaught: unknown[] } {
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
  throw new Error('It did not reject')
}
