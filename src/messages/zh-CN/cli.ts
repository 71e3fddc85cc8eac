import type { LayerState } from '../../machine/layer-states.ts'
import type { Answer, ScopeState } from '../../machine/state.ts'
import type { AppJson } from '../../project/purposes.ts'
import { quoted, whole } from '../../text/quoted.ts'
import type { Texts } from '../texts.ts'

const states: Readonly<Record<ScopeState, string>> = {
  undecided: '未决定',
  accepted: '已授权',
  rejected: '已拒绝',
}

const layerStates: Readonly<Record<LayerState, string>> = {
  undecided: '未决定',
  agreed: '已同意',
  declared: '已声明',
  undeclared: '未声明',
  authorized: '已允许',
  denied: '已禁止',
  undetermined: '未询问',
}

const allStates: Readonly<Record<ScopeState | LayerState, string>> = { ...layerStates, ...states }

const answers: Readonly<Record<Answer, string>> = { accept: '允许', reject: '拒绝', dismiss: '关闭' }

export const cli: Texts['cli'] = {
  about: '在终端里模拟微信小程序的用户授权：scope、弹窗、设置页和拒绝后的处理，不需要真机，也不联网',

  commands: {
    call: '调用需要授权的接口：未决定时弹窗，已授权就执行，已拒绝则走 fail 回调',
    explain: '逐项说明调用会遇到什么，不调用接口，也不询问',
    authorize: '提前请求授权，不调用接口（wx.authorize）',
    'get-setting': '查看用户已经决定过的 scope（wx.getSetting）',
    'open-setting': '打开设置页，或直接用选项切换开关（wx.openSetting）',
    tap: '点击 open-type 为 getUserInfo 或 openSetting 的按钮，或同意隐私保护指引的按钮',
    reset: '清除这些 scope 的授权记录；不写 scope 就全部清除，相当于用户删除小程序',
    'list-scopes': '列出所有 scope，以及各自的状态、对应接口和描述',
    set: '直接设置 scope 和其他各层的状态，不弹窗',
    walkthrough: '一步一步演示某个接口的授权：从弹窗到设置页，再回到页面',
    run: '运行你自己的小程序：打开页面、点击、回答弹窗，看它显示什么',
    explore: '走遍你自己的小程序里用户可能拒绝的每一条路，指出哪里出了问题',
    profile: '管理本机的 profile，一个 profile 就是一个用户',
    'profile list': '列出所有 profile 和其中的授权记录',
    'profile path': '输出 profile 的文件路径',
    'profile remove': '删除 profile',
    completion: '输出 bash、zsh 或 fish 的补全脚本',
    version: '输出版本号',
  },

  arguments: {
    api: '接口名，可以省略 wx.；也可以是组件，如 camera',
    params: '接口的参数：JSON 对象、@FILE，或用 - 从 stdin 读取',
    'api|scope': '要演示的接口或组件；写 scope 就演示它的第一个接口；都不写就从列表里选',
    scope: '要操作的 scope，从 scope.userInfo 到 scope.camera',
    'open-type':
      '按钮的 open-type：getUserInfo 或 openSetting；用 --edition today 时，还有同意隐私保护指引的按钮',
    'scope=state':
      '把 scope（或 all）设为 undecided、accepted 或 rejected；也可以设置其他层，如 privacy=agreed、guideline=undeclared、system.location=denied；后写的优先',
    route: '要探索的页面（默认是 app.json 里的全部），如 pages/near/index',
    page: '要打开的页面（默认是 app.json 里的第一个），如 pages/near/index?id=1',
    name: '要删除的 profile 名称',
    shell: '选择 bash、zsh 或 fish',
  },

  flags: {
    profile: '使用哪个 profile（默认取 $WXAUTH_PROFILE，否则为 "default"）',
    project: '小程序所在的目录（默认取 $WXAUTH_PROJECT，否则从当前目录向上查找）',
    lang: '界面语言：en 或 zh-CN（默认取 $WXAUTH_LANG，否则跟随系统）',
    edition: '遵循哪个版本的规则：guide 或 today（默认取 $WXAUTH_EDITION，否则为 guide）',
    json: '输出一个 JSON 文档',
    color: '输出颜色，即使不是终端',
    noColor: '不输出颜色',
    quiet: '只输出结果、弹窗、警告和错误',
    verbose: '同时输出文件路径、执行过程和错误堆栈',
    help: '显示帮助',
    version: '输出版本号',
    platform: '失败信息采用哪个平台的写法：devtools、ios 或 android',
    accept: '所有弹窗都点“允许”',
    reject: '所有弹窗都点“拒绝”',
    dismiss: '关闭所有弹窗，不做选择',
    answer: '单独指定某个 scope 的弹窗怎么回答，隐私弹窗写 privacy；优先于上面三个选项（可重复）',
    noInput: '从不询问，即使在终端里',
    expect: '符合预期时退出码为 0，否则为 1：success、fail、popup 或 no-popup（可重复）',
    reply: '授权后接口返回什么，也可以是失败结果：JSON、@FILE，或用 - 从 stdin 读取',
    enable: '打开这个 scope 的开关（可重复）',
    disable: '关闭这个 scope 的开关（可重复）',
    html: '不询问任何人，把所有走法写成一个 HTML 页面，存到这个文件',
    sarif: '把问题写成 SARIF 2.1.0，存到这个文件，供代码扫描使用',
    junit: '把问题写成 JUnit XML，存到这个文件',
    failOn: '从哪个级别起退出码为 1：error、warning、info 或 never（默认 error）',
    threshold: '源码里的授权调用执行到的百分比低于这个数时，退出码为 1',
    ignore: '不检查这条规则（可重复）',
    baseline: '不计入这个文件里已有的问题',
    updateBaseline: '把这次发现的问题写进 --baseline 的文件',
    replay: '重新走一条路径，逐个显示事件',
    explain: '说明一条规则的含义、对用户的影响和修改方法',
    start: '只从这种用户开始：undecided 或 rejected（默认两种都试）',
    jobs: '同时探索多少个页面（默认每个处理器一个）',
    shard: '只探索一部分页面，如 2/3',
    maxDepth: '一条路径上最多有几次选择会试其他回答（默认 8）',
    maxPaths: '一个处理函数最多尝试多少条路径（默认 200）',
    hidden: '也调用界面上走不到的处理函数',
    all: '配合 --html：把整个 scope 列表写进一个页面',
    query: '传给页面 onLoad 的参数（可重复）',
    tap: '点击显示这段文字的元素；也可以写 .class、#id、[attr=value]、handler:NAME、tag:NAME、text:TEXT（可重复）',
    typed: '在输入框里输入这段文字（可重复）',
    modal: '回答 showModal：confirm 或 cancel；写成列表就依次使用，最后一项一直有效',
    sheet: '选择 showActionSheet 的第几项（从 0 开始），或 cancel；列表用法同 --modal',
    pick: '回答选择器：ok 或 cancel；列表用法同 --modal',
    expectText: '最后没有显示这段文字时，退出码为 1（可重复）',
    expectNoText: '最后显示了这段文字时，退出码为 1（可重复）',
    expectPage: '最后不在这个页面时，退出码为 1（可重复）',
    storage: '启动时的本地缓存：一个 JSON 对象文件',
    fixtures: '用这个文件里的数据回答请求和其他接口：按接口名的 JSON 对象，或按 URL 的列表',
  },

  runFlags: {
    profile: '使用并修改这个 profile（默认取 $WXAUTH_PROFILE，否则是一个什么都没决定过的用户）',
    edition:
      '遵循哪个版本的规则：guide 或 today（默认取 $WXAUTH_EDITION，否则看 libVersion，再否则为 guide）',
    answer:
      '单独指定某个 scope 的弹窗怎么回答，隐私弹窗写 privacy；可写列表，依次使用；优先于上面三个选项（可重复）',
    expect: '运行中没有出现（popup）或出现了（no-popup）弹窗时，退出码为 1',
    enable: '每次打开设置页都打开这个 scope 的开关（可重复）',
    disable: '每次打开设置页都关闭这个 scope 的开关（可重复）',
  },

  exploreFlags: {
    edition:
      '遵循哪个版本的规则：guide 或 today（默认取 $WXAUTH_EDITION，否则看 libVersion，再否则为 guide）',
    quiet: '只输出报告、警告和错误',
    verbose: '同时列出“提示”级别的问题，并输出错误堆栈',
    html: '把问题和用户的每一种选择写成一个 HTML 页面，存到这个文件',
    query: '传给每个页面 onLoad 的参数（可重复）',
    answer: '这个 scope 的弹窗只试这种回答，隐私弹窗写 privacy；可写列表，依次使用（可重复）',
    modal: 'showModal 只试这种回答：confirm 或 cancel；写成列表就依次使用，最后一项一直有效',
    sheet: 'showActionSheet 只选这一项（从 0 开始），或 cancel；列表用法同 --modal',
    pick: '选择器只试这种回答：ok 或 cancel；列表用法同 --modal',
    fixtures: '用这个文件里的数据回答请求和其他接口，不再猜测：按接口名的 JSON 对象，或按 URL 的列表',
  },

  environment: {
    WXAUTH_HOME: '存放 profile 的目录',
    WXAUTH_PROFILE: '没有 --profile 时使用的 profile',
    WXAUTH_PROJECT: '没有 --project 时使用的小程序目录',
    WXAUTH_LANG: '没有 --lang 时使用的语言：en 或 zh-CN',
    WXAUTH_EDITION: '没有 --edition 时遵循的版本：guide 或 today',
    WXAUTH_NO_INPUT: '从不询问，等同于 --no-input',
    CI: '从不询问，等同于 --no-input',
    FORCE_COLOR: '输出颜色，除非写了 --no-color',
    NO_COLOR: '不输出颜色，除非写了 --color',
  },

  exitCodes: {
    success: '执行了 success 回调，或命令已完成',
    negative: '执行了 fail 回调、缺少开关，或结果不符合预期',
    wrongUse: '命令、输入或项目有误；没有改动任何内容',
    unanswered: '需要弹窗，但没有人能回答',
    profileUnusable: 'profile 无法使用；没有改动任何内容',
    defect: 'wxauth 自身出错，或无法写入 stdout',
    hangup: '终端已关闭',
    interrupted: '按下了 Ctrl-C',
    terminated: '进程收到 SIGTERM 而结束',
  },

  usage: { line: usage => `用法：${usage}`, command: '<命令>', flags: '[选项]' },

  headings: {
    arguments: '参数：',
    commands: '命令：',
    apis: '接口：',
    scopes: 'scope：',
    popupFlags: '弹窗选项：',
    switchFlags: '开关选项：',
    callbackFlags: '回调选项：',
    pageFlags: '页面选项：',
    exploreFlags: '探索选项：',
    programFlags: '小程序选项：',
    flags: '通用选项：',
    environment: '环境变量：',
    exitCodes: '退出码：',
    examples: '示例：',
  },

  labels: { note: '说明：', warning: '警告：', error: '错误：', hint: '提示：' },

  states,

  columns: { scope: 'scope', state: '状态', apis: '对应接口', description: '描述' },

  unusable: '无法使用',

  component: name => `${name} 组件`,

  change: (before, after) => whole(`${allStates[before]} → ${allStates[after]}`),

  notes: {
    answeredByFlag: (flag, of) => `${whole(flag)} 回答了${popupOf(of)}。`,
    unusedAnswer: (flag, of, appeared) =>
      of === 'general'
        ? `${whole(flag)} 没有用到：没有出现${appeared ? '其他' : ''}弹窗。`
        : `${whole(flag)} 没有用到：没有出现${popupOf(of)}。`,
    dropped: (scope, answer, found) =>
      `弹窗打开期间，${scope} 已在别处变为“${states[found]}”，这次回答（${answers[answer]}）不算数。`,
    buttonSince2018: () =>
      `2018 年 10 月起，真机上的 wx.getUserInfo 不再弹窗：用户未授权时直接失败，由 ${whole('<button open-type="getUserInfo">')} 来询问。模拟点击按钮：${whole('wxauth tap getUserInfo')}`,
    profileAt: path => `profile：${whole(path)}`,
    projectAt: (path, appid) => `小程序：${whole(path)}（${appid}）`,
    runsToday: libVersion => `基础库 ${libVersion} 遵循现在的规则。要模拟它们：${whole('--edition today')}`,
    recorded: (of, before, after) => `已记录：${of} ${allStates[before]} → ${allStates[after]}`,
    asked: (caller, of) =>
      of === 'privacy' ? `${caller} 需要用户同意隐私保护指引。` : `${caller} 请求授权 ${of}。`,
    nothingToChange: '没有需要改动的内容。',
    noProfiles: directory => `${whole(directory)} 里还没有 profile。`,
    removed: name => `已删除 profile ${quoted(name)}。`,
  },

  hints: {
    button: {
      'rejected-now': '之后 wx.getUserInfo 会直接失败，不再弹窗；再点一次按钮会重新询问。',
      dismissed: '没有记录任何选择，再点一次按钮会重新询问。',
    },
    rejected: scope => `用户之前拒绝过 ${scope}，所以不再弹窗。要打开它的开关：${openSetting(scope)}`,
    'rejected-now': scope => `之后 ${scope} 会直接失败，不再弹窗。要打开它的开关：${openSetting(scope)}`,
    dismissed: scope => `没有记录 ${scope} 的选择，下次调用会重新询问。`,
    'no-purpose': (appJson: AppJson | undefined) => {
      const purpose = whole('"permission": { "scope.userLocation": { "desc": "…" } }')
      return appJson?.exists === false
        ? `先编译小程序，或者新建 ${whole(appJson.path)} 并写上 ${purpose}`
        : `说明为什么需要位置信息：在 ${whole(appJson?.path ?? 'app.json')} 里加上 ${purpose}`
    },
    'button-only': () =>
      `wx.authorize 不会询问 scope.userInfo，要由按钮来询问：${whole('wxauth tap getUserInfo')}`,
    'bad-parameters': api => `改正 ${api} 的参数；参数不对就不会弹窗。`,
  },

  missingSwitch: scope => `${scope} 还没有决定过，设置页上没有它的开关。没有改动任何开关。`,
  missingSwitchHint: scope => `先给它一个状态：${whole(`wxauth set ${scope}=rejected`)}`,

  expectations: {
    success: '执行 success 回调',
    fail: '执行 fail 回调',
    popup: '出现弹窗',
    'no-popup': '不出现弹窗',
  },
  expectationFailed: (expected, happened) => `预期${expected}，实际上${happened}。`,
  happened: {
    success: api => `执行了 ${api} 的 success 回调`,
    fail: (api, errMsg) => `执行了 ${api} 的 fail 回调：${quoted(errMsg)}`,
    popup: of => `出现了${popupOf(of)}`,
    'no-popup': '没有出现弹窗',
  },
  expectationHints: {
    set: (of, state) => `换一个初始状态再试：${whole(`wxauth set ${of}=${state}`)}`,
    reset: scope => `让它重新弹窗：${whole(`wxauth reset ${scope}`)}`,
  },
}

function popupOf(of: string): string {
  return of === 'privacy' ? '隐私弹窗' : ` ${of} 的弹窗`
}

function openSetting(scope: string): string {
  return whole(`wxauth open-setting --enable ${scope}`)
}
