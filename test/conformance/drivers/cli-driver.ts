import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  appName,
  type Expected,
  type Given,
  type LayerStates,
  type ListedScope,
  type States,
  type Upkeep,
  type Use,
  type User,
  usage,
  usualBackgroundModes,
  usualPrivateInfos,
} from '../../../src/guide/sentence.ts'
import type { ApiResult, PopupShown } from '../../../src/machine/outcome.ts'
import { documentOf, type Run, runCli } from '../../support/run-cli.ts'
import { spawnCli } from '../../support/spawn-cli.ts'
import { temporaryFolder } from '../../support/temporary-home.ts'
import type { Driver, Observation, OpenDriver } from './driver.ts'

const appid = 'wx0123456789abcdef'

/** The document of a command that runs a callback. */
interface OutcomeDocument {
  readonly callback: Expected['callback']
  readonly result: ApiResult | null
  readonly popup: Expected['popup']
  readonly popups: readonly PopupShown[]
  readonly scope: NonNullable<Expected['scope']> | null
}

type RunAt = (args: readonly string[], place: { readonly home: string; readonly cwd: string }) => Promise<Run>

/** Drives the command line in this process: only the profile's file outlives a use. */
export const cliDriver = driverWith(runCli)

/** Drives the built command line: every use is a process of its own. */
export const processDriver = driverWith((args, place) =>
  spawnCli({ args, world: { ...place, directory: place.cwd }, input: '' }),
)

function driverWith(runAt: RunAt): OpenDriver {
  return given => openCli(given, runAt)
}

async function openCli(given: Given, runAt: RunAt): Promise<Driver> {
  const folder = temporaryFolder()
  const home = join(folder.path, 'profiles')
  const profile = join(home, 'default.json')
  const cwd = projectIn(folder.path, given)
  if (given.scopes !== undefined || given.layers !== undefined) writeProfile(home, profile, given)
  const run = (...args: readonly string[]) => runAt([...args, ...flagsOf(given), '--json'], { home, cwd })

  return {
    async use(action, user) {
      return observation(await run(...wordsFor(action), ...answerFor(action, user)), action)
    },
    async upkeep(action) {
      const words = upkeepWords(action)
      if (words === undefined) return
      const { code, stderr } = await run(...words)
      if (code !== 0) throw new Error(`${action.do} ended with ${code}: ${stderr}`)
    },
    list: async () => documentOf<readonly ListedScope[]>(await run('list-scopes')),
    states: async () => statesIn(profile),
    layers: async () => layersIn(profile),
    close: folder.remove,
  } satisfies Driver
}

/** The guide's edition is the default. */
function flagsOf({ edition, platform }: Given): readonly string[] {
  return [
    ...(edition === undefined ? [] : ['--edition', edition]),
    ...(platform === undefined ? [] : ['--platform', platform]),
  ]
}

function projectIn(folder: string, given: Given): string {
  const {
    usage: desc = usage,
    requiredPrivateInfos = usualPrivateInfos,
    requiredBackgroundModes = usualBackgroundModes,
  } = given
  const directory = join(folder, 'project')
  const permission = desc === null ? {} : { 'scope.userLocation': { desc } }
  const appJson = { pages: [], permission, requiredPrivateInfos, requiredBackgroundModes }
  mkdirSync(directory)
  writeFileSync(join(directory, 'project.config.json'), JSON.stringify({ appid, projectname: appName }))
  writeFileSync(join(directory, 'app.json'), JSON.stringify(appJson))
  return directory
}

// Writes the file as a person could: these rows do not test `set`.
function writeProfile(home: string, path: string, { scopes: states = {}, layers = {} }: Given): void {
  const decided = Object.entries(states).filter(([, state]) => state !== 'undecided')
  const at = '2026-01-31T08:00:00.000Z'
  const scopes = Object.fromEntries(decided.map(([scope, state]) => [scope, { state, at, by: 'popup' }]))
  const privacy = {
    ...(layers.privacy === 'agreed' ? { state: 'agreed', at, by: 'popup' } : {}),
    ...(layers.guideline === 'undeclared' ? { guideline: 'undeclared' } : {}),
  }
  const system = Object.fromEntries(
    Object.entries(layers).flatMap(([layer, state]) =>
      layer.startsWith(inSystem) ? [[layer.slice(inSystem.length), state]] : [],
    ),
  )
  mkdirSync(home)
  writeFileSync(
    path,
    JSON.stringify({
      version: 1,
      system,
      apps: { [appid]: { name: appName, scopes, privacy, replies: {} } },
    }),
  )
}

const inSystem = 'system.'

function statesIn(path: string): States {
  if (!existsSync(path)) return {}
  const { apps } = JSON.parse(readFileSync(path, 'utf8'))
  const scopes: Readonly<Record<string, { readonly state: string }>> = apps[appid]?.scopes ?? {}
  return Object.fromEntries(Object.entries(scopes).map(([scope, { state }]) => [scope, state])) as States
}

function layersIn(path: string): LayerStates {
  if (!existsSync(path)) return {}
  const { apps, system = {} } = JSON.parse(readFileSync(path, 'utf8'))
  const { state = 'undecided', guideline = 'declared' } = apps[appid]?.privacy ?? {}
  const permissions = Object.entries(system).map(([permission, state]) => [inSystem + permission, state])
  return { privacy: state, guideline, ...Object.fromEntries(permissions) }
}

/** Nothing runs between two commands, so there is nothing to restart, and nothing that waits. */
function upkeepWords(action: Upkeep): readonly string[] | undefined {
  switch (action.do) {
    case 'restart':
    case 'wait':
      return undefined
    case 'set':
      return ['set', ...Object.entries({ ...action.states, ...action.layers }).map(pair => pair.join('='))]
    case 'reset':
      return ['reset', ...(action.scopes ?? [])]
  }
}

function wordsFor(action: Use): readonly string[] {
  switch (action.do) {
    case 'call':
      return ['call', action.api, ...(action.params === undefined ? [] : [JSON.stringify(action.params)])]
    case 'privacy':
    case 'record':
      throw new Error('Only pages call it')
    case 'authorize':
      return ['authorize', action.scope]
    case 'getSetting':
      return ['get-setting']
    case 'tapGetUserInfo':
      return ['tap', 'getUserInfo']
    case 'openSetting':
    case 'tapOpenSetting': {
      const moves = [
        ...(action.enable ?? []).flatMap(scope => ['--enable', scope]),
        ...(action.disable ?? []).flatMap(scope => ['--disable', scope]),
      ]
      return [...(action.do === 'openSetting' ? ['open-setting'] : ['tap', 'openSetting']), ...moves]
    }
  }
}

/** Only commands that may show a popup have answer flags. */
function answerFor(action: Use, user: User): readonly string[] {
  const mayAsk = action.do === 'call' || action.do === 'authorize' || action.do === 'tapGetUserInfo'
  return mayAsk && user !== 'nobody' ? [`--${user}`] : []
}

function observation(run: Run, action: Use): Observation {
  const { callback, result, popup, popups, scope } = documentOf<OutcomeDocument>(run)
  const missing = missingOf(run, action)
  const code = callback === null ? 3 : callback === 'success' && missing.length === 0 ? 0 : 1
  if (run.code !== code)
    throw new Error(`Exit code ${run.code} instead of ${code} after ${run.stdout}${run.stderr}`)
  return { callback, result, popup, popups, scope, missing }
}

/** The document does not list the missing switches; stderr does, one error a line. */
function missingOf({ stderr }: Run, action: Use): Observation['missing'] {
  if (action.do !== 'openSetting' && action.do !== 'tapOpenSetting') return []
  const complaints = stderr.split('\n').filter(line => line.startsWith('error: '))
  const moves = [...(action.enable ?? []), ...(action.disable ?? [])]
  return moves.filter(scope => complaints.some(line => line.split(/[ :]/).includes(scope)))
}
