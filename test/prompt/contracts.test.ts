import type { Answer } from '../../src/machine/state.ts'
import { en } from '../../src/messages/en/index.ts'
import { absentPrompter } from '../../src/prompt/popup/absent-prompter.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { terminalPrompter } from '../../src/prompt/popup/terminal-prompter.ts'
import { scriptedVisitor } from '../../src/prompt/settings/scripted-visitor.ts'
import { terminalVisitor } from '../../src/prompt/settings/terminal-visitor.ts'
import { prompterContract, visitorContract } from '../contracts/prompter.contract.ts'
import { fakeTty, keyCodes } from './fake-tty.ts'

const keysOf: Readonly<Record<Answer, string>> = { accept: 'a', reject: 'r', dismiss: keyCodes.escape }

prompterContract('a person at a terminal', (...script) => {
  const fake = fakeTty()
  const person = terminalPrompter(fake.tty, en)
  const answers = [...script]
  return {
    async ask(question) {
      const response = person.ask(question)
      await fake.shows('[a] Allow')
      await fake.press(keysOf[answers.shift() ?? 'dismiss'])
      return response
    },
  }
})
prompterContract('a script', (general = 'dismiss') =>
  scriptedPrompter({ general, otherwise: absentPrompter('no-input') }),
)

visitorContract('a person at a terminal', moves => ({
  async visit(page) {
    const fake = fakeTty()
    const visit = terminalVisitor(fake.tty, en).visit(page)
    await fake.shows('closes')
    for (const { scope } of moves) {
      const scopes = page.switches().map(one => one.scope)
      const down = scopes.slice(0, scopes.indexOf(scope)).map(() => keyCodes.down)
      await fake.press(...scopes.map(() => keyCodes.up), ...down, keyCodes.space)
    }
    await fake.press(keyCodes.enter)
    return visit
  },
}))
visitorContract('a script', moves => scriptedVisitor(moves))
