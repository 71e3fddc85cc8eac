import { basename, dirname } from 'node:path'
import type { ProfileStore } from '../emulator/ports.ts'
import { checkDepth } from './check-profile.ts'
import type { ProfileLockOptions } from './profile-lock.ts'
import { checkProfileName, profilePath } from './profile-path.ts'
import { readProfile } from './read-profile.ts'

export interface ConfStoreOptions extends ProfileLockOptions {
  /** Absolute; need not exist. */
  readonly directory: string
  /** The profile's name. */
  readonly name: string
}

/**
 * Keeps a profile in a JSON file that people can read and edit. Any number of processes may change it at once: no
 * change is lost. Only a change loads conf, so that reading is quick.
 * @throws WxauthError ERR_PROFILE_NAME; `read` and `update` throw ERR_PROFILE_*
 */
export function confStore(options: ConfStoreOptions): ProfileStore & { readonly path: string } {
  const { directory, name } = options
  checkProfileName(name, options.host.platform)
  const path = profilePath(directory, name)
  const source = { path, name }
  const read = () => readProfile(source)
  return {
    path,
    read,
    async update(change) {
      const before = read()
      // Nothing to write: no lock, no folder and no conf are needed.
      if (change(before) === before) return before
      const [{ default: Conf }, { rewrite }] = await Promise.all([import('conf'), import('./rewrite.ts')])
      let profile = before
      await rewrite(path, options, draft => {
        const current = read()
        profile = change(current)
        if (profile === current) return false
        checkDepth(profile, source)
        // conf is given the draft, not the profile itself: in a Snap terminal ($SNAP), and now and then on Windows, it
        // writes in place. Whoever reads the file at that moment would get half of it, and a kill would leave half.
        const conf = new Conf<Record<string, unknown>>({
          cwd: dirname(draft),
          configName: basename(draft),
          fileExtension: '',
          projectName: 'wxauth',
          projectSuffix: '',
          accessPropertiesByDotNotation: false,
          clearInvalidConfig: false,
          configFileMode: 0o600,
          serialize: textOf,
        })
        conf.store = { ...profile }
        return true
      })
      return profile
    },
  }
}

function textOf(profile: unknown): string {
  return `${JSON.stringify(profile, undefined, 2)}\n`
}
