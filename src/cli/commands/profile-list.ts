import { decisionsOf } from '../../machine/profile.ts'
import { listProfiles } from '../../store/profile-list.ts'
import { configDirectory } from '../../store/profile-path.ts'
import { readProfile } from '../../store/read-profile.ts'
import { inLines } from '../../text/in-lines.ts'
import { exitCodes } from '../report/exit-codes.ts'
import { profilesText } from '../report/profiles-text.ts'
import type { Run } from './command.ts'

export const run: Run = async ({ terminal, texts }) => {
  const directory = configDirectory(terminal)
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
    text: layout =>
      profiles.length === 0
        ? inLines(texts.cli.notes.noProfiles(directory), layout.columns).join('\n')
        : profilesText(profiles, texts, layout),
    exit: exitCodes.success,
  }
}
