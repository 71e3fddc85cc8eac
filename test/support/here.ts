import process from 'node:process'
import { hostOf } from '../../src/locks/host.ts'

/** The process that the tests run in. */
export const here = hostOf(process)
