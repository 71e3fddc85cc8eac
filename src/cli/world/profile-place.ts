import type { ProfileLockOptions } from '../../store/profile-lock.ts'
import { checkProfileName, configDirectory, profilePath } from '../../store/profile-path.ts'
import type { Terminal } from './terminal.ts'

/** What a change of a profile takes its lock with. */
export function lockOptions({ host, lockPatience }: Terminal): ProfileLockOptions {
  return lockPatience === undefined ? { host } : { host, patience: lockPatience }
}

/** Where a profile is kept, whether or not the file exists. */
export interface ProfilePlace {
  readonly name: string
  readonly directory: string
  readonly path: string
}

export function profilesDirectory({ env, home, cwd, host }: Terminal): string {
  return configDirectory({ platform: host.platform, env, home: home(), cwd: cwd() })
}

/** The profile that the flag names, else the environment, else `default`. @throws WxauthError ERR_PROFILE_NAME */
export function profilePlace(terminal: Terminal, flag: string | undefined): ProfilePlace {
  return namedPlace(terminal, flag ?? (terminal.env.WXAUTH_PROFILE || 'default'))
}

/** @throws WxauthError ERR_PROFILE_NAME */
export function namedPlace(terminal: Terminal, name: string): ProfilePlace {
  checkProfileName(name, terminal.host.platform)
  const directory = profilesDirectory(terminal)
  return { name, directory, path: profilePath(directory, name) }
}
