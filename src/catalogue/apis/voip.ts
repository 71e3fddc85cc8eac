import type { Api, Option, Options, Params } from '../api.ts'
import { boolean, number, requiredText } from './options.ts'

/** What sound and picture need, in this order. */
type Scopes = readonly ('scope.record' | 'scope.camera')[]
const both: Scopes = ['scope.record', 'scope.camera']

/** Joins a room for voices, or for videos with `roomType: 'video'`. */
export const joinVoIPChat: Api = {
  scope: 'scope.record',
  alsoScopes: ['scope.camera'],
  scopesIn: scopesOfChat,
  options: {
    roomType: { types: ['String'], values: ['voice', 'video'] },
    groupId: requiredText,
    signature: requiredText,
    nonceStr: requiredText,
    timeStamp: { types: ['Number'], required: true },
    muteConfig: { types: ['Object'] },
    forceCellularNetwork: boolean,
  },
  sample: {
    groupId: 'wxauth-demo',
    signature: 'wxauth-demo',
    nonceStr: 'wxauth-demo',
    timeStamp: 1700000000,
  },
  receives: ['openIdList', 'errCode'],
  reply: () => ({ openIdList: ['oWXAuthDemo_0000000000000001'], errCode: 0 }),
}

export function scopesOfChat({ roomType }: Params): Scopes {
  return roomType === 'video' ? both : ['scope.record']
}

const optionsOf1v1Chat: Options = {
  backgroundType: number,
  minWindowType: number,
}

const user: Option = { types: ['Object'], required: true }

/**
 * Calls another user. The page of the API gives codes of their own to refusals, -30003 for the recorder and -30004 for
 * the camera, but no errMsg that phones show with them was reported: they fail like every other API.
 */
export const join1v1Chat: Api = {
  scope: 'scope.record',
  alsoScopes: ['scope.camera'],
  // Official, on its page: it does not return a promise.
  answers: 'callbacks',
  options: {
    caller: user,
    listener: user,
    roomType: { types: ['String'], values: ['voice', 'video'] },
    disableSwitchVoice: boolean,
    ...optionsOf1v1Chat,
  },
  sample: {
    caller: { nickname: '测试小微', openid: 'oWXAuthDemo_0000000000000001' },
    listener: { nickname: '示例好友', openid: 'oWXAuthDemo_0000000000000002' },
  },
  receives: ['errCode'],
  reply: () => ({ errCode: 0 }),
}

/** Makes calls of this kind possible. Whether switching them off needs the scopes too is not confirmed. */
export const setEnable1v1Chat: Api = {
  scope: 'scope.record',
  alsoScopes: ['scope.camera'],
  answers: 'callbacks',
  options: { enable: { types: ['Boolean'], required: true }, ...optionsOf1v1Chat },
  sample: { enable: true },
  receives: [],
  reply: () => ({}),
}

/** The picture of a member of the room; the user's own needs both. */
export const voipRoom: Api = {
  scope: 'scope.record',
  alsoScopes: ['scope.camera'],
  options: {},
  receives: [],
  reply: () => ({}),
}

/**
 * Streams picture and sound from the phone. That it needs no scope for what an attribute switches off is not confirmed.
 */
export const livePusher: Api = {
  scope: 'scope.record',
  alsoScopes: ['scope.camera'],
  scopesIn: scopesOfPusher,
  options: { 'enable-mic': boolean, 'enable-camera': boolean },
  receives: [],
  reply: () => ({}),
}

export function scopesOfPusher(params: Params): Scopes {
  const switches = { 'scope.record': 'enable-mic', 'scope.camera': 'enable-camera' } as const
  return both.filter(scope => params[switches[scope]] !== false)
}
