import { listProfiles } from '../../store/profile-list.ts'
import { configDirectory } from '../../store/profile-path.ts'
import { candidates } from '../completion/candidates.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { Run } from './command.ts'

/** What the completion scripts ask, as in `wxauth complete -- set scope.cam`; not for people, so no help lists it. */
export const run: Run = async ({ terminal, texts, catalogue, commands }, words) => {
  const profiles = () => listProfiles(configDirectory(terminal)).map(({ name }) => name)
  const found = candidates(words, { commands, catalogue, profiles, texts })
  return {
    document: found,
    text: () => found.map(({ value, description }) => `${value}\t${description}`).join('\n'),
    exit: exitCodes.success,
  }
}
