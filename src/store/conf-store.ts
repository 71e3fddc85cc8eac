import { basename, dirname } from 'node:path'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ProfileStore } from '../emulator/ports.ts'
import { WxauthError } from '../faults.ts'
import { type JsonFormat, textIn } from '../json/format.ts'
import { mostBytes, tooLarge } from '../json/read-file.ts'
import type { ProfileLockOptions } from './profile-lock.ts'
import { checkProfileName, profilePath } from './profile-path.ts'
import { readProfile } from './read-profile.ts'

export interface ConfStoreOptions extends ProfileLockOptions {
  /** Absolute; need not exist. */
  readonly directory: string
  /** The profile's name. */
  readonly name: string
  /** The APIs that a profile can have replies for. */
  readonly catalogue: Catalogue
}

/**
 * Keeps a profile in a JSON file that people can read and edit. Any number of processes may change it at once: no
 * change is lost. Only a change loads conf, so that reading is quick.
 * @throws WxauthError ERR_PROFILE_NAME; `read` and `update` throw ERR_PROFILE_*
 */
export function confStore(options: ConfStoreOptions): ProfileStore & { readonly path: string } {
  const { directory, name, catalogue } = options
  checkProfileName(name, options.host.platform)
  const path = profilePath(directory, name)
  const stored = () => readProfile({ path, name }, catalogue)
  const read = () => stored().profile
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
        const { profile: current, format } = stored()
        profile = change(current)
        if (profile === current) return false
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
          serialize: value => textOf(value, format(), path),
        })
        conf.store = { ...profile }
        return true
      })
      return profile
    },
  }
}

/** @throws WxauthError ERR_PROFILE_UNWRITABLE if nobody could read it again */
function textOf(profile: unknown, format: JsonFormat, path: string): string {
  const text = textIn(format, profile)
  if (Buffer.byteLength(text) <= mostBytes) return text
  throw new WxauthError('ERR_PROFILE_UNWRITABLE', { path, problem: tooLarge })
}
