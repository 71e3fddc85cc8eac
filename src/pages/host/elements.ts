import type { Auth } from '../../wx/types/index.ts'
import type { Host, HostParts, PickerElement } from '../ports.ts'
import type { AskUser, UserAnswers } from './user.ts'

interface Parts extends Pick<HostParts, 'clock' | 'observe'> {
  readonly auth: Auth
  readonly user: UserAnswers
  readonly askUser: AskUser
  readonly onFault: (fault: unknown) => void
}

/** The part of the host that elements use. */
type Elements = Pick<Host, 'openType' | 'camera' | 'pick'>

/** What WeChat does for elements of a page: buttons with an `open-type`, cameras and pickers. */
export function hostElements({ clock, observe, auth, user, askUser, onFault }: Parts): Elements {
  /** The event of each open-type, and how its detail comes about. */
  const openTypes: Readonly<Record<string, readonly [event: string, detail: () => Promise<unknown>]>> = {
    getUserInfo: ['getuserinfo', () => auth.tap('getUserInfo')],
    openSetting: ['opensetting', () => auth.tap('openSetting')],
    getPhoneNumber: ['getphonenumber', phoneNumber],
    getRealtimePhoneNumber: ['getrealtimephonenumber', phoneNumber],
    chooseAvatar: ['chooseavatar', async () => ({ avatarUrl: 'wxfile://tmp_wxauth_avatar.jpg' })],
    agreePrivacyAuthorization: [
      'agreeprivacyauthorization',
      async () => ({ errMsg: 'agreePrivacyAuthorization:ok' }),
    ],
  }

  async function phoneNumber(): Promise<unknown> {
    const answer = await askUser({ kind: 'picker', api: 'getPhoneNumber', at: undefined }, () =>
      user.pick('getPhoneNumber'),
    )
    observe({ kind: 'picker', api: 'getPhoneNumber', answer })
    if (answer === 'cancel') return { errMsg: 'getPhoneNumber:fail user deny' }
    return { errMsg: 'getPhoneNumber:ok', code: 'wxauth-demo-code', encryptedData: '', iv: '' }
  }

  return {
    openType(openType, fire) {
      const row = Object.hasOwn(openTypes, openType) ? openTypes[openType] : undefined
      if (row === undefined) return
      const [event, detailOf] = row
      detailOf().then(detail => clock.later(() => fire(event, detail)), onFault)
    },

    camera(fire) {
      let isShown = true
      auth.mount('camera').then(({ type, detail }) => {
        if (isShown) clock.later(() => fire(type, detail))
      }, onFault)
      return () => {
        isShown = false
        auth.unmount('camera')
      }
    },

    async pick(picker) {
      const answer = await askUser({ kind: 'picker', api: 'picker', at: undefined }, () =>
        user.pick('picker'),
      )
      observe({ kind: 'picker', api: 'picker', answer })
      return answer === 'ok' ? pickedValue(picker) : undefined
    },
  }
}

/** What the user picks: another value than the one that is there, where there is another. */
function pickedValue({ mode, range, value }: PickerElement): unknown {
  switch (mode) {
    case 'multiSelector':
      return Array.isArray(value) && value.length > 0 ? value : range.map(() => 0)
    case 'time':
      return '12:00'
    case 'date':
      return '2026-01-01'
    case 'region':
      return ['广东省', '深圳市', '南山区']
    default:
      return (Number(value) || 0) === 0 && range.length > 1 ? 1 : 0
  }
}
