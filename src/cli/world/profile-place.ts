import { checkProfileName, configDirectory, profilePath } from '../../store/profile-path.ts'
import type { Terminal } from './terminal.ts'

/** Where a profile is kept, whether or not the file exists. */
export interface ProfilePlace {
  readonly name: string
  readonly directory: string
  readonly path: string
}

export function profilesDirectory({ env, home, cwd, platform }: Terminal): string {
  return configDirectory({ platform, env, home: home(), cwd: cwd() })
}

/** @throws WxauthError ERR_PROFILE_NAME */
export function profilePlace(terminal: Terminal, flag: string | undefined): ProfilePlace {
  return namedPlace(terminal, flag ?? (terminal.env.WXAUTH_PROFILE || 'default'))
}

/** @throws WxauthError ERR_PROFILE_NAME */
export function namedPlace(terminal: Terminal, name: string): ProfilePlace {
  checkProfileName(name, terminal.platform)
  const directory = profilesDirectory(terminal)
  return { name, directory, path: profilePath(directory, name) }
}
