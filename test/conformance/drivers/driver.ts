import type { GuardedApi } from '../../../src/catalogue/names.ts'
import type { PopupQuestion } from '../../../src/emulator/ports.ts'
import type {
  Expected,
  Given,
  LayerStates,
  ListedScope,
  PopupContent,
  States,
  Upkeep,
  Use,
  User,
} from '../../../src/guide/sentence.ts'
import type { ApiResult, PopupShown } from '../../../src/machine/outcome.ts'

/** Runs steps of the guide's rows against the emulator, the command line or the library. */
export interface Driver {
  use(action: Use, user: User): Promise<Observation>
  upkeep(action: Upkeep): Promise<void>
  list(): Promise<readonly ListedScope[]>
  /** The states of all decided scopes; undecided ones may be left out. */
  states(): Promise<States>
  /** The states of layers that are not as for a new user; the others may be left out. */
  layers(): Promise<LayerStates>
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
  /** All popups in order, with their answers. */
  readonly popups?: readonly PopupShown[] | undefined
  /** The content of each popup; left out if the driver cannot read it. */
  readonly contents?: readonly PopupContent[]
  /** Left out if the driver cannot know it. */
  readonly scope?: Expected['scope'] | null
  readonly missing: NonNullable<Expected['missing']>
}

/** Options for the APIs that require some. */
const samples: Readonly<Partial<Record<GuardedApi, object>>> = {
  'wx.saveImageToPhotosAlbum': { filePath: 'wxfile://tmp_page.jpg' },
  'wx.saveVideoToPhotosAlbum': { filePath: 'wxfile://tmp_page.mp4' },
  'wx.joinVoIPChat': { groupId: 'g1', signature: 's1', nonceStr: 'n1', timeStamp: 1700000000 },
  'wx.join1v1Chat': { caller: { nickname: 'a', openid: 'o1' }, listener: { nickname: 'b', openid: 'o2' } },
  'wx.setEnable1v1Chat': { enable: true },
  'wx.addPhoneContact': { firstName: '三' },
  'wx.addPhoneCalendar': { title: '日程', startTime: 1700000000 },
  'wx.addPhoneRepeatCalendar': { title: '日程', startTime: 1700000000 },
  'wx.getUserProfile': { desc: '用于完善资料' },
  'wx.createVKSession': { track: { plane: { mode: 1 } } },
  map: { 'show-location': true },
}

export const optionsOf = ({ api, params }: Extract<Use, { readonly do: 'call' }>): object =>
  params ?? samples[api] ?? {}

/** What a question says. */
export function contentOf(question: PopupQuestion): PopupContent {
  if (question.kind === 'privacy') {
    const { kind, scope, contract } = question
    return { kind, scope, contract }
  }
  const { kind, scope, description, purpose = null, withPrivacy } = question
  return { kind, scope, description, purpose, ...(withPrivacy ? { withPrivacy } : {}) }
}
