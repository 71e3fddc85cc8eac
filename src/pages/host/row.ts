import type { CustomReply, Options, Params } from '../../catalogue/api.ts'
import type { EditionName } from '../../catalogue/edition-names.ts'
import type { ContextRealm, HostParts, Place } from '../ports.ts'
import type { Files } from './files.ts'
import type { Fixtures } from './fixtures.ts'
import type { Screen } from './screen.ts'
import type { Storage } from './storage.ts'
import type { AskUser, UserAnswers } from './user.ts'

/** What an API answers: a payload, or how it fails: `{ errMsg: 'fail cancel' }`, without the name. */
export type RowAnswer = CustomReply

/** What rows work with. Rows that belong together meet here: what one stores, the other finds. */
export interface RowHost extends Pick<HostParts, 'clock' | 'stack' | 'observe' | 'entry'> {
  readonly realm: ContextRealm
  readonly edition: EditionName
  readonly appid: string
  readonly storage: Storage
  /** What the device keeps that is no key of the program: its clipboard, its brightness. */
  readonly device: Map<string, unknown>
  readonly files: Files
  readonly screen: Screen
  readonly listeners: Listeners
  readonly fixtures: Fixtures
  /** Data of any shape, where nothing is known. */
  readonly guess: (() => unknown) | undefined
  readonly platform: 'devtools' | 'ios'
  /** Whether the first page counts as one that another page has opened: going back from it leaves it. */
  readonly isOpenedFromPage: boolean
  readonly user: UserAnswers
  readonly askUser: AskUser
  /** An object with a function for each row. */
  readonly objectOf: (rows: Rows, how?: ObjectOptions) => object
  /** The value as the program sees it. */
  readonly into: (value: unknown) => unknown
  /** Whether `wx.canIUse` answers true. */
  readonly canIUse: (schema: unknown) => boolean
}

/** How the functions of an object differ from those of `wx`. */
export interface ObjectOptions {
  /** Before the names in fixtures and `errMsg`: `cloud.` */
  readonly prefix?: string
  /** What fixtures with a pattern are matched with, if the options of the call name nothing. */
  readonly name?: string
  /** Without callbacks, nobody receives the result. */
  readonly promises?: false
}

/** The functions that `onX` was given, by the name of the event: `AppShow`. */
export interface Listeners {
  readonly add: (event: string, listener: unknown) => void
  /** Without a listener, all of them. */
  readonly remove: (event: string, listener: unknown) => void
  readonly emit: (event: string, detail: unknown) => void
}

/** A function that takes options with callbacks, or returns a promise. */
export interface AsyncRow {
  readonly answer: (params: Params, host: RowHost, at: Place | undefined) => RowAnswer | Promise<RowAnswer>
  /** Wrong options fail with a parameter error. */
  readonly options?: Options
  /** What it shows is an event of its own, so the call is none. */
  readonly quiet?: true
  /** Its name promises data, and it gives none. */
  readonly hollow?: true
  /** What the function returns instead of a promise: a task. */
  readonly task?: (host: RowHost) => object
  /** Gives a payload, that of a fixture included, the form that the platform gives it. */
  readonly finish?: (payload: RowAnswer) => RowAnswer
}

/** Any other function: its arguments as they are, what it returns, an object with functions perhaps. */
export interface PlainRow {
  readonly plain: (host: RowHost, ...args: readonly unknown[]) => unknown
}

/** One API. */
export type Row = AsyncRow | PlainRow

/** By name, without `wx.`. */
export type Rows = Readonly<Record<string, Row>>

/** A fixed answer. */
export const always = (answer: RowAnswer): AsyncRow => ({ answer: () => answer })

/** A function that does nothing. */
export const nothing: PlainRow = { plain: () => undefined }

export const nothings = (names: readonly string[]): Rows =>
  Object.fromEntries(names.map(name => [name, nothing]))

export const textOf = (value: unknown, other = ''): string => (typeof value === 'string' ? value : other)
export const numberOf = (value: unknown, other = 0): number => (typeof value === 'number' ? value : other)

/** A list of the host: the methods of the program's own lists may be the program's. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? Array.from(value) : [])

/** Calls what is a function, in a turn of its own. */
export function callLater(
  { clock }: Pick<RowHost, 'clock'>,
  callback: unknown,
  ...args: readonly unknown[]
): void {
  if (typeof callback === 'function') clock.later(() => callback(...args))
}
