import type { Api, Params } from '../api.ts'
import { requiredText } from './options.ts'

const both = ['scope.record', 'scope.camera'] as const

/** Joins a room for voices, or for videos with `roomType: 'video'`. */
export const joinVoIPChat: Api = {
  scope: 'scope.record',
  alsoScopes: ['scope.camera'],
  scopesIn: params => (isVideo(params) ? both : ['scope.record']),
  options: {
    roomType: { types: ['String'], values: ['voice', 'video'] },
    groupId: requiredText,
    signature: requiredText,
    nonceStr: requiredText,
    timeStamp: { types: ['Number'], required: true },
    muteConfig: { types: ['Object'] },
    forceCellularNetwork: { types: ['Boolean'] },
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

export const isVideo = ({ roomType }: Params) => roomType === 'video'

/** The picture of a member of the room; the user's own needs both. */
export const voipRoom: Api = {
  scope: 'scope.record',
  alsoScopes: ['scope.camera'],
  options: {},
  receives: [],
  reply: () => ({}),
}

/** Streams picture and sound from the phone. */
export const livePusher: Api = {
  scope: 'scope.record',
  alsoScopes: ['scope.camera'],
  options: {},
  receives: [],
  reply: () => ({}),
}
