import { expect, test } from 'vitest'
import { scopeRows } from '../../src/catalogue/scopes.ts'
import type { Answer } from '../../src/machine/state.ts'
import { absentPrompter } from '../../src/prompt/popup/absent-prompter.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { terminalPrompter } from '../../src/prompt/popup/terminal-prompter.ts'
import {
  absentVisitor,
  scriptedVisitor,
  terminalVisitor,
} from '../../src/prompt/settings/terminal-visitor.ts'
import { pageOf, popupQuestion, prompterContract, visitorContract } from '../contracts/prompter.contract.ts'
import { fakeTerminal, sent } from './fake-terminal.ts'

const keyOf: Readonly<Record<Answer, string>> = { accept: 'a', reject: 'r', dismiss: sent.escape }

prompterContract('a person at a terminal', (...given) => {
  const fake = fakeTerminal()
  const person = terminalPrompter(fake.terminal)
  const left = [...given]
  return {
    async ask(question) {
      const answer = person.ask(question)
      await fake.shows('a Allow')
      await fake.press(keyOf[left.shift() ?? 'dismiss'])
      return answer
    },
  }
})
prompterContract('a script', (general = 'dismiss') =>
  scriptedPrompter({ general, otherwise: absentPrompter('no-input') }),
)

visitorContract('a script', moves => scriptedVisitor(moves))
visitorContract('a person at a terminal', moves => ({
  async visit(page) {
    const fake = fakeTerminal()
    const visit = terminalVisitor(fake.terminal).visit(page)
    await fake.shows('closes')
    for (const { scope } of moves) {
      const at = page.switches().findIndex(one => one.scope === scope)
      await fake.press(
        ...scopeRows.map(() => sent.up),
        ...page
          .switches()
          .slice(0, at)
          .map(() => sent.down),
        sent.space,
      )
    }
    await fake.press(sent.enter)
    return visit
  },
}))

test('whoever is absent says why, to popups and on the settings page', async () => {
  expect(await absentPrompter('no-input').ask(popupQuestion)).toEqual({ unanswered: 'no-input' })
  const { page, flips } = pageOf(['scope.camera', true])
  expect(await absentVisitor('no-terminal').visit(page)).toEqual({ unanswered: 'no-terminal' })
  expect(flips).toEqual([])
})
test('a script with a switch that is not on the page moves none', async () => {
  const { page, flips } = pageOf(['scope.camera', true])
  const visitor = scriptedVisitor([
    { scope: 'scope.camera', on: false },
    { scope: 'scope.werun', on: true },
    { scope: 'scope.werun', on: false },
  ])
  expect(await visitor.visit(page)).toEqual({ missing: ['scope.werun'] })
  expect(flips).toEqual([])
})
test('a script moves a switch although somebody else moved it meanwhile', async () => {
  const { page, flips } = pageOf(['scope.camera', true])
  let stale = 2
  const contested = {
    ...page,
    flip: async (...move: Parameters<typeof page.flip>) =>
      stale-- > 0 ? ('stale' as const) : page.flip(...move),
  }
  expect(await scriptedVisitor([{ scope: 'scope.camera', on: false }]).visit(contested)).toEqual({
    missing: [],
  })
  expect(flips).toEqual([['scope.camera', false]])
})
