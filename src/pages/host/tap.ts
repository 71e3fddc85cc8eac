import type { EditionName } from '../../catalogue/edition-names.ts'
import type { Clock } from '../ports.ts'

/** Whether code runs because the user tapped something. */
export interface TapState {
  /** Until the end of this turn of the event loop, its microtasks included; using it does not end it. */
  readonly isOn: () => boolean
  /** This turn belongs to a tap. */
  readonly begin: () => void
}

/**
 * "It lives to the end of the current macrotask", and microtasks keep it. Reports of 2018 to 2020 say that promises lost
 * it; as the page of today does not, both editions keep it.
 * developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
 */
export function createTapState({ turn }: Clock): TapState {
  let tapped = -1
  return {
    isOn: () => tapped === turn(),
    begin() {
      tapped = turn()
    },
  }
}

/** What follows the name of an API that is called without a tap. */
export const noTap = 'fail can only be invoked by user TAP gesture.'

const tapOnly: Readonly<Record<EditionName, readonly string[]>> = {
  // Since base library 2.3.0.
  guide: ['openSetting'],
  today: [
    'openSetting',
    'openAppAuthorizeSetting',
    'addPhoneCalendar',
    'addPhoneRepeatCalendar',
    'getUserProfile',
    'requestSubscribeMessage',
  ],
}

export const needsTap = (edition: EditionName, api: string): boolean => tapOnly[edition].includes(api)

/** The user tapped a button of it, so its callbacks belong to a tap. */
const tappedThemselves = new Set(['showModal', 'showActionSheet', 'requestPayment', 'requestOrderPayment'])

/** Their callbacks belong to the tap that the call belongs to. */
const inheriting = new Set(['request', 'downloadFile', 'getSetting'])

/** Whether the callbacks of a call belong to a tap. @param isOn whether the call does */
export const keepsTap = (api: string, isOn: boolean): boolean =>
  tappedThemselves.has(api) || (isOn && inheriting.has(api))
