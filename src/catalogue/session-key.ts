/**
 * The session_key that signs and encrypts all demo data: 16 bytes in base64. It is not a secret: a server under test
 * uses it instead of the one from WeChat's login.
 */
export const sessionKey = 'd3hhdXRoLWRlbW8ta2V5IQ=='
