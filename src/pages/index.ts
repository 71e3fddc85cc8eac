export { launch } from './door/launch.ts'
export type * from './door/types.ts'
