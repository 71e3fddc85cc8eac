import type { Params } from '../../../catalogue/api.ts'
import type { NavigationFailure, NavigationKind, Place } from '../../ports.ts'
import { numberOf, type RowAnswer, type RowHost, type Rows, textOf } from '../row.ts'

/** Moves the page stack in a turn of its own, as the platform does. */
async function navigate(
  how: NavigationKind,
  params: Params,
  host: RowHost,
  at: Place | undefined,
): Promise<RowAnswer> {
  const { clock, stack, realm, observe } = host
  const url = textOf(params.url)
  const channel = how === 'navigateTo' ? realm.eventChannel(params.events) : undefined
  await new Promise<void>(resolve => clock.later(resolve))
  const failure = stack.navigate(how, url, channel?.opened)
  // The phone shows an empty page, and says that it is there.
  if (failure === 'broken') return {}
  if (failure !== undefined) return { errMsg: failureText(failure, how, url) }
  observe({ kind: 'navigated', how, page: shownPage(host), at })
  return channel === undefined ? {} : { eventChannel: channel.opener }
}

async function navigateBack(params: Params, host: RowHost, at: Place | undefined): Promise<RowAnswer> {
  const { clock, stack, observe } = host
  await new Promise<void>(resolve => clock.later(resolve))
  const failure = stack.back(numberOf(params.delta, 1))
  if (failure !== undefined && !host.isOpenedFromPage)
    return { errMsg: failureText('no-back', 'navigateBack', '') }
  observe({ kind: 'navigated', how: 'navigateBack', page: shownPage(host), at })
  return {}
}

const shownPage = ({ stack }: RowHost) => stack.pages().at(-1)?.route ?? ''

/** Seen in DevTools and in many reports. */
function failureText(failure: Exclude<NavigationFailure, 'broken'>, how: string, url: string): string {
  switch (failure) {
    case 'not-found':
      return `fail page "${url.replace(/^\//, '')}" is not found`
    case 'is-tab':
      return `fail can not ${how} a tabbar page`
    case 'not-tab':
      return 'fail can not switch to no-tabBar page'
    case 'too-many':
      return 'fail webview count limit exceed'
    case 'no-back':
      return 'fail cannot navigate back at first page.'
  }
}

const row = (how: NavigationKind) => ({
  quiet: true as const,
  answer: (params: Params, host: RowHost, at: Place | undefined) => navigate(how, params, host, at),
})

export const navigationRows: Rows = {
  navigateTo: row('navigateTo'),
  redirectTo: row('redirectTo'),
  switchTab: row('switchTab'),
  reLaunch: row('reLaunch'),
  navigateBack: { quiet: true, answer: navigateBack },
}
