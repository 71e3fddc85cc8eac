/** The languages that have texts. */
export const languageNames = ['en', 'zh-CN'] as const
export type Language = (typeof languageNames)[number]
