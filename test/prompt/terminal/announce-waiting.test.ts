import { expect, test } from 'vitest'
import { announceWaiting } from '../../../src/prompt/terminal/announce-waiting.ts'
import type { After } from '../../../src/prompt/terminal/tty.ts'

/** Looks at these waiting processes, one list after the other. @returns who was announced after each look */
function announced(
  looks: readonly (readonly number[])[],
  isTooEarly: (look: number) => boolean = () => false,
) {
  let run: (() => void) | undefined
  const after: After = (_milliseconds, then) => {
    run = then
    return () => {
      run = undefined
    }
  }
  let look = -1
  const pids: number[] = []
  const turn = { take: async () => true, giveBack() {}, waiting: () => looks[look] ?? [] }
  const stop = announceWaiting(turn, after, pid => {
    if (isTooEarly(look)) return false
    pids.push(pid)
    return true
  })
  const lists = looks.map(() => {
    look += 1
    run?.()
    return [...pids]
  })
  stop()
  return { lists, isStopped: run === undefined }
}

test('each process that waits is announced once', () => {
  expect(announced([[], [7], [7], [8, 7], []])).toEqual({
    lists: [[], [7], [7], [7, 8], [7, 8]],
    isStopped: true,
  })
})
test('a process that waits before the prompt is drawn is announced later', () => {
  expect(announced([[7], [7], [7]], look => look < 2).lists).toEqual([[], [], [7]])
})
