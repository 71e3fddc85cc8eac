import process from 'node:process'
import { machineOf } from '../../src/locks/host.ts'

/** The process that the tests run in. */
export const here = machineOf(process)
