import {
  type Expected,
  type Given,
  isList,
  isUpkeep,
  type Moves,
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

export function givenText({ scopes = {}, usage: purpose }: Given): string {
  const parts = [
    statesText(scopes) || 'nothing decided',
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
  const after = statesText(step.expected.after ?? {})
  if (isUpkeep(step)) return after || 'nothing changes'
  return [popupText(step.expected), callbackText(step.expected), after].filter(text => text !== '').join(', ')
}

function upkeepText(upkeep: Upkeep): string {
  switch (upkeep.do) {
    case 'set':
      return `set ${statesText(upkeep.states)}`
    case 'reset':
      return upkeep.scopes === undefined ? 'the Mini Program is deleted' : `reset ${upkeep.scopes.join(', ')}`
    case 'restart':
      return 'restarted'
  }
}

function useText(use: Use): string {
  switch (use.do) {
    case 'call':
      return use.api === 'camera' ? '`<camera/>`' : `\`${use.api}\``
    case 'authorize':
      return `\`wx.authorize\` ${use.scope}`
    case 'getSetting':
      return '`wx.getSetting`'
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
function answerText(user: User, { popup }: Expected): string {
  if (popup !== null) return `, ${answers[user]}`
  return user === 'nobody' ? '' : `, the user would ${user}`
}

function popupText({ popup, asks, callback, scope }: Expected): string {
  if (popup === null) return callback === 'fail' || scope !== undefined ? 'no popup' : ''
  if (asks === undefined) return 'nobody is there'
  const reason = asks.purpose === null || asks.purpose === usage ? '' : `: “${asks.purpose}”`
  return `a popup for ${asks.scope}${reason}`
}

function callbackText({ callback, errMsg, authSetting, missing = [] }: Expected): string {
  if (callback === null) return 'no callback'
  const settings = authSetting === undefined ? '' : ` \`${JSON.stringify(authSetting)}\``
  const absent = missing.length === 0 ? '' : `, ${missing.join(', ')} not on the page`
  return `${callback} \`${errMsg}\`${settings}${absent}`
}

function statesText(states: States): string {
  const entries = Object.entries(states).filter(([, state]) => state !== undefined)
  const [common] = [...new Set(entries.map(([, state]) => state))].sort(
    (one, other) => count(entries, other) - count(entries, one),
  )
  // All nine scopes: only those that differ from most are named.
  if (entries.length < 9 || common === undefined) return entries.map(pair => pair.join(' ')).join(', ')
  const others = entries.filter(([, state]) => state !== common)
  return [`every scope ${common}`, ...others.map(pair => pair.join(' '))].join(', but ')
}

function count(entries: readonly (readonly [string, unknown])[], state: unknown): number {
  return entries.filter(([, each]) => each === state).length
}
