import { join, posix, win32 } from 'node:path'
import { WxauthError } from '../faults.ts'

/** What the choice of a folder depends on; nothing is read from the running process. */
export interface Surroundings {
  /** As in `process.platform`; it also decides which kind of paths is meant. */
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The user's home directory, absolute. */
  readonly home: string
  /** What a relative `$WXAUTH_HOME` is relative to, absolute. */
  readonly cwd: string
}

/** The folder that holds the profiles, absolute: `$WXAUTH_HOME`, else the platform's folder for configuration. */
export function configDirectory({ platform, env, home, cwd }: Surroundings): string {
  const path = platform === 'win32' ? win32 : posix
  if (env.WXAUTH_HOME) return path.resolve(cwd, env.WXAUTH_HOME)
  if (platform === 'win32') {
    return path.resolve(cwd, env.APPDATA || path.join(home, 'AppData', 'Roaming'), 'wxauth', 'Config')
  }
  if (platform === 'darwin') return path.resolve(cwd, home, 'Library', 'Preferences', 'wxauth')
  return path.resolve(cwd, xdgConfigHome(env) ?? path.join(home, '.config'), 'wxauth')
}

// "All paths set in these environment variables must be absolute. If an implementation encounters a relative path
// in any of these variables it should consider the path invalid and ignore it."
// https://specifications.freedesktop.org/basedir-spec/latest/
function xdgConfigHome(env: Surroundings['env']): string | undefined {
  const directory = env.XDG_CONFIG_HOME
  return directory && posix.isAbsolute(directory) ? directory : undefined
}

/** Where the profile of that name is kept; the name has been checked. */
export function profilePath(directory: string, name: string): string {
  return join(directory, `${name}.json`)
}

const nameGrammar = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

// There `con.json` and `con.old.json` are the console, however the folder is called. A name that ends in a dot is
// harmless on every platform: `.json` follows.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * Refuses what is no name of a profile, so that a name never leads out of the profiles' folder.
 * @param platform as in `process.platform`; on `win32` the names of devices are refused too
 * @throws WxauthError ERR_PROFILE_NAME
 */
export function checkProfileName(name: string, platform?: string): void {
  if (isProfileName(name, platform)) return
  throw new WxauthError('ERR_PROFILE_NAME', { name })
}

export function isProfileName(name: string, platform?: string): boolean {
  return nameGrammar.test(name) && !(platform === 'win32' && windowsDevice.test(name))
}
