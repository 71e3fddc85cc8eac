import { authorize } from './authorize.ts'
import { call } from './call.ts'
import type { CommandSpec } from './command.ts'
import { completeAmong } from './complete.ts'
import { completion } from './completion.ts'
import { getSetting } from './get-setting.ts'
import { listScopes } from './list-scopes.ts'
import { openSetting } from './open-setting.ts'
import { profileList } from './profile-list.ts'
import { profilePath } from './profile-path.ts'
import { profileRemove } from './profile-remove.ts'
import { reset } from './reset.ts'
import { set } from './set.ts'
import { tap } from './tap.ts'

/** The commands that people are told of, in the order of the help. A new one is a file beside this one and a line here. */
export const listedCommands: readonly CommandSpec[] = [
  call,
  authorize,
  getSetting,
  openSetting,
  tap,
  reset,
  listScopes,
  set,
  profileList,
  profilePath,
  profileRemove,
  completion,
]

/** Those, and the one that only completion scripts call. */
export const commandSpecs: readonly CommandSpec[] = [...listedCommands, completeAmong(listedCommands)]
