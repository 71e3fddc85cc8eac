import { decisionsOf } from '../../machine/profile.ts'
import { cli } from '../../messages/en/cli.ts'
import { listProfiles } from '../../store/profile-list.ts'
import { readProfile } from '../../store/read-profile.ts'
import { visibleText } from '../../text/visible-text.ts'
import { exitCodes } from '../report/exit-codes.ts'
import { profilesText } from '../report/views.ts'
import { profilesDirectory } from '../world/profile-place.ts'
import type { CommandSpec } from './command.ts'

export const profileList: CommandSpec = {
  name: 'profile list',
  arguments: [],
  flags: [],
  examples: ['wxauth profile list --json'],
  async run(context) {
    const directory = profilesDirectory(context.terminal)
    const profiles = listProfiles(directory).map(({ name, path }) => {
      const { apps } = readProfile({ name, path })
      return {
        name,
        path,
        apps: Object.fromEntries(Object.entries(apps).map(([appid, app]) => [appid, decisionsOf(app)])),
      }
    })
    return {
      document: profiles,
      text: view =>
        profiles.length === 0 ? cli.notes.noProfiles(visibleText(directory)) : profilesText(profiles, view),
      exit: exitCodes.success,
    }
  },
}
