import type { Texts } from '../../messages/texts.ts'
import type { CommonFlagName, FlagName } from './flags.ts'

/** What parsing, help and completion need of a command. */
export interface CommandData {
  /** `call`; for a sub-command `profile list`. */
  readonly name: string
  /** Another name, such as `profile ls`. */
  readonly alias?: string
  /** In commander's notation: `<api> [params]`. */
  readonly arguments: readonly string[]
  readonly flags: readonly FlagName[]
  /** Flags of every other command. */
  readonly without?: readonly CommonFlagName[]
  /** The texts of flags that mean something else for this command. */
  readonly flagTexts?: 'runFlags' | 'exploreFlags'
  readonly examples: readonly string[]
  /** What its help lists. */
  readonly lists?: 'apis' | 'scopes'
  /** Help does not list it, because only completion scripts call it. */
  readonly isHidden?: true
}

/** `scope=state` of `<scope=state...>`. */
export const argumentName = (term: string) => term.replace(/[<>[\].]/g, '')

/** What help and completion say of each flag. */
export const flagWords = (
  row: CommandData | undefined,
  cli: Texts['cli'],
): Readonly<Record<FlagName, string>> =>
  row?.flagTexts === undefined ? cli.flags : { ...cli.flags, ...cli[row.flagTexts] }
