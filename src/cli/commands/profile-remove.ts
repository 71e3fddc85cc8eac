import { nearest } from '../../catalogue/look-ups.ts'
import { WxauthError } from '../../faults.ts'
import { machineOf } from '../../locks/host.ts'
import { cli } from '../../messages/en/cli.ts'
import { listProfiles } from '../../store/profile-list.ts'
import { exitCodes } from '../report/exit-codes.ts'
import { namedPlace, profilesDirectory } from '../world/profile-place.ts'
import type { CommandSpec } from './command.ts'

export const profileRemove: CommandSpec = {
  name: 'profile remove',
  arguments: ['<name...>'],
  flags: [],
  examples: ['wxauth profile remove tester'],
  async run(context, names) {
    const directory = profilesDirectory(context.terminal)
    const places = [...new Set(names)].map(name => namedPlace(context.terminal, name))
    const known = listProfiles(directory).map(profile => profile.name)
    // All names are checked first: with one unknown, nothing is removed.
    const unknown = places.find(place => !known.includes(place.name))
    if (unknown !== undefined) {
      const { name } = unknown
      throw new WxauthError('ERR_UNKNOWN_PROFILE', { name, directory, near: nearest(name, known) })
    }
    const { removeProfiles } = await import('../../store/remove-profile.ts')
    const machine = machineOf(context.terminal.host)
    await removeProfiles({ directory, names: places.map(({ name }) => name), machine })
    return {
      document: { removed: places.map(({ name, path }) => ({ name, path })) },
      text: () => places.map(({ name }) => cli.notes.removed(name)).join('\n'),
      exit: exitCodes.success,
    }
  },
}
