import { WxauthError } from '../faults.ts'
import { isJsonObject } from '../json/json-object.ts'
import { languageNames } from '../messages/language.ts'
import { checkKind, checkObject, nearTo } from '../session/checks.ts'
import { nearest } from '../text/nearest.ts'
import type { WxAuthOptions } from './types/index.ts'

const optionNames = [
  'app',
  'project',
  'profile',
  'answers',
  'replies',
  'onUncaught',
  'language',
] as const satisfies readonly (keyof WxAuthOptions)[]

/** @throws WxauthError ERR_UNKNOWN_OPTION, ERR_BAD_ARGUMENT, ERR_UNKNOWN_LANGUAGE, ERR_CONFLICTING_FLAGS */
export function checkedOptions(options: WxAuthOptions): WxAuthOptions {
  checkObject('createWxAuth', 'options', options)
  for (const option of Object.keys(options)) {
    if (optionNames.some(name => name === option)) continue
    const near = nearest(option, optionNames)
    throw new WxauthError('ERR_UNKNOWN_OPTION', { option, near, known: optionNames })
  }
  const { app, onUncaught, project, language } = options
  const isFolder = project === undefined || typeof project === 'string' || isFileUrl(project)
  const isHandler = onUncaught === undefined || typeof onUncaught === 'function'
  checkKind('project', 'folder', project, isFolder)
  checkKind('onUncaught', 'function', onUncaught, isHandler)
  if (language !== undefined && !languageNames.some(name => name === language)) {
    const near = nearTo(language, languageNames)
    throw new WxauthError('ERR_UNKNOWN_LANGUAGE', { language, near, known: languageNames })
  }
  if (app !== undefined && project !== undefined) {
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: ['app', 'project'] })
  }
  return options
}

/** Looks at the shape: a URL of another realm is not an instance of this realm's `URL`. */
function isFileUrl(value: unknown): boolean {
  return isJsonObject(value) && 'href' in value && String(value.href).startsWith('file:')
}
