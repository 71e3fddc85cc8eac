// The catalogue signs with it and may import no other room, so it stands there; this is where to look for it.
export { sessionKey } from '../catalogue/session-key.ts'
