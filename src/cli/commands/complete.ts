import { listProfiles } from '../../store/profile-list.ts'
import { configDirectory } from '../../store/profile-path.ts'
import { writtenValue } from '../arguments/flags.ts'
import { candidates } from '../completion/candidates.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { Run } from './command.ts'

/** Called by the completion scripts: `wxauth complete -- set scope.cam`. */
export const run: Run = async ({ terminal, texts, commands, ...context }, words) => {
  const profiles = () => listProfiles(configDirectory(terminal)).map(({ name }) => name)
  // The line that is being typed may name another edition than the environment.
  const isToday = writtenValue('edition', words) === 'today'
  const { catalogue } = isToday ? await (await import('../world/today.ts')).loadToday(texts) : context
  const matches = candidates(words, { commands, catalogue, profiles, texts })
  return {
    document: matches,
    text: () => matches.map(({ value, description }) => `${value}\t${description}`).join('\n'),
    exit: exitCodes.success,
  }
}
