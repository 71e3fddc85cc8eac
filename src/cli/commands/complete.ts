import { listProfiles } from '../../store/profile-list.ts'
import { exitCodes } from '../report/exit-codes.ts'
import { profilesDirectory } from '../world/profile-place.ts'
import type { CommandSpec } from './command.ts'

/** What the completion scripts ask, as in `wxauth complete -- set scope.cam`; not for people, so no help lists it. */
export function completeAmong(specs: readonly CommandSpec[]): CommandSpec {
  return {
    name: 'complete',
    arguments: ['[word...]'],
    flags: [],
    examples: [],
    async run({ terminal }, words) {
      const { candidates } = await import('../completion/candidates.ts')
      const profiles = () => listProfiles(profilesDirectory(terminal)).map(({ name }) => name)
      const found = candidates(words, { specs, profiles })
      return {
        document: found,
        text: () => found.map(({ value, description }) => `${value}\t${description}`).join('\n'),
        exit: exitCodes.success,
      }
    },
  }
}
