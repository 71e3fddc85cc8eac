import { expect, test } from 'vitest'
import { scriptedVisitor } from '../../../src/prompt/settings/scripted-visitor.ts'
import { pageOf } from '../../contracts/prompter.contract.ts'

test('a script moves no switch if one is not on the page', async () => {
  const { page, flips } = pageOf(['scope.camera', true])
  const visitor = scriptedVisitor([
    { scope: 'scope.camera', on: false },
    { scope: 'scope.werun', on: true },
    { scope: 'scope.werun', on: false },
  ])
  expect(await visitor.visit(page)).toEqual({ missing: ['scope.werun'] })
  expect(flips).toEqual([])
})

test('a script moves a switch even if another process moves it meanwhile', async () => {
  const { page, flips } = pageOf(['scope.camera', true])
  let staleFlips = 2
  const contestedPage = {
    ...page,
    flip: async (...move: Parameters<typeof page.flip>) =>
      staleFlips-- > 0 ? ('stale' as const) : page.flip(...move),
  }
  const visitor = scriptedVisitor([{ scope: 'scope.camera', on: false }])
  expect(await visitor.visit(contestedPage)).toEqual({ missing: [] })
  expect(flips).toEqual([['scope.camera', false]])
})
