export { type Installation, install } from './install.ts'
export type { AuthPort, OpenType } from './open-type.ts'
export type { Simulator } from './simulator.ts'
