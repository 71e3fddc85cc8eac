import { describe, expect, test } from 'vitest'
import { WxauthError } from '../src/faults.ts'
import { en } from '../src/messages/en/index.ts'
import { faultText, worded } from '../src/messages/worded.ts'

const facts = { scope: 'scope.kamera', near: 'scope.camera' }
const message = 'Unknown scope "scope.kamera".'
const hint = 'Did you mean scope.camera?'

describe('A fault', () => {
  test('has a code, a kind and facts, but no text', () => {
    const fault = new WxauthError('ERR_UNKNOWN_SCOPE', facts)
    expect(fault).toMatchObject({ code: 'ERR_UNKNOWN_SCOPE', kind: 'wrong-use', facts, hint: '' })
    expect(fault.message).toBe('ERR_UNKNOWN_SCOPE')
  })

  test('does not change when faultText makes its text', () => {
    const fault = new WxauthError('ERR_UNKNOWN_SCOPE', facts)
    expect(faultText(fault, en.faults)).toEqual({ message, hint })
    expect(fault.message).toBe('ERR_UNKNOWN_SCOPE')
  })

  test('gets its message and hint in place, and keeps its stack frames', () => {
    const fault = new WxauthError('ERR_UNKNOWN_SCOPE', facts)
    const frames = fault.stack?.split('\n').slice(1)
    expect(worded(fault, en.faults)).toBe(fault)
    expect(fault).toMatchObject({ message, hint })
    expect(fault.stack).toBe([`WxauthError: ${message}`, ...(frames ?? [])].join('\n'))
  })

  test('with hinted has the hint in its message, only once', () => {
    const fault = new WxauthError('ERR_UNKNOWN_SCOPE', facts)
    worded(worded(fault, en.faults, { hinted: true }), en.faults, { hinted: true })
    expect(fault.message).toBe(`${message} ${hint}`)
    expect(fault.stack?.startsWith(`WxauthError: ${message} ${hint}\n`)).toBe(true)
  })
})
