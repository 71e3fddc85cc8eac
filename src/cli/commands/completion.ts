import { nearest } from '../../catalogue/look-ups.ts'
import { WxauthError } from '../../faults.ts'
import { shells } from '../completion/shells.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { CommandSpec } from './command.ts'

export const completion: CommandSpec = {
  name: 'completion',
  arguments: ['<shell>'],
  flags: [],
  examples: ['wxauth completion bash'],
  async run(_, [word = '']) {
    const shell = shells.find(shell => shell === word)
    if (shell === undefined)
      throw new WxauthError('ERR_UNKNOWN_SHELL', { shell: word, near: nearest(word, shells) })
    const { scripts } = await import('../completion/scripts.ts')
    const script = scripts[shell]
    return { document: { shell, script }, text: () => script, exit: exitCodes.success }
  },
}
