import { join, posix, win32 } from 'node:path'
import { WxauthError } from '../faults.ts'

/** What the choice of the folder depends on. The caller passes it; nothing is read from the running process. */
export interface Surroundings {
  /** As in `process.platform`. Also decides how paths are written. */
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The user's home directory, absolute. Called only where it decides. */
  readonly home: () => string
  /** A relative `$WXAUTH_HOME` starts here. Absolute. */
  readonly cwd: () => string
}

/** The folder of the profiles, absolute: `$WXAUTH_HOME`, or else the platform's folder for configuration. */
export function configDirectory({ platform, env, home, cwd }: Surroundings): string {
  const path = platform === 'win32' ? win32 : posix
  if (env.WXAUTH_HOME) return path.resolve(cwd(), env.WXAUTH_HOME)
  if (platform === 'win32') {
    return path.resolve(cwd(), env.APPDATA || path.join(home(), 'AppData', 'Roaming'), 'wxauth', 'Config')
  }
  if (platform === 'darwin') return path.resolve(cwd(), home(), 'Library', 'Preferences', 'wxauth')
  return path.resolve(cwd(), xdgConfigHome(env) ?? path.join(home(), '.config'), 'wxauth')
}

// "All paths set in these environment variables must be absolute. If an implementation encounters a relative path
// in any of these variables it should consider the path invalid and ignore it."
// https://specifications.freedesktop.org/basedir-spec/latest/
function xdgConfigHome(env: Surroundings['env']): string | undefined {
  const directory = env.XDG_CONFIG_HOME
  return directory && posix.isAbsolute(directory) ? directory : undefined
}

/** Where a profile is kept, whether or not the file exists. */
export interface ProfilePlace {
  readonly name: string
  readonly directory: string
  readonly path: string
}

/** @throws WxauthError ERR_PROFILE_NAME */
export function profilePlace(surroundings: Surroundings, name: string): ProfilePlace {
  checkProfileName(name, surroundings.platform)
  const directory = configDirectory(surroundings)
  return { name, directory, path: profilePath(directory, name) }
}

/** The file of a profile, whose name has been checked. */
export function profilePath(directory: string, name: string): string {
  return join(directory, `${name}.json`)
}

const nameGrammar = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

// On Windows, `con.json` and `con.old.json` are the console in every folder. A name that ends in a dot does no harm:
// `.json` follows.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * Checks the name of a profile. No name leads out of the profiles' folder.
 * @param platform as in `process.platform`; `win32` forbids the names of devices too
 * @throws WxauthError ERR_PROFILE_NAME
 */
export function checkProfileName(name: string, platform?: string): void {
  if (isProfileName(name, platform)) return
  throw new WxauthError('ERR_PROFILE_NAME', { name })
}

export function isProfileName(name: string, platform?: string): boolean {
  return nameGrammar.test(name) && !(platform === 'win32' && windowsDevice.test(name))
}
