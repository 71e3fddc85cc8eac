import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { codeOf, systemProblem } from '../../src/text/system-problem.ts'

const text = "EACCES: permission denied, open '/tmp/x'"
const ownError = Object.assign(new Error(text), { code: 'EACCES' })
/** As Node's modules throw it if the tests run in a realm of their own. */
const foreignError: unknown = runInNewContext('Object.assign(new Error(text), { code })', {
  text,
  code: 'EACCES',
})

describe('A system problem', () => {
  test.each([
    ['this realm', ownError],
    ['another realm', foreignError],
  ])('comes from an error of %s', (_, error) => {
    expect(codeOf(error)).toBe('EACCES')
    expect(systemProblem(error)).toEqual({
      kind: 'system',
      code: 'EACCES',
      text: 'EACCES: permission denied',
    })
  })

  test.each([[undefined], [null], ['EACCES'], [{}], [{ code: 5 }], [new Error('plain')]])(
    'has no code for %s',
    error => {
      expect(codeOf(error)).toBeUndefined()
    },
  )

  test('comes from any thrown value', () => {
    expect([systemProblem('a text').text, systemProblem(undefined).text]).toEqual(['a text', 'undefined'])
  })
})
