import type { Seal } from '../catalogue/api.ts'
import { sessionKey } from '../catalogue/session-key.ts'

/**
 * Signs and encrypts as WeChat's servers do
 * (developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html).
 */
export const nodeSeal: Seal = {
  async sha1(text) {
    const { createHash } = await crypto()
    return createHash('sha1').update(text, 'utf8').digest('hex')
  },
  async encrypt(plaintext) {
    const { createCipheriv, randomBytes } = await crypto()
    const iv = randomBytes(16)
    // PKCS#7 padding is what Node's ciphers do by default.
    const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv)
    const encrypted = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
    return { encryptedData: encrypted.toString('base64'), iv: iv.toString('base64') }
  },
}

// Loaded at the first use: most commands sign nothing, and loading it costs milliseconds of their start.
const crypto = () => import('node:crypto')
