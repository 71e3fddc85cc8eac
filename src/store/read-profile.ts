import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { systemProblem, WxauthError } from '../faults.ts'
import { emptyProfile, type Profile } from '../machine/profile.ts'
import { profileTexts } from '../messages/en/profile.ts'
import { type ProfileSource, parseProfile } from './parse-profile.ts'

/**
 * The profile in that file as it is now, and the empty one where there is no file. Creates nothing and never waits.
 * @throws WxauthError ERR_PROFILE_UNREADABLE, and what {@link parseProfile} throws
 */
export function readProfile(source: ProfileSource): Profile {
  const text = readRegularFile(source.path)
  if (text === undefined) return emptyProfile
  // In another encoding, a rewrite would make the letters it does not have in common with UTF-8 unreadable for good.
  const replaced = text.indexOf('\uFFFD')
  if (replaced !== -1 && !readFileSync(source.path).equals(Buffer.from(text))) {
    // What follows is not looked at, so that a text that ends here is sure to be refused, and at this place.
    return parseProfile(`${text.slice(0, replaced)}\0`, source)
  }
  return parseProfile(text, source)
}

// What Windows says of a file that another process is replacing in this very moment.
const passing: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM'])

function readRegularFile(path: string, tries = 5): string | undefined {
  let file: number | undefined
  try {
    // Opening a FIFO would otherwise wait for somebody to write into it. Windows has no such flag.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const stats = fstatSync(file)
    if (stats.isFile()) return readFileSync(file, 'utf8')
    const { directory, other } = profileTexts.notAFile
    throw unreadable(path, stats.isDirectory() ? directory : other)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (passing.has(code) && tries > 1) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
      return readRegularFile(path, tries - 1)
    }
    throw error instanceof WxauthError ? error : unreadable(path, systemProblem(error), error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function unreadable(path: string, problem: string, cause?: unknown): WxauthError {
  return new WxauthError('ERR_PROFILE_UNREADABLE', { path, problem }, { cause })
}
