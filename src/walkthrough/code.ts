import type { Code, StepId } from './step.ts'
import type { Tour } from './tour.ts'

/**
 * The code of each step, as a page of that Mini Program would have it.
 * @param isRefused whether the user has rejected the scope before this step
 */
export function codeOf(tour: Tour, id: StepId, isRefused: boolean): readonly Code[] {
  switch (id) {
    case 'prepare':
      return [wxml(reasonAndButton(tour))]
    case 'declare':
      return [json(permission(tour))]
    case 'authorize':
      return [wxml(userInfoButton(tour))]
    case 'ask':
    case 'ask-again':
      return firstUse(tour)
    case 'call-again':
      // Who has not seen a refusal yet needs nothing new.
      return isRefused || tour.use === 'button' ? [js(compatible(tour))] : firstUse(tour)
    case 'call-after-settings':
      return [js(compatible(tour))]
    case 'tap-again':
      return [wxml(userInfoButton(tour)), js(onUserInfo)]
    case 'open-settings':
      return [wxml(settingsButton(tour)), js(openSetting(tour))]
    case 'settings-by-hand':
    case 'not-recorded':
    case 'reset':
      return [js(getSetting(tour))]
  }
}

const js = (text: string): Code => ({ language: 'js', text })
const wxml = (text: string): Code => ({ language: 'wxml', text })
const json = (text: string): Code => ({ language: 'json', text })

/** How devices word a refusal. */
const refusal = 'const no = /auth den(y|ied)|authorize no response/'

function reasonAndButton(tour: Tour): string {
  const { why: example, button } = tour.texts.reasons[tour.scope]
  const declared = tour.app.purposes[tour.scope]
  // Signs that WXML gives a meaning to would have to be escaped.
  const why = declared === undefined || /[<>&{}]/.test(declared) ? example : declared
  const reason = `<view>\n  ${why}\n</view>`
  return tour.use === 'button'
    ? `${reason}\n${userInfoButton(tour)}`
    : `${reason}\n<button bindtap="onTap">\n  ${button}\n</button>`
}

function permission(tour: Tour): string {
  const { why } = tour.texts.reasons['scope.userLocation']
  const desc = tour.app.purposes['scope.userLocation'] ?? why
  return JSON.stringify({ permission: { 'scope.userLocation': { desc } } }, null, 2)
}

function userInfoButton({ texts, scope }: Tour): string {
  const { button } = texts.reasons[scope]
  return `<button open-type="getUserInfo"\n  bindgetuserinfo="onUserInfo">\n  ${button}\n</button>`
}

const onUserInfo = `onUserInfo(event) {
  const { errMsg, userInfo } = event.detail
  if (userInfo) this.setData({ userInfo })
  else console.log(errMsg)
},`

const cameraTag = `<camera wx:if="{{isOpen}}"
  bindinitdone="onCamera"
  binderror="onCameraError"/>`

function firstUse(tour: Tour): readonly Code[] {
  switch (tour.use) {
    case 'button':
      return [wxml(userInfoButton(tour)), js(onUserInfo)]
    case 'component':
      return [
        wxml(cameraTag),
        js(`onTap() {
  this.setData({ isOpen: true })
},
onCamera(event) {
  console.log(event.detail.maxZoom)
},
onCameraError(event) {
  console.log(event.detail.errMsg)
},`),
      ]
    case 'call':
      return [
        js(`onTap() {
  ${tour.api}({${sampleOf(tour)}
    success: res => this.setData({ result: res }),
    fail: err => console.log(err.errMsg),
  })
},`),
      ]
  }
}

/** "Developers should make the scenario compatible where the user has rejected to authorization." */
function compatible(tour: Tour): string {
  const { comments } = tour.texts
  if (tour.use === 'component')
    return `onCameraError(event) {
  // ${comments.wording}
  ${refusal}
  if (!no.test(event.detail.errMsg)) return
  // ${comments.without}
  this.setData({ isOpen: false, isRefused: true })
},`
  const [method, data] =
    tour.use === 'button' ? ['onShow', '{ userInfo: res.userInfo }'] : ['onTap', '{ result: res }']
  return `${method}() {
  ${tour.api}({${sampleOf(tour)}
    success: res => this.setData(${data}),
    fail: err => {
      // ${comments.wording}
      ${refusal}
      if (!no.test(err.errMsg)) return
      // ${comments.without}
      this.setData({ isRefused: true })
    },
  })
},`
}

/** The options that the API requires, each on a line of its own. */
function sampleOf({ catalogue, api }: Tour): string {
  const { sample = {} } = catalogue.apiOf(api)
  return Object.entries(sample)
    .map(([name, value]) => `\n    ${name}: '${value}',`)
    .join('')
}

function settingsButton({ texts }: Tour): string {
  return `<button wx:if="{{isRefused}}"\n  bindtap="onTapSettings">\n  ${texts.openSettingsButton}\n</button>`
}

function openSetting({ scope, use, texts }: Tour): string {
  const again = use === 'button' ? 'onShow' : 'onTap'
  return `onTapSettings() {
  // ${texts.comments.tapOnly}
  wx.openSetting({
    success: ({ authSetting }) => {
      if (!authSetting['${scope}']) return
      this.setData({ isRefused: false })
      this.${again}()
    },
  })
},`
}

function getSetting({ scope, texts }: Tour): string {
  return `onShow() {
  wx.getSetting({
    success: ({ authSetting }) => {
      // ${texts.comments.values}
      const isRefused = authSetting['${scope}'] === false
      this.setData({ isRefused })
    },
  })
},`
}
