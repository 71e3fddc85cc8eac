import { expect, test } from 'vitest'
import { absentPrompter } from '../../../src/prompt/popup/absent-prompter.ts'
import { scriptedPrompter } from '../../../src/prompt/popup/scripted-prompter.ts'
import { popupQuestion } from '../../contracts/prompter.contract.ts'

const nobody = absentPrompter('no-terminal')
const cameraQuestion = { ...popupQuestion, scope: 'scope.camera' } as const

test("a scope's own answer wins over the general one", async () => {
  const prompter = scriptedPrompter({
    general: 'reject',
    perScope: { 'scope.camera': 'accept' },
    otherwise: nobody,
  })
  expect(await prompter.ask(cameraQuestion)).toEqual({ answer: 'accept' })
  expect(await prompter.ask(popupQuestion)).toEqual({ answer: 'reject' })
})

test('the privacy sheet has an answer of its own, and the general one fits it too', async () => {
  const sheet = {
    kind: 'privacy',
    app: popupQuestion.app,
    scope: null,
    contract: '《WXAuth Demo》',
    caller: 'wx.chooseAddress',
  } as const
  const prompter = scriptedPrompter({
    general: 'dismiss',
    perScope: { privacy: 'accept' },
    otherwise: nobody,
  })
  expect(await prompter.ask(sheet)).toEqual({ answer: 'accept' })
  expect(await prompter.ask(popupQuestion)).toEqual({ answer: 'dismiss' })
  expect(await scriptedPrompter({ general: 'reject', otherwise: nobody }).ask(sheet)).toEqual({
    answer: 'reject',
  })
})

test('a script without an answer passes the question on, and returns the response', async () => {
  const questions: unknown[] = []
  const response = { answer: 'accept', finish: async () => {} } as const
  const otherwise = {
    async ask(question: unknown) {
      questions.push(question)
      return response
    },
  }
  const prompter = scriptedPrompter({ perScope: { 'scope.camera': 'reject' }, otherwise })
  expect(await prompter.ask(popupQuestion)).toBe(response)
  expect(questions).toEqual([popupQuestion])
})

test('a script without an answer is unanswered if the other prompter is', async () => {
  const prompter = scriptedPrompter({ perScope: { 'scope.camera': 'accept' }, otherwise: nobody })
  expect(await prompter.ask(popupQuestion)).toEqual({ unanswered: 'no-terminal' })
})

test('answers that no popup used are listed', async () => {
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
  await prompter.ask(cameraQuestion)
  await prompter.ask(popupQuestion)
  expect(prompter.unused()).toEqual([{ of: 'scope.werun', answer: 'reject' }])
})
