import * as os from 'node:os'
import { performance } from 'node:perf_hooks'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { MiniProgram, ProfileStore } from '../emulator/ports.ts'
import type { Clock } from '../locks/clock.ts'
import { hostOf } from '../locks/host.ts'
import { findMiniProgram } from '../project/find.ts'
import { readPurposes } from '../project/purposes.ts'
import { confStore } from '../store/conf-store.ts'
import { configDirectory, surroundingsOf } from '../store/profile-path.ts'
import { folderPath } from './folder-path.ts'
import { hostProcess } from './running.ts'
import type { WxAuthOptions } from './types/index.ts'

const surroundings = surroundingsOf(hostProcess, () => os)

/**
 * The profile of that name, where the command line keeps it.
 * @param sleep waits on the host's clock: this file may be loaded when a test has already replaced the timers
 * @throws WxauthError ERR_PROFILE_NAME, ERR_NO_HOME
 */
export function profileNamed(name: string, catalogue: Catalogue, sleep: Clock['sleep']): ProfileStore {
  const directory = configDirectory(surroundings)
  // Not the global `performance`, which a test may have replaced with a fake.
  const clock = { now: () => performance.now(), sleep }
  return confStore({ directory, name, catalogue, host: hostOf(hostProcess), clock })
}

/** The Mini Program in that folder. @throws WxauthError ERR_PROJECT_MISSING, ERR_PROJECT_FILE */
export function miniProgramIn(folder: NonNullable<WxAuthOptions['project']>): MiniProgram {
  // What is no folder was refused at creation.
  const directory = folderPath(folder) ?? ''
  const { appid, name, project } = findMiniProgram({ directory, cwd: surroundings.cwd() })
  const { purposes, declares } = readPurposes(project)
  return { appid, name, purposes, declares }
}
