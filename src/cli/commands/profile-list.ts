import { WxauthError } from '../../faults.ts'
import { decisionsOf } from '../../machine/profile.ts'
import { faultText } from '../../messages/worded.ts'
import { listProfiles } from '../../store/profile-list.ts'
import { configDirectory } from '../../store/profile-path.ts'
import { readProfile } from '../../store/read-profile.ts'
import { inLines } from '../../text/in-lines.ts'
import { exitCodes } from '../report/exit-codes.ts'
import { profilesText } from '../report/profiles-text.ts'
import type { Run } from './command.ts'

export const run: Run = async ({ terminal, texts, catalogue, speaker }) => {
  const directory = configDirectory(terminal)
  const profiles = listProfiles(directory).map(place => {
    try {
      const { apps } = readProfile(place, catalogue).profile
      const decisions = Object.entries(apps).map(([appid, app]) => [appid, decisionsOf(app)] as const)
      return { ...place, apps: Object.fromEntries(decisions) }
    } catch (error) {
      if (!(error instanceof WxauthError)) throw error
      speaker.warning(faultText(error, texts.faults).message)
      return { ...place, apps: {}, error: error.code }
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
