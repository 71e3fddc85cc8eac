import { WxauthError } from '../faults.ts'
import { checkedLanguage } from '../messages/language.ts'
import { isAppid } from '../project/declared.ts'
import { checkKind, checkObject, checkText } from '../session/checks.ts'
import { checkProfileName } from '../store/profile-path.ts'
import { nearest } from '../text/nearest.ts'
import { folderPath } from './folder-path.ts'
import { hostProcess } from './running.ts'
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

/**
 * The options, checked before anything is read or written. `answers` and `replies` are checked where they are used,
 * also at creation.
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_OPTION, ERR_UNKNOWN_LANGUAGE, ERR_PROFILE_NAME,
 * ERR_CONFLICTING_FLAGS
 */
export function checkedOptions(options: unknown): WxAuthOptions {
  checkObject({ what: 'options' }, 'object', options)
  for (const option of Object.keys(options)) {
    if (optionNames.some(name => name === option)) continue
    const near = nearest(option, optionNames)
    throw new WxauthError('ERR_UNKNOWN_OPTION', { option, of: 'createWxAuth', near, known: optionNames })
  }
  const { app, project, profile, onUncaught, language } = options
  if (app !== undefined) checkApp(app)
  checkKind('project', 'folder', project, project === undefined || folderPath(project) !== undefined)
  if (profile !== undefined) checkProfile(profile)
  checkKind(
    'onUncaught',
    'function',
    onUncaught,
    onUncaught === undefined || typeof onUncaught === 'function',
  )
  if (language !== undefined) checkLanguage(language)
  if (app !== undefined && project !== undefined) {
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: ['app', 'project'] })
  }
  return options
}

/** Unlike an app.json on disk, which DevTools checks, this one is checked by nobody else. */
function checkApp(app: unknown): void {
  checkObject('app', 'object', app)
  const { appid, name, permission } = app
  checkKind('app.appid', 'appid', appid, appid === undefined || isAppid(appid))
  if (name !== undefined) checkText('app.name', 'string', name)
  if (permission === undefined) return
  checkObject('app.permission', 'object', permission)
  const location = permission['scope.userLocation']
  if (location === undefined) return
  const path = 'app.permission["scope.userLocation"]'
  checkObject(path, 'object', location)
  if (location.desc !== undefined) checkText(`${path}.desc`, 'string', location.desc)
}

function checkProfile(name: unknown): void {
  checkText('profile', 'profile', name)
  checkKind('profile', 'profile', name, name !== '')
  checkProfileName(name, hostProcess.platform)
}

export function checkLanguage(language: unknown): void {
  checkText('language', 'language', language)
  checkedLanguage(language)
}
