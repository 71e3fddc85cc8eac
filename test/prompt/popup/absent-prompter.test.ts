import { expect, test } from 'vitest'
import { absentPrompter } from '../../../src/prompt/popup/absent-prompter.ts'
import { popupQuestion } from '../../contracts/prompter.contract.ts'

test.each(['no-terminal', 'no-input'] as const)('a popup is unanswered, with the reason: %s', async why => {
  expect(await absentPrompter(why).ask(popupQuestion)).toEqual({ unanswered: why })
})
