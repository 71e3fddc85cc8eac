import { guide } from './guide.ts'

/** The sentences of the guide that a walkthrough tells, by their first words. */
const starts = {
  practice: ['Initiate an authorization request to the user only when'],
  description: ['When scope.userLocation authorization is needed'],
  button: ['wx.authorize({scope: "scope.userInfo"})', 'Use <button open-type="getUserInfo"/>'],
  tap: ['Use <button open-type="getUserInfo"/>'],
  undecided: ['If the user has not accepted or rejected', 'The API can be called only after'],
  accepted: ['If the user has accepted authorization'],
  rejected: ['If the user has rejected authorization', 'Instead, API fail callback'],
  openSetting: ['The developer can call wx.openSetting'],
  settings: ['The user can control the authorization state'],
  validity: ['Once the user explicitly agrees or rejects'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type SentenceKey = keyof typeof starts

/** What the guide says, in its own words. */
export function guideSays(key: SentenceKey): string {
  return starts[key].map(sentence).join(' ')
}

function sentence(start: string): string {
  const text = guide.find(({ text }) => text.startsWith(start))?.text
  if (text === undefined) throw new Error(`No sentence of the guide starts with: ${start}`)
  // In the guide, a semicolon leads to the next bullet, which is not shown here.
  return text.replace(/;$/, '.')
}
