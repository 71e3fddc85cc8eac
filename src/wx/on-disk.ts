import { homedir } from 'node:os'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import type { MiniProgram, ProfileStore } from '../emulator/ports.ts'
import { machineOf } from '../locks/host.ts'
import type { Clock } from '../locks/lock-files.ts'
import { findMiniProgram, readPurposes } from '../project/index.ts'
import { confStore } from '../store/conf-store.ts'
import { configDirectory } from '../store/profile-path.ts'
import { running } from './running.ts'
import type { WxAuthOptions } from './types/index.ts'

/** The profile of that name, where the command line keeps it. @throws WxauthError ERR_PROFILE_NAME */
export function profileNamed(name: string, sleep: Clock['sleep']): ProfileStore {
  const machine = machineOf(running)
  const { platform, env } = running
  const directory = configDirectory({ platform, env, home: homedir(), cwd: running.cwd() })
  // The module's own: the global one may be fake.
  const clock: Clock = { now: () => performance.now(), sleep }
  return confStore({ directory, name, machine, clock })
}

/** The Mini Program in that folder. @throws WxauthError ERR_PROJECT_MISSING, ERR_PROJECT_FILE */
export function miniProgramIn(folder: NonNullable<WxAuthOptions['project']>): MiniProgram {
  const named = typeof folder === 'string' ? folder : fileURLToPath(folder.href)
  const { appid, name, project } = findMiniProgram({ named, cwd: running.cwd() })
  return { appid, name, purposes: readPurposes(project).purposes }
}
