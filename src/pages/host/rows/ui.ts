import type { Params } from '../../../catalogue/api.ts'
import type { Place } from '../../ports.ts'
import {
  callLater,
  listOf,
  nothing,
  numberOf,
  type RowAnswer,
  type RowHost,
  type Rows,
  textOf,
} from '../row.ts'

type Answer = (params: Params, host: RowHost, at: Place | undefined) => RowAnswer

/** A row that shows something: no event of a call beside what is shown. */
const shows = (show: (...args: Parameters<Answer>) => void) => ({
  quiet: true as const,
  answer: (...args: Parameters<Answer>) => {
    show(...args)
    return {}
  },
})

async function showModal(params: Params, host: RowHost, at: Place | undefined): Promise<RowAnswer> {
  const modal = {
    title: textOf(params.title),
    content: textOf(params.content),
    confirmText: textOf(params.confirmText, '确定'),
    cancelText: textOf(params.cancelText, '取消'),
    showCancel: params.showCancel !== false,
  }
  const wanted = await host.askUser({ kind: 'modal', modal, at }, () => host.user.modal(modal))
  // Without that button there is nothing to cancel with.
  const answer = modal.showCancel ? wanted : 'confirm'
  host.observe({ kind: 'modal', title: modal.title, content: modal.content, answer, at })
  const content = params.editable === true ? { content: answer === 'confirm' ? modal.content : '' } : {}
  return { confirm: answer === 'confirm', cancel: answer === 'cancel', ...content }
}

/** "itemList: at most 6." */
const mostItems = 6

async function showActionSheet(params: Params, host: RowHost, at: Place | undefined): Promise<RowAnswer> {
  const items = listOf(params.itemList).map(String)
  if (items.length === 0 || items.length > mostItems) {
    return { errMsg: `fail parameter error: itemList should have 1 to ${mostItems} items` }
  }
  const wanted = await host.askUser({ kind: 'sheet', items, at }, () => host.user.sheet(items))
  const index = wanted === 'cancel' ? wanted : Math.min(Math.max(wanted, 0), items.length - 1)
  host.observe({ kind: 'sheet', items, answer: index === 'cancel' ? index : (items[index] ?? ''), at })
  return index === 'cancel' ? { errMsg: 'fail cancel' } : { tapIndex: index }
}

export const uiRows: Rows = {
  showToast: shows((params, { screen }, at) =>
    screen.toast(textOf(params.title), textOf(params.icon, 'success'), at),
  ),
  showLoading: shows((params, { screen }, at) => screen.loading(textOf(params.title), at)),
  hideToast: shows((_params, { screen }, at) => screen.hide(at)),
  hideLoading: shows((_params, { screen }, at) => screen.hide(at)),
  showNavigationBarLoading: shows((_params, { screen }, at) => screen.navigationLoading(true, at)),
  hideNavigationBarLoading: shows((_params, { screen }, at) => screen.navigationLoading(false, at)),
  showModal: { answer: showModal, quiet: true },
  showActionSheet: { answer: showActionSheet, quiet: true },
  setNavigationBarTitle: shows((params, { screen }) => {
    screen.title = textOf(params.title)
  }),
  startPullDownRefresh: {
    answer(_params, { stack, realm, clock }) {
      const page = stack.pages().at(-1)?.instance
      if (page !== undefined) clock.later(() => realm.call(Reflect.get(page, 'onPullDownRefresh'), page, []))
      return {}
    },
  },
  nextTick: { plain: (host, callback) => callLater(host, callback) },
  requestIdleCallback: {
    plain(host, callback) {
      callLater(host, callback, { didTimeout: false, timeRemaining: () => numberOf(undefined, 50) })
      return 1
    },
  },
  cancelIdleCallback: nothing,
}
