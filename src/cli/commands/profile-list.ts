import { decisionsOf } from '../../machine/profile.ts'
import { cli } from '../../messages/en/cli.ts'
import { visibleText } from '../../prompt/visible-text.ts'
import { listProfiles } from '../../store/profile-list.ts'
import { readProfile } from '../../store/read-profile.ts'
import type { CommandSpec } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { profilesDirectory } from '../profile-place.ts'
import { profilesText } from '../views.ts'

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
