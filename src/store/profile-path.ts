import { join, posix, win32 } from 'node:path'
import { WxauthError } from '../faults.ts'

/** What the choice of the folder depends on. The caller passes it; nothing is read from the running process. */
export interface Surroundings {
  /** As in `process.platform`. Also decides how paths are written. */
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The user's home directory; `undefined` if the user has none. Called only where it decides. */
  readonly home: () => string | undefined
  /** A relative `$WXAUTH_HOME` starts here. Absolute. */
  readonly cwd: () => string
}

/** The part of Node's `process` that surroundings are made of. */
interface RunningProcess extends Pick<Surroundings, 'platform' | 'env'> {
  cwd(): string
}

/** @param os loads `node:os`, only where it decides */
export function surroundingsOf(
  running: RunningProcess,
  os: () => { homedir(): string; userInfo(): { readonly homedir: string } },
): Surroundings {
  const { platform, env } = running
  return {
    platform,
    env,
    home() {
      // The same as node:os on most systems, without loading it.
      if (platform !== 'win32' && env.HOME) return env.HOME
      try {
        const { homedir, userInfo } = os()
        // homedir() returns an empty $HOME as it is.
        return homedir() || userInfo().homedir || undefined
      } catch {
        // A container may run as a user without an entry in passwd (`docker run --user 1001`): then both throw.
        return undefined
      }
    },
    cwd() {
      try {
        return running.cwd()
      } catch {
        // The folder may have been removed. $PWD still names it, so a project above it can be found.
        return env.PWD ?? '/'
      }
    },
  }
}

/**
 * The folder of the profiles, absolute: `$WXAUTH_HOME`, or else the platform's folder for configuration.
 * @throws WxauthError ERR_NO_HOME
 */
export function configDirectory({ platform, env, home, cwd }: Surroundings): string {
  const path = platform === 'win32' ? win32 : posix
  const inHome = (...folders: readonly string[]) => {
    const directory = home()
    if (directory === undefined) throw new WxauthError('ERR_NO_HOME', {})
    return path.join(directory, ...folders)
  }
  if (env.WXAUTH_HOME) return path.resolve(cwd(), env.WXAUTH_HOME)
  if (platform === 'win32') {
    return path.resolve(cwd(), env.APPDATA || inHome('AppData', 'Roaming'), 'wxauth', 'Config')
  }
  if (platform === 'darwin') return path.resolve(cwd(), inHome('Library', 'Preferences'), 'wxauth')
  return path.resolve(cwd(), xdgConfigHome(env) ?? inHome('.config'), 'wxauth')
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

/** @throws WxauthError ERR_PROFILE_NAME, ERR_NO_HOME */
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
