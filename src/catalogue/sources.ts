/** Pages that say what differs from the guide. */

export const thread = (id: string) => `developers.weixin.qq.com/community/develop/doc/${id}`

/** Official: the changelog of the base library. */
export const changelog = 'developers.weixin.qq.com/miniprogram/dev/framework/release'

/** Official: "User authorization" lists the scopes and what each guards. */
export const authorizePage = 'developers.weixin.qq.com/miniprogram/dev/framework/open-ability/authorize.html'

/** Official, of 2021-12-27: Bluetooth, contacts and calendar get scopes on 2022-02-21. */
export const newScopes = {
  since: '2022-02-21',
  source: 'developers.weixin.qq.com/community/personal/oCJUswxwI0bxhizrlPOa6FrKx7QU/fav',
} as const

/** Official: addresses and invoices have no scope any more. */
export const noScope = { since: '2020-09-25', source: thread('000c0a0a590490590d0ba0c3d51801') } as const

/** Official: whoever chooses a place on a map has agreed by that. */
export const noScopeForPlaces = {
  since: '2022-06-13',
  source: thread('0008884ad0c4a860e6ed4f5d256001'),
} as const

/** Official: getUserInfo names nobody any more, and asks nobody. */
export const anonymous = { since: '2021-04-28', source: thread('000cacfa20ce88df04cb468bc52801') } as const
