import { createDecipheriv, createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Params, Payload } from '../../src/catalogue/api.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { sessionKey } from '../../src/catalogue/session-key.ts'
import { nodeSeal } from '../../src/seal/node-seal.ts'

/** Decrypts as a developer's server does. */
function decrypt(encryptedData: unknown, iv: unknown): string {
  const key = Buffer.from(sessionKey, 'base64')
  const decipher = createDecipheriv('aes-128-cbc', key, Buffer.from(String(iv), 'base64'))
  decipher.setAutoPadding(true)
  return decipher.update(String(encryptedData), 'base64', 'utf8') + decipher.final('utf8')
}

const now = new Date('2026-01-31T08:00:00.000Z')
const answer = (api: 'wx.getUserInfo' | 'wx.getWeRunData', params: Params = {}) =>
  guideCatalogue
    .apiOf(api)
    .reply(params, { appid: 'wx0123456789abcdef', now: () => now, seal: nodeSeal }) as Promise<Payload>

describe('The seal', () => {
  test('has a session_key of 16 bytes in base64', () => {
    const key = Buffer.from(sessionKey, 'base64')
    expect(key).toHaveLength(16)
    expect(key.toString('base64')).toBe(sessionKey)
  })

  test('encrypts any text so that a server decrypts it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async text => {
        const { encryptedData, iv } = await nodeSeal.encrypt(text)
        expect(decrypt(encryptedData, iv)).toBe(text)
      }),
    )
  })

  test('uses a new iv of 16 bytes each time', async () => {
    const [one, other] = [await nodeSeal.encrypt('text'), await nodeSeal.encrypt('text')]
    expect(Buffer.from(one.iv, 'base64')).toHaveLength(16)
    expect(one.iv).not.toBe(other.iv)
    expect(one.encryptedData).not.toBe(other.encryptedData)
  })

  test('hashes with SHA-1', async () => {
    expect(await nodeSeal.sha1('abc')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d')
    expect(await nodeSeal.sha1('深圳')).toBe(createHash('sha1').update('深圳').digest('hex'))
  })
})

describe("A developer's server", () => {
  test.each([{}, { lang: 'zh_CN' }, { withCredentials: false }])(
    'verifies the signature of getUserInfo with %j',
    async params => {
      const { rawData, signature } = await answer('wx.getUserInfo', params)
      expect(signature).toBe(createHash('sha1').update(`${rawData}${sessionKey}`, 'utf8').digest('hex'))
    },
  )

  test('decrypts the data of getUserInfo and finds its own appid in the watermark', async () => {
    const { encryptedData, iv, userInfo } = await answer('wx.getUserInfo')
    expect(JSON.parse(decrypt(encryptedData, iv))).toMatchObject({
      ...(userInfo as object),
      openId: expect.any(String),
      watermark: { appid: 'wx0123456789abcdef', timestamp: now.getTime() / 1000 },
    })
  })

  test('decrypts the data of getWeRunData and finds its own appid in the watermark', async () => {
    const { encryptedData, iv } = await answer('wx.getWeRunData')
    const { stepInfoList, watermark } = JSON.parse(decrypt(encryptedData, iv))
    expect(stepInfoList).toHaveLength(31)
    expect(watermark).toEqual({ appid: 'wx0123456789abcdef', timestamp: now.getTime() / 1000 })
  })
})
