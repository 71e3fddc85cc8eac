import { WxauthError } from '../../faults.ts'
import { nearest } from '../../text/nearest.ts'
import { scripts } from '../completion/scripts.ts'
import { shells } from '../completion/shells.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { Run } from './command.ts'

export const run: Run = async (_, [word = '']) => {
  const shell = shells.find(shell => shell === word)
  if (shell === undefined) {
    throw new WxauthError('ERR_UNKNOWN_SHELL', { shell: word, near: nearest(word, shells) })
  }
  const script = scripts[shell]
  return { document: { shell, script }, text: () => script, exit: exitCodes.success }
}
