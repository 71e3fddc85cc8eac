import {
  type Expected,
  type Given,
  isList,
  isUpkeep,
  type LayerStates,
  type Moves,
  type Popup,
  type Row,
  type States,
  type Step,
  type Upkeep,
  type Use,
  type User,
  usage,
} from './sentence.ts'

/** Rows in words, for the titles of tests and for the README. */

export function rowText({ given, steps }: Row): string {
  return `${givenText(given)}: ${steps.map(step => `${whenText(step)} → ${thenText(step)}`).join('; ')}`
}

export function givenText(given: Given): string {
  const { scopes = {}, layers = {}, usage: purpose } = given
  const { edition = 'guide', platform, requiredPrivateInfos, requiredBackgroundModes } = given
  const parts = [
    ...(edition === 'guide' ? [] : [edition]),
    ...(platform === undefined ? [] : [platform]),
    statesText(scopes) || 'nothing decided',
    ...layerTexts(layers),
    ...namesText('requiredPrivateInfos', requiredPrivateInfos),
    ...namesText('requiredBackgroundModes', requiredBackgroundModes),
    ...(purpose === null ? ['no usage description'] : []),
    ...(typeof purpose === 'string' ? [`usage description “${purpose}”`] : []),
  ]
  return parts.join(', ')
}

export function stepText(step: Step): string {
  return `${whenText(step)} → ${thenText(step)}`
}

export function whenText(step: Step): string {
  if (isList(step)) return 'the scopes are listed'
  if (isUpkeep(step)) return upkeepText(step.when)
  return `${useText(step.when)}${answerText(step.user ?? 'nobody', step.expected)}`
}

export function thenText(step: Step): string {
  if (isList(step)) return `${step.expected.lists.length} scopes with their states, APIs and descriptions`
  const { after: states = {}, layers = {} } = step.expected
  const after = [statesText(states), ...layerTexts(layers)].filter(text => text !== '').join(', ')
  if (isUpkeep(step)) return after || 'nothing changes'
  return [popupText(step.expected), callbackText(step.expected), after].filter(text => text !== '').join(', ')
}

function upkeepText(upkeep: Upkeep): string {
  switch (upkeep.do) {
    case 'set':
      return `set ${[statesText(upkeep.states), ...layerTexts(upkeep.layers ?? {})].filter(text => text !== '').join(', ')}`
    case 'reset':
      return upkeep.scopes === undefined ? 'the Mini Program is deleted' : `reset ${upkeep.scopes.join(', ')}`
    case 'restart':
      return 'restarted'
    case 'wait':
      return 'ten seconds pass'
  }
}

function useText(use: Use): string {
  switch (use.do) {
    case 'call':
      return `\`${use.api.includes('.') ? use.api : `<${use.api}/>`}\`${paramsText(use.params)}`
    case 'privacy':
      return `\`${use.api}\``
    case 'authorize':
      return `\`wx.authorize\` ${use.scope}`
    case 'getSetting':
      return '`wx.getSetting`'
    case 'record':
      return '`RecorderManager.start`'
    case 'tapGetUserInfo':
      return 'a tap on `<button open-type="getUserInfo"/>`'
    case 'openSetting':
      return `\`wx.openSetting\`${movesText(use)}`
    case 'tapOpenSetting':
      return `a tap on \`<button open-type="openSetting"/>\`${movesText(use)}`
  }
}

function movesText({ enable = [], disable = [] }: Moves): string {
  const on = enable.length === 0 ? '' : `, the user switches ${enable.join(', ')} on`
  const off = disable.length === 0 ? '' : `, the user switches ${disable.join(', ')} off`
  return on + off
}

const answers = {
  accept: 'the user accepts',
  reject: 'the user rejects',
  dismiss: 'the user closes the popup',
  nobody: 'nobody answers',
} as const

/** If no popup is expected, the text says what the user would answer. */
function answerText(user: User, { popup, popups = [] }: Expected): string {
  if (popup !== null || popups.length > 0) return `, ${answers[user]}`
  return user === 'nobody' ? '' : `, the user would ${user}`
}

function popupText({ popup, popups = [], callback, scope }: Expected): string {
  if (popups.length > 0) return popups.map(contentText).join(', then ')
  if (popup !== null) return 'nobody is there'
  return callback === 'fail' || scope !== undefined ? 'no popup' : ''
}

function contentText(popup: Popup): string {
  if (popup.kind === 'privacy') return 'the privacy sheet'
  const { scope, purpose, withPrivacy } = popup
  const reason = purpose === null || purpose === usage ? '' : `: “${purpose}”`
  return `a popup for ${scope}${withPrivacy === true ? ' and the agreement' : ''}${reason}`
}

function callbackText({ callback, errMsg, errno, holds, authSetting, missing = [] }: Expected): string {
  if (callback === null) return 'no callback'
  const settings = authSetting === undefined ? '' : ` \`${JSON.stringify(authSetting)}\``
  const absent = missing.length === 0 ? '' : `, ${missing.join(', ')} not on the page`
  const number = errno === undefined ? '' : ` errno ${errno}`
  const values = holds === undefined ? '' : ` with \`${JSON.stringify(holds)}\``
  return `${callback} \`${errMsg}\`${number}${values}${settings}${absent}`
}

function layerTexts(layers: LayerStates): readonly string[] {
  return Object.entries(layers).map(pair => pair.join(' '))
}

function namesText(field: string, names: readonly string[] | undefined): readonly string[] {
  return names === undefined ? [] : [`${field} ${names.join(', ') || 'empty'}`]
}

function paramsText(params: object | undefined): string {
  return params === undefined ? '' : ` with ${JSON.stringify(params)}`
}

function statesText(states: States): string {
  const entries = Object.entries(states).filter(([, state]) => state !== undefined)
  const [common] = [...new Set(entries.map(([, state]) => state))].sort(
    (one, other) => count(entries, other) - count(entries, one),
  )
  // All scopes: only those that differ from most are named.
  if (entries.length < 9 || common === undefined) return entries.map(pair => pair.join(' ')).join(', ')
  const others = entries.filter(([, state]) => state !== common)
  return [`every scope ${common}`, ...others.map(pair => pair.join(' '))].join(', but ')
}

function count(entries: readonly (readonly [string, unknown])[], state: unknown): number {
  return entries.filter(([, each]) => each === state).length
}
