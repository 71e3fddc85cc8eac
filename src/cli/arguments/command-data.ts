import type { FlagName } from './flags.ts'

/** What parsing, help and completion need of a command. */
export interface CommandData {
  /** `call`; for a sub-command `profile list`. */
  readonly name: string
  /** In commander's notation: `<api> [params]`. */
  readonly arguments: readonly string[]
  readonly flags: readonly FlagName[]
  readonly examples: readonly string[]
  /** Help does not list it, because only completion scripts call it. */
  readonly isHidden?: true
}
