export { type Installation, install } from './install.ts'
export type { Hand } from './open-type.ts'
export type { Simulator } from './simulator.ts'
