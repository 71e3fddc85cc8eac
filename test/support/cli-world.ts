import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AppRecord, Profile } from '../../src/machine/profile.ts'
import { documentOf, type Run, type RunOptions, runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-home.ts'

/** A new user: a folder for profiles that does not exist yet, and an empty working directory. */
export interface World {
  readonly directory: string
  readonly home: string
  readonly cwd: string
  /** Runs `wxauth`. A string is split at spaces. */
  run(args: string | readonly string[], options?: RunOptions): Promise<Run>
  /** The document of `--json`, whatever the exit code. */
  json<T = CallDocument>(args: string | readonly string[], options?: RunOptions): Promise<T>
  path(profile?: string): string
  /** The content of the profile; throws if there is none. */
  profile(name?: string): Profile
  write(file: string, content: string | Uint8Array | object): string
}

/** The document of `call`, `authorize`, `get-setting`, `open-setting` and `tap`. */
interface CallDocument {
  readonly api: string
  readonly callback: 'success' | 'fail' | null
  readonly result: (Readonly<Record<string, unknown>> & { readonly errMsg: string }) | null
  readonly scope: string | null
  readonly before: string | null
  readonly after: string | null
  readonly popup: string | null
  readonly profile: string
  readonly appid: string
}

/** Runs a test in its own world, so that tests can run concurrently. */
export async function inWorld<T>(run: (world: World) => Promise<T>): Promise<T> {
  const { path: directory, remove } = temporaryFolder()
  try {
    return await run(worldIn(directory))
  } finally {
    remove()
  }
}

function worldIn(directory: string): World {
  const home = join(directory, 'profiles')
  const cwd = join(directory, 'work')
  mkdirSync(cwd)
  const run: World['run'] = (args, options = {}) =>
    runCli(typeof args === 'string' ? args.split(' ') : args, { home, cwd, ...options })
  const path = (profile = 'default') => join(home, `${profile}.json`)
  return {
    directory,
    home,
    cwd,
    run,
    async json<T>(args: string | readonly string[], options?: RunOptions) {
      const words = typeof args === 'string' ? args.split(' ') : args
      return documentOf<T>(await run([...words, '--json'], options))
    },
    path,
    profile: name => JSON.parse(readFileSync(path(name), 'utf8')),
    write(file, content) {
      const target = join(directory, file)
      mkdirSync(dirname(target), { recursive: true })
      const isText = typeof content === 'string' || content instanceof Uint8Array
      writeFileSync(target, isText ? content : JSON.stringify(content))
      return target
    },
  }
}

const at = '2026-01-31T08:00:00.000Z'

/** A Mini Program's record with these scopes decided. */
export function appRecord(
  states: Readonly<Record<string, 'accepted' | 'rejected'>>,
  more: Partial<AppRecord> = {},
): AppRecord {
  const scopes = Object.entries(states).map(([scope, state]) => [scope, { state, at, by: 'popup' }] as const)
  return { name: 'WXAuth Demo', scopes: Object.fromEntries(scopes), replies: {}, ...more }
}

/** A profile with these decisions of the demo Mini Program. */
export function profileWith(
  states: Readonly<Record<string, 'accepted' | 'rejected'>>,
  more: Partial<AppRecord> = {},
): Profile {
  return { version: 1, apps: { touristappid: appRecord(states, more) } }
}

/** Every file below a folder with its bytes; `undefined` if there is no folder. */
export function snapshot(directory: string): Readonly<Record<string, string>> | undefined {
  if (!existsSync(directory)) return undefined
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    files.map(file => {
      const isFile = lstatSync(join(directory, file)).isFile()
      return [file, isFile ? readFileSync(join(directory, file), 'latin1') : 'no file']
    }),
  )
}

/** The lines of a stream. */
export const linesOf = (text: string): readonly string[] => text.split('\n').slice(0, -1)

/** The error of `--json`, which is the last line of stderr. */
export function errorOf({ stderr }: Run): {
  readonly code: string
  readonly message: string
  readonly hint: string
} {
  return JSON.parse(linesOf(stderr).at(-1) ?? '').error
}
