/**
 * The public types of the library, complete in this folder: whoever uses them needs no other package. Those of `wx` are
 * WeChat's own, as miniprogram-api-typings has them, for the APIs that are here.
 */
export type * from './auth.ts'
export type * from './options.ts'
export type * from './results.ts'
export type * from './scopes.ts'
export type * from './wx.ts'
