import { expect, test } from 'vitest'
import { absentVisitor } from '../../../src/prompt/settings/absent-visitor.ts'
import { pageOf } from '../../contracts/prompter.contract.ts'

test('the page is unanswered, with the reason, and no switch moves', async () => {
  const { page, flips } = pageOf(['scope.camera', true])
  expect(await absentVisitor('no-terminal').visit(page)).toEqual({ unanswered: 'no-terminal' })
  expect(flips).toEqual([])
})
