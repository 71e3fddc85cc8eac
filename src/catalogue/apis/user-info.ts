import { type Api, type Params, type Payload, type ReplyContext, watermark } from '../api.ts'
import { sessionKey } from '../session-key.ts'
import { boolean } from './options.ts'

export const getUserInfo: Api = {
  scope: 'scope.userInfo',
  options: { withCredentials: boolean, lang: { types: ['String'], values: ['en', 'zh_CN', 'zh_TW'] } },
  receives: ['userInfo', 'rawData', 'signature', 'encryptedData', 'iv'],
  reply: userInfo,
}

/** Where the demo person lives, in the three languages of `lang`; `en` is the default. */
const homes = {
  en: { city: 'Shenzhen', province: 'Guangdong', country: 'China' },
  zh_CN: { city: '深圳', province: '广东', country: '中国' },
  zh_TW: { city: '深圳', province: '廣東', country: '中國' },
} as const

// The number at the end of an avatar's URL is its size in pixels.
const person = {
  nickName: '测试小微',
  gender: 2,
  avatarUrl: 'https://wx.qlogo.cn/mmopen/vi_32/wxauth-demo/132',
} as const

export const ids = {
  openId: 'oWXAuthDemo_0000000000000001',
  unionId: 'uWXAuthDemo_0000000000000001',
} as const

/**
 * The keys of `rawData` and of the encrypted object are in the order of the official samples. They have a `unionId`,
 * although a Mini Program without an open-platform account gets none.
 */
function userInfo(params: Params, context: ReplyContext): Promise<Payload> {
  const language = languageOf(params.lang)
  const publicInfo = {
    nickName: person.nickName,
    gender: person.gender,
    language,
    ...homes[language],
    avatarUrl: person.avatarUrl,
  }
  const { openId, unionId } = ids
  return signed(publicInfo, { openId, ...publicInfo, unionId }, params, context)
}

/** What the user shows to everybody in the open, with its signature; and the full information, encrypted. */
export async function signed(
  publicInfo: object,
  fullInfo: object,
  params: Params,
  context: ReplyContext,
): Promise<Payload> {
  const { seal } = context
  const rawData = JSON.stringify(publicInfo)
  const answer = { userInfo: publicInfo, rawData, signature: await seal.sha1(rawData + sessionKey) }

  // Official: without credentials the answer has no encryptedData and no iv. No other field is said to be missing, so
  // the signature stays.
  if (params.withCredentials === false) return answer

  const encrypted = await seal.encrypt(JSON.stringify({ ...fullInfo, watermark: watermark(context) }))
  return { ...answer, ...encrypted }
}

function languageOf(lang: unknown): keyof typeof homes {
  return lang === 'zh_CN' || lang === 'zh_TW' ? lang : 'en'
}
