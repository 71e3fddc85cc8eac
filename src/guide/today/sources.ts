/** Where the rules are said. */
const site = 'developers.weixin.qq.com/miniprogram/dev'
export const thread = (id: string) => `developers.weixin.qq.com/community/develop/doc/${id}`

export const authorizePage = `${site}/framework/open-ability/authorize.html`
export const appJsonPage = `${site}/reference/configuration/app.html`
export const privacyPage = `${site}/framework/user-privacy/PrivacyAuthorize.html`
export const errnoPage = `${site}/framework/usability/PublicErrno.html`
/** The versions of the base library, and what changed with each. */
export const changelog = `${site}/framework/release/`
/** A call of 2023 that fails with an errno of 103. */
export const errno103 = 'developers.weixin.qq.com/community/personal/oCJUswwwDLpliXDriw76Iqgz2xow/fav'
