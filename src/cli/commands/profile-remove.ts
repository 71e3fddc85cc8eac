import { WxauthError } from '../../faults.ts'
import { listProfiles } from '../../store/profile-list.ts'
import { configDirectory, profilePlace } from '../../store/profile-path.ts'
import { inLines } from '../../text/in-lines.ts'
import { nearest } from '../../text/nearest.ts'
import { exitCodes } from '../report/exit-codes.ts'
import { lockOptions } from '../world/terminal.ts'
import type { Run } from './command.ts'

export const run: Run = async ({ terminal, texts }, names) => {
  const directory = configDirectory(terminal)
  const places = [...new Set(names)].map(name => profilePlace(terminal, name))
  const existingNames = listProfiles(directory).map(profile => profile.name)
  // All names are checked first: if one is unknown, nothing is removed.
  const unknown = places.find(place => !existingNames.includes(place.name))
  if (unknown !== undefined) {
    const { name } = unknown
    throw new WxauthError('ERR_UNKNOWN_PROFILE', { name, directory, near: nearest(name, existingNames) })
  }
  const { removeProfiles } = await import('../../store/remove-profile.ts')
  await removeProfiles({ directory, names: places.map(({ name }) => name), ...lockOptions(terminal) })
  return {
    document: { removed: places.map(({ name, path }) => ({ name, path })) },
    text: ({ columns }) =>
      places.flatMap(({ name }) => inLines(texts.cli.notes.removed(name), columns)).join('\n'),
    exit: exitCodes.success,
  }
}
