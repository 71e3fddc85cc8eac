import type { Auth, TodayComponent } from '../../wx/types/index.ts'
import { isOn } from '../engine/shown.ts'
import type { Host, HostParts, PickerElement } from '../ports.ts'
import type { AskUser, UserAnswers } from './user.ts'

interface Parts extends Pick<HostParts, 'clock' | 'observe'> {
  readonly auth: Auth
  /** Those that ask besides the camera: none in the guide's edition. */
  readonly components: readonly TodayComponent[]
  readonly user: UserAnswers
  readonly askUser: AskUser
  readonly onFault: (fault: unknown) => void
}

/** The part of the host that elements use. */
type Elements = Pick<Host, 'openType' | 'camera' | 'component' | 'pick'>

/** What WeChat does for elements of a page: buttons with an `open-type`, cameras and pickers. */
export function hostElements(parts: Parts): Elements {
  const { clock, observe, auth, components, user, askUser, onFault } = parts
  /** The event of each open-type, and how its detail comes about. */
  const openTypes: Readonly<Record<string, readonly [event: string, detail: () => Promise<unknown>]>> = {
    getUserInfo: ['getuserinfo', () => auth.tap('getUserInfo')],
    openSetting: ['opensetting', () => auth.tap('openSetting')],
    getPhoneNumber: ['getphonenumber', phoneNumber],
    getRealtimePhoneNumber: ['getrealtimephonenumber', phoneNumber],
    chooseAvatar: ['chooseavatar', async () => ({ avatarUrl: 'wxfile://tmp_wxauth_avatar.jpg' })],
    agreePrivacyAuthorization: ['agreeprivacyauthorization', agreed],
  }

  /** The guide's edition has no privacy guideline to agree to. */
  async function agreed(): Promise<unknown> {
    if (auth.edition === 'guide') return { errMsg: 'agreePrivacyAuthorization:ok' }
    return auth.tap('agreePrivacyAuthorization')
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
      // Official: `getPhoneNumber|agreePrivacyAuthorization` does both, and the user agrees first.
      const names = openType.split('|').sort((one, other) => Number(other === agree) - Number(one === agree))
      const act = async () => {
        for (const name of names) {
          const row = Object.hasOwn(openTypes, name) ? openTypes[name] : undefined
          if (row === undefined) continue
          const [event, detailOf] = row
          const detail = await detailOf()
          clock.later(() => fire(event, detail))
        }
      }
      act().catch(onFault)
    },

    camera(fire, { place, hears }) {
      let isShown = true
      auth.mount('camera').then(camera => {
        if (!isShown) return
        if (camera.type === 'error' && !hears('error'))
          observe({ kind: 'unheard', api: 'camera', errMsg: camera.detail.errMsg, at: place })
        clock.later(() => fire(camera.type, camera.detail))
      }, onFault)
      return () => {
        isShown = false
        auth.unmount('camera')
      }
    },

    component(tag, attributes, fire) {
      if (!components.includes(tag)) return
      const given = Object.fromEntries(
        switches.filter(name => name in attributes).map(name => [name, isOn(attributes[name])]),
      )
      auth.mount(tag, given).then(({ type, detail }) => {
        if (type === 'error') clock.later(() => fire(type, detail))
      }, onFault)
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

const agree = 'agreePrivacyAuthorization'

/** Attributes that decide what a component asks for. */
const switches = ['show-location', 'enable-mic', 'enable-camera']

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
