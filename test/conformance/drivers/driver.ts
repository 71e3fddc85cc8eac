import type { GuardedApi } from '../../../src/catalogue/names.ts'
import type {
  Expected,
  Given,
  ListedScope,
  PopupContent,
  States,
  Upkeep,
  Use,
  User,
} from '../../../src/guide/sentence.ts'
import type { ApiResult } from '../../../src/machine/outcome.ts'

/** Runs steps of the guide's rows against the emulator, the command line or the library. */
export interface Driver {
  use(action: Use, user: User): Promise<Observation>
  upkeep(action: Upkeep): Promise<void>
  list(): Promise<readonly ListedScope[]>
  /** The states of all decided scopes; undecided ones may be left out. */
  states(): Promise<States>
  /** Removes every file that the driver created. */
  close(): void
}

/** Opens a driver for a Mini Program in that situation, with a new user. */
export type OpenDriver = (given: Given) => Promise<Driver>

/** The result of one use, as far as this driver can observe it. */
export interface Observation {
  readonly callback: Expected['callback']
  readonly result: ApiResult | null
  readonly popup: Expected['popup']
  /** The content of each popup; left out if the driver cannot read it. */
  readonly popups?: readonly PopupContent[]
  /** Left out if the driver cannot know it. */
  readonly scope?: Expected['scope'] | null
  readonly missing: NonNullable<Expected['missing']>
}

/** Options for the APIs that require some. */
export const samples: Readonly<Partial<Record<GuardedApi, object>>> = {
  'wx.saveImageToPhotosAlbum': { filePath: 'wxfile://tmp_page.jpg' },
  'wx.saveVideoToPhotosAlbum': { filePath: 'wxfile://tmp_page.mp4' },
}
