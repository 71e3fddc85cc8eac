import { createInterface } from 'node:readline'
import type { Unanswered } from '../../emulator/ports.ts'
import { WxauthError } from '../../faults.ts'
import { turnOn } from '../terminal/terminal-turn.ts'
import { afterReading, type Tty } from '../terminal/tty.ts'

/**
 * Lets the person at a terminal write one line. Node's own editing is enough here: nothing is decided for good.
 * @throws WxauthError ERR_INTERRUPTED on Ctrl-C
 */
export async function lineOnTerminal(tty: Tty, question: string): Promise<string | Unanswered> {
  const turn = turnOn(tty, tty.after ?? afterReading)
  if (!(await turn.take())) return { unanswered: 'busy' }
  const { input, output } = tty
  const lines = createInterface({ input, output, terminal: true, historySize: 0 })
  try {
    return await new Promise<string | Unanswered>((resolve, reject) => {
      lines.on('SIGINT', () => reject(new WxauthError('ERR_INTERRUPTED', { signal: 'SIGINT' })))
      lines.on('close', () => resolve({ unanswered: 'input-ended' }))
      lines.question(question, resolve)
    })
  } finally {
    lines.close()
    turn.giveBack()
  }
}
