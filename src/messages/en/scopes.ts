import type { ScopeName } from '../../catalogue/names.ts'

/** What people read about a scope. English takes the description of the edition, which is the guide's. */
export const scopes = {
  /** In a list, and beside a switch. */
  name: (_scope: ScopeName, description: string) => description,
  /** In a popup: what the Mini Program applies for. */
  request: (_scope: ScopeName, description: string) => description,
  /** Why the demo Mini Program wants the location. */
  demoPurpose: (declared: string) => declared,
} as const
