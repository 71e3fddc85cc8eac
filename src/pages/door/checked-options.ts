import { editionNames } from '../../catalogue/edition-names.ts'
import { type Argument, WxauthError } from '../../faults.ts'
import { checkKind, checkObject, checkText } from '../../session/checks.ts'
import { nearest } from '../../text/nearest.ts'
import { checkLanguage } from '../../wx/checked-options.ts'
import { folderPath } from '../../wx/folder-path.ts'
import type { LaunchOptions } from './types.ts'

const optionNames = [
  'project',
  'edition',
  'language',
  'answers',
  'settings',
  'modal',
  'sheet',
  'pick',
  'storage',
  'fixtures',
] as const satisfies readonly (keyof LaunchOptions)[]

/**
 * The options, checked before anything is read. `answers`, `settings` and `fixtures` are checked where they are used, also
 * at the launch.
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_OPTION, ERR_UNKNOWN_LANGUAGE
 */
export function checkedLaunchOptions(options: unknown): LaunchOptions {
  checkObject({ what: 'launch-options' }, 'object', options)
  for (const option of Object.keys(options)) {
    if (optionNames.some(name => name === option)) continue
    throw new WxauthError('ERR_UNKNOWN_OPTION', {
      option,
      of: 'launch',
      near: nearest(option, optionNames),
      known: optionNames,
    })
  }
  const { project, edition, language, modal, sheet, pick, storage } = options
  checkKind('project', 'folder', project, folderPath(project) !== undefined)
  if (edition !== undefined) checkEdition(edition)
  if (language !== undefined) checkLanguage(language)
  if (modal !== undefined) checkChooser('modal', modal)
  if (sheet !== undefined) checkChooser('sheet', sheet)
  if (pick !== undefined) checkChooser('pick', pick)
  if (storage !== undefined) checkObject('storage', 'object', storage)
  return options as unknown as LaunchOptions
}

/** @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_EDITION */
function checkEdition(edition: unknown): void {
  checkText('edition', 'edition', edition)
  if (editionNames.some(name => name === edition)) return
  throw new WxauthError('ERR_UNKNOWN_EDITION', { edition, near: nearest(edition, editionNames) })
}

const answers = {
  modal: (value: unknown) => value === 'confirm' || value === 'cancel',
  sheet: (value: unknown) => value === 'cancel' || (Number.isInteger(value) && Number(value) >= 0),
  pick: (value: unknown) => value === 'ok' || value === 'cancel',
} as const

/** @throws WxauthError ERR_BAD_ARGUMENT */
export function checkChooser(kind: keyof typeof answers, value: unknown, argument: Argument = kind): void {
  checkKind(argument, kind, value, typeof value === 'function' || answers[kind](value))
}
