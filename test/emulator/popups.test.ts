import { expect, test } from 'vitest'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { popupsOf } from './today-world.ts'
import { decideElsewhere, heldPrompter, nobody, world } from './world.ts'

test.each([
  ['accept', ['scope.camera accept']],
  ['reject', ['scope.camera reject']],
  ['dismiss', ['scope.camera dismiss']],
] as const)("The guide's popup is listed with its answer: %s", async (general, popups) => {
  const { emulator } = world({ prompter: scriptedPrompter({ general, otherwise: nobody }) })
  expect(popupsOf(await emulator.call('camera', {}))).toEqual(popups)
})

test('A popup that nobody answers is listed, and the settings page is none', async () => {
  const { emulator } = world()
  expect(popupsOf(await emulator.call('camera', {}))).toEqual(['scope.camera unanswered'])
  const settings = await emulator.openSetting({ visit: async () => ({ unanswered: 'no-terminal' }) })
  expect(settings).toMatchObject({ popup: 'unanswered', popups: [] })
})

test('A decided call lists none', async () => {
  const { emulator, store } = world()
  await decideElsewhere(store, 'scope.camera', 'rejected')
  expect(popupsOf(await emulator.call('camera', {}))).toEqual([])
  expect(popupsOf(await emulator.call('camera', null))).toEqual([])
  expect(popupsOf(await emulator.authorize({ scope: 'no scope' }))).toEqual([])
})

test('If a call asks twice, both popups are listed in order', async () => {
  const prompter = heldPrompter()
  const { emulator, store } = world({ prompter })
  await decideElsewhere(store, 'scope.userInfo', 'rejected')
  const tap = emulator.tapGetUserInfo()
  const popup = await prompter.popup()
  await decideElsewhere(store, 'scope.userInfo', 'undecided')
  popup.answer('reject')
  ;(await prompter.popup()).answer('accept')
  expect(popupsOf(await tap)).toEqual(['scope.userInfo reject', 'scope.userInfo accept'])
})
