import { join } from 'node:path'
import type { EditionName } from '../../catalogue/edition-names.ts'
import type { JsonObject } from '../../json/json-object.ts'
import { readRegularFile } from '../../json/read-file.ts'
import { type ChosenEdition, editionFor } from '../../pages/edition.ts'
import { libVersionOf } from '../../pages/source/frameworks.ts'
import { lenientJson } from '../../pages/source/lenient-json.ts'
import { findProjectFolder } from '../../project/find.ts'
import { checkedEdition } from '../arguments/checked-words.ts'
import type { Flags } from '../arguments/flags.ts'
import { jsonArgument } from '../arguments/json-argument.ts'
import type { RunPlan } from '../arguments/run-plan.ts'
import type { Context } from '../world/context.ts'
import type { Terminal } from '../world/terminal.ts'
import { whyNobody } from '../world/who-answers.ts'
import type { Order, StoredProfile } from './conversation.ts'

/** @throws WxauthError ERR_PROJECT_MISSING */
export function projectFolder(terminal: Terminal, flags: Flags): string | undefined {
  const directory = flags.project ?? (terminal.env.WXAUTH_PROJECT || undefined)
  return findProjectFolder({ directory, cwd: terminal.cwd() })
}

/** The edition of the flag or the variable, else that of the project. @throws WxauthError ERR_UNKNOWN_EDITION */
export function editionOf({ env }: Terminal, flags: Flags, libVersion: string | undefined): ChosenEdition {
  const checked = (word: string | undefined) => (word ? checkedEdition(word) : undefined)
  return editionFor(checked(flags.edition), checked(env.WXAUTH_EDITION), libVersion)
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
  where: { readonly directory: string; readonly page: string | undefined; readonly edition: EditionName },
): Promise<Order> {
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
