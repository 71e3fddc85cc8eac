import type { Fix } from '../../machine/checks.ts'
import type { AppJson } from '../../project/purposes.ts'
import { whole } from '../../text/quoted.ts'
import type { LayerTexts } from '../texts.ts'

const listed = (words: readonly string[]) => words.map(word => whole(word)).join('、')

const to = (appJson: AppJson | undefined) =>
  appJson?.exists === false
    ? `${whole(appJson.path)}（这个文件还不存在）`
    : whole(appJson?.path ?? 'app.json')

const because: LayerTexts['because'] = {
  'parameters-right': () => '参数正确。',
  'bad-parameters': () => '参数有误。',
  'nothing-to-declare': () => '不需要在 app.json 里声明。',
  declared: of => (of === '' ? 'app.json 声明了后台定位。' : `app.json 已为 ${of} 声明。`),
  'no-purpose': () => 'app.json 没有说明为什么需要位置信息。',
  'private-info-missing': of => `app.json 的 requiredPrivateInfos 里没有 ${of}。`,
  'private-info-excluded': of =>
    `requiredPrivateInfos 里的 ${of} 与另一项互斥：模糊位置和精确位置不能同时声明。`,
  'background-mode-missing': () => 'app.json 的 requiredBackgroundModes 里没有 location。',
  'no-privacy': () => '它不是隐私接口。',
  'guideline-declared': () => '隐私保护指引里声明了它用到的信息。',
  'guideline-undeclared': () => '隐私保护指引里没有声明它用到的信息。',
  agreed: () => '用户已同意隐私保护指引。',
  'not-agreed': () => '用户还没有同意隐私保护指引：会弹出隐私弹窗。',
  'asked-with-scope': of => `用户还没有同意隐私保护指引：${of} 的弹窗会一并询问。`,
  'no-scope': () => '它不需要 scope。',
  undecided: of => `${of} 还没有决定过：会弹窗询问。`,
  accepted: of => `${of} 已授权。`,
  rejected: of => `用户拒绝过 ${of}，所以不再弹窗。`,
  'button-only': of => `wx.authorize 不会询问 ${of}。`,
  'no-permission': () => '它不需要手机系统的权限。',
  authorized: of => `手机系统已允许微信使用 ${of} 权限。`,
  undetermined: of => `手机系统会自己询问 ${of} 权限，这里视为用户允许。`,
  'system-denied': of => `手机系统没有允许微信使用 ${of} 权限。`,
  answers: () => '接口正常返回。',
  'reply-failed': () => '接口返回失败。',
}

function fixes(fix: Fix, appJson: AppJson | undefined): string {
  switch (fix.kind) {
    case 'parameters':
      return `请改正：${whole(fix.problem.replace(/^fail parameter error: |;$/g, ''))}`
    case 'purpose':
      return `把 ${whole('"permission": { "scope.userLocation": { "desc": "…" } }')} 加到 ${to(appJson)}`
    case 'add-private-info':
      return `把 ${whole(`"requiredPrivateInfos": ["${fix.name}"]`)} 加到 ${to(appJson)}`
    case 'remove-private-info':
      return `从 requiredPrivateInfos 里去掉 ${whole(`"${fix.name}"`)}，文件是 ${to(appJson)}`
    case 'add-background-mode':
      return `把 ${whole(`"requiredBackgroundModes": ["${fix.name}"]`)} 加到 ${to(appJson)}`
    case 'set':
      return `要更改，请运行：${whole(`wxauth set ${fix.layer}=${fix.state}`)}`
    case 'answer':
      return `用 --accept 或 ${whole(`--answer ${fix.of}=accept`)} 回答，或提前决定：${whole(`wxauth set ${fix.of}=${fix.of === 'privacy' ? 'agreed' : 'accepted'}`)}`
    case 'switch':
      return `要打开它的开关：${whole(`wxauth open-setting --enable ${fix.scope}`)}`
    case 'button':
      return `要由按钮来询问：${whole('wxauth tap getUserInfo')}`
    case 'reply':
      return `改参数，或改 profile 里 ${fix.api} 的 replies。`
  }
}

export const layers: LayerTexts = {
  notes: {
    notLookedAt: {
      guide: layers => `guide 版本不看 ${listed(layers)}。要看它的作用：${whole('--edition today')}`,
      today: scopes => `today 版本不看 ${listed(scopes)}：它已经不管任何接口了。`,
    },
  },
  since: '起始',
  retired: since => `${since} 停用`,
  because,
  fixes,
  outcomes: {
    runs: (api, edition) => `${api} 会直接执行（版本：${edition}）。`,
    asks: (api, edition) => `${api} 会询问用户（版本：${edition}）。`,
    fails: (api, edition) => `${api} 会失败（版本：${edition}）。`,
  },
  hints: {
    privacy: () =>
      `没有记录任何选择，下次调用会再次弹出隐私弹窗。要提前同意：${whole('wxauth set privacy=agreed')}`,
  },
  missingSwitch: {
    retired: scope => `设置页上没有 ${scope} 的开关：它已经不管任何接口了。没有改动任何开关。`,
    background: scope => `app.json 声明过，设置页上才有 ${scope}。没有改动任何开关。`,
  },
  leaveOut: scope => `去掉 ${scope} 即可。`,
}
