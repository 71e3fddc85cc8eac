import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { codeOf, systemProblem } from '../../src/text/system-problem.ts'

const text = "EACCES: permission denied, open '/tmp/x'"
const ours = Object.assign(new Error(text), { code: 'EACCES' })
/** As Node's modules throw it where tests run in a realm of their own. */
const theirs: unknown = runInNewContext('Object.assign(new Error(text), { code })', { text, code: 'EACCES' })

describe('What the system says of a failure', () => {
  test.each([
    ['of this realm', ours],
    ['of another', theirs],
  ])('is told by an error %s', (_, error) => {
    expect(codeOf(error)).toBe('EACCES')
    expect(systemProblem(error)).toEqual({
      kind: 'system',
      code: 'EACCES',
      text: 'EACCES: permission denied',
    })
  })

  test.each([[undefined], [null], ['EACCES'], [{}], [{ code: 5 }], [new Error('plain')]])(
    'is no code: %s',
    error => {
      expect(codeOf(error)).toBeUndefined()
    },
  )

  test('is what was thrown, where that is no error', () => {
    expect([systemProblem('a text').text, systemProblem(undefined).text]).toEqual(['a text', 'undefined'])
  })
})
