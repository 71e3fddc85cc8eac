import type { Api, Params, Payload, ReplyContext } from '../api.ts'
import { anonymous, thread } from '../sources.ts'
import { requiredText } from './options.ts'
import { ids, signed, getUserInfo as withName } from './user-info.ts'

/**
 * Everybody since 2021-04-28. The name and a gray picture are official
 * (developers.weixin.qq.com/community/develop/doc/000cacfa20ce88df04cb468bc52801); the other values and the order are
 * those of results quoted in the code of several published Mini Programs. Whether other languages have another name is
 * not confirmed.
 */
const anybody = {
  nickName: '微信用户',
  gender: 0,
  language: '',
  city: '',
  province: '',
  country: '',
  avatarUrl:
    'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4BWmiaIGuG1icwxaQX6grC9VemZoJ8rg/132',
  is_demote: true,
} as const

export const getUserInfo: Api = {
  ...withName,
  scope: null,
  reply: (params: Params, context: ReplyContext): Promise<Payload> =>
    signed(anybody, { openId: ids.openId, ...anybody, unionId: ids.unionId }, params, context),
  ...anonymous,
}

/** Its encrypted data has neither openId nor unionId: official, the API's page. */
export const getUserProfile: Api = {
  scope: null,
  options: { desc: requiredText, lang: { types: ['String'], values: ['en', 'zh_CN', 'zh_TW'] } },
  sample: { desc: '用于完善会员资料' },
  receives: withName.receives,
  reply: (_: Params, context: ReplyContext): Promise<Payload> => signed(anybody, anybody, {}, context),
  since: '2022-11-08',
  source: thread('00022c683e8a80b29bed2142b56c01'),
}
