/**
 * The session_key that every demo answer is signed and encrypted with: 16 bytes, base64. It is no secret; a server
 * under test uses it in place of the one that WeChat's login hands out.
 */
export const sessionKey = 'd3hhdXRoLWRlbW8ta2V5IQ=='
