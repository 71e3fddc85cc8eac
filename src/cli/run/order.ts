import { join } from 'node:path'
import { WxauthError } from '../../faults.ts'
import type { JsonObject } from '../../json/json-object.ts'
import { readRegularFile } from '../../json/read-file.ts'
import { libVersionOf } from '../../pages/source/frameworks.ts'
import { lenientJson } from '../../pages/source/lenient-json.ts'
import { findProjectFolder } from '../../project/find.ts'
import type { Flags } from '../arguments/flags.ts'
import { jsonArgument } from '../arguments/json-argument.ts'
import type { RunPlan } from '../arguments/run-plan.ts'
import type { Context } from '../world/context.ts'
import type { Terminal } from '../world/terminal.ts'
import { whyNobody } from '../world/who-answers.ts'
import type { Order, StoredProfile } from './conversation.ts'

/** @throws WxauthError ERR_NO_PROGRAM, ERR_PROJECT_MISSING */
export function projectFolder(terminal: Terminal, flags: Flags): string {
  const directory = flags.project ?? (terminal.env.WXAUTH_PROJECT || undefined)
  const cwd = terminal.cwd()
  const found = findProjectFolder({ directory, cwd })
  if (found === undefined) throw new WxauthError('ERR_NO_PROGRAM', { directory: cwd, command: 'wxauth run' })
  return found
}

/** The version of the base library that the project names; a file that is broken is read as far as that is possible. */
export function libVersionIn(directory: string): string | undefined {
  const read = (name: string): JsonObject => {
    const content = readRegularFile(join(directory, name))
    return content === undefined || 'problem' in content
      ? {}
      : lenientJson(content.bytes.toString('utf8').replace(/^\uFEFF/, '')).object
  }
  return libVersionOf({ ...read('project.config.json'), ...read('project.private.config.json') })
}

/**
 * What the worker is to do.
 * @throws WxauthError ERR_UNREADABLE_FILE, ERR_BAD_JSON, ERR_PROFILE_NAME
 */
export async function orderOf(
  context: Context,
  flags: Flags,
  plan: RunPlan,
  where: { readonly directory: string; readonly page: string | undefined; readonly edition: string },
): Promise<Omit<Order, 'beats'>> {
  const { terminal, texts } = context
  const hasPerson = whyNobody(terminal, flags) === undefined
  return {
    ...where,
    query: plan.query,
    steps: plan.steps,
    answers: plan.answers,
    hasPerson,
    isInteractive: hasPerson && !flags.json && !isScripted(flags),
    language: texts.language,
    storage: await fileOf('storage', plan.storage, terminal),
    fixtures: await fileOf('fixtures', plan.fixtures, terminal),
    profile: profileOf(context, flags),
  }
}

/** Whether the flags say what happens: then nothing but a popup is left for a person. */
const isScripted = ({ steps, expect, expectText, expectNoText, expectPage }: Flags) =>
  [steps, expect, expectText, expectNoText, expectPage].some(written => written !== undefined)

async function fileOf(what: 'storage' | 'fixtures', path: string | undefined, terminal: Terminal) {
  return path === undefined ? undefined : jsonArgument(what, `@${path}`, terminal)
}

/** Only a profile that was asked for: a run starts from a user who decided nothing. */
function profileOf({ terminal, profile }: Context, flags: Flags): StoredProfile | undefined {
  if (flags.profile === undefined && !terminal.env.WXAUTH_PROFILE) return undefined
  const { name, directory } = profile()
  return { name, directory, patience: terminal.lockPatience }
}
