import { expect, test } from 'vitest'
import { absentPrompter } from '../../src/prompt/popup/absent-prompter.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { question } from './fake-terminal.ts'

const nobody = absentPrompter('no-terminal')

test("a scope's own answer wins over the general one", async () => {
  const prompter = scriptedPrompter({
    general: 'reject',
    perScope: { 'scope.camera': 'accept' },
    otherwise: nobody,
  })
  expect(await prompter.ask({ ...question, scope: 'scope.camera' })).toBe('accept')
  expect(await prompter.ask(question)).toBe('reject')
})
test('without an answer of its own it asks whoever is there', async () => {
  const prompter = scriptedPrompter({ perScope: { 'scope.camera': 'accept' }, otherwise: nobody })
  expect(await prompter.ask(question)).toEqual({ unanswered: 'no-terminal' })
})
test('it knows which answers no popup used', async () => {
  const prompter = scriptedPrompter({
    general: 'dismiss',
    perScope: { 'scope.camera': 'accept', 'scope.werun': 'reject' },
    otherwise: nobody,
  })
  expect(prompter.unused()).toEqual([
    { of: 'general', answer: 'dismiss' },
    { of: 'scope.camera', answer: 'accept' },
    { of: 'scope.werun', answer: 'reject' },
  ])
  await prompter.ask({ ...question, scope: 'scope.camera' })
  await prompter.ask(question)
  expect(prompter.unused()).toEqual([{ of: 'scope.werun', answer: 'reject' }])
})
