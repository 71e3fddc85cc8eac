import { basename, dirname } from 'node:path'
import type { ProfileStore } from '../emulator/ports.ts'
import type { LockOptions } from '../locks/lock.ts'
import { checkProfileName, profilePath } from './profile-path.ts'
import { readProfile } from './read-profile.ts'

export interface ConfStoreOptions extends LockOptions {
  /** Absolute; need not exist. */
  readonly directory: string
  /** The profile's name. */
  readonly name: string
}

/**
 * A profile kept as a JSON file that a person can read and change, and that any number of processes may change at
 * once without losing one another's changes. Reading loads no more than node:fs; only a change loads conf.
 * @throws WxauthError ERR_PROFILE_NAME; its `read` and `update` ERR_PROFILE_*
 */
export function confStore(options: ConfStoreOptions): ProfileStore & { readonly path: string } {
  const { directory, name } = options
  checkProfileName(name, options.host.platform)
  const path = profilePath(directory, name)
  const read = () => readProfile({ path, name })
  return {
    path,
    read,
    async update(change) {
      const seen = read()
      // Nothing to write, so there is nothing to lose either: no lock, no folder, no conf.
      if (change(seen) === seen) return seen
      const [{ default: Conf }, { rewrite }] = await Promise.all([import('conf'), import('./rewrite.ts')])
      let kept = seen
      await rewrite(path, options, draft => {
        const current = read()
        kept = change(current)
        if (kept === current) return false
        // The draft, not the profile itself: in a Snap terminal ($SNAP), and on Windows now and then, conf writes
        // the file in place, and a reader or a kill in that moment would meet half of it.
        const conf = new Conf<Record<string, unknown>>({
          cwd: dirname(draft),
          configName: basename(draft),
          fileExtension: '',
          projectName: 'wxauth',
          projectSuffix: '',
          accessPropertiesByDotNotation: false,
          clearInvalidConfig: false,
          configFileMode: 0o600,
          serialize: written,
        })
        conf.store = { ...kept }
        return true
      })
      return kept
    },
  }
}

function written(profile: unknown): string {
  return `${JSON.stringify(profile, undefined, 2)}\n`
}
