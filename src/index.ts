export { WxauthError } from './faults.ts'
export { createWxAuth } from './wx/create.ts'
export type * from './wx/types/index.ts'
