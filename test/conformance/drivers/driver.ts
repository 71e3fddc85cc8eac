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

/** One door to the emulator, as the rows of the guide need it. */
export interface Driver {
  use(action: Use, user: User): Promise<Observed>
  upkeep(action: Upkeep): Promise<void>
  list(): Promise<readonly ListedScope[]>
  /** Decided scopes; others may be named as undecided. */
  states(): Promise<States>
  /** Leaves nothing behind. */
  close(): void
}

/** A Mini Program in that situation, with a user of its own. */
export type OpenDriver = (given: Given) => Promise<Driver>

/** What came of one use, as far as it shows at this door. */
export interface Observed {
  readonly callback: Expected['callback']
  readonly result: ApiResult | null
  readonly popup: Expected['popup']
  /** The popups shown, each with what it asked; left out where the door does not show their text to a test. */
  readonly asked?: readonly PopupContent[]
  /** Left out where the door does not name it. */
  readonly scope?: Expected['scope'] | null
  readonly missing: NonNullable<Expected['missing']>
}

/** What the APIs that need options are given. */
export const samples: Readonly<Partial<Record<GuardedApi, object>>> = {
  'wx.saveImageToPhotosAlbum': { filePath: 'wxfile://tmp_page.jpg' },
  'wx.saveVideoToPhotosAlbum': { filePath: 'wxfile://tmp_page.mp4' },
}
