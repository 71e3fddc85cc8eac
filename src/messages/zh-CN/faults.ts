import type { Consent } from '../../catalogue/apis/unguarded.ts'
import type { FaultFacts, JsonInput, PairForm, ProfileValue, SourcePlace } from '../../faults.ts'
import type { JsonProblem } from '../../json/json-problem.ts'
import type { LockHolder } from '../../locks/lock.ts'
import { type LayerKey, layerStates } from '../../machine/layer-states.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { Texts } from '../texts.ts'
import { errMsgText, libraryFaults } from './library-faults.ts'
import { problemWords } from './problems.ts'
import { shown } from './shown.ts'

export { hinted } from './library-faults.ts'

const didYouMean = (near: string | undefined, otherwise: string) =>
  near === undefined ? otherwise : `你是不是想写 ${whole(near)}？`

const listed = (words: readonly string[]) => {
  const shown = words.map(word => whole(word))
  return [shown.slice(0, -1).join('、'), ...shown.slice(-1)].filter(part => part !== '').join(' 或 ')
}

const seeHelp = (command: string) => `用法见 ${whole(`${command} --help`)}`
const seeScopes = () => `所有 scope 和对应接口见 ${whole('wxauth list-scopes')}`

const seeToday = () =>
  `它是后来才有的：命令行用 ${whole('--edition today')}，在代码里用 ${whole("edition: 'today'")}。`

const fixOrRemove = (name: string) =>
  `改正文件内容，或删除这个 profile：${whole(`wxauth profile remove ${name}`)}`

/** After `"wx.login" 没有对应的 scope`. */
const consents: Readonly<Record<Consent, (word: string) => string>> = {
  none: () => '：它不需要授权。',
  button: word => `：用户点击 ${whole(`<button open-type="${word}">`)} 就表示同意。`,
  'every-call': () => '：它每次调用都会询问用户。',
  choice: () => '：用户选择了要提供的内容，就表示同意。',
  later: () => '：在 2019 年初的官方指南里，它还不需要授权。',
  authorization: () => '：它本身就是授权接口。',
}

const whyUnanswered: Readonly<Record<UnansweredWhy, string>> = {
  'no-terminal': 'stdin 和 stderr 不都是终端',
  'no-input': '--no-input、$WXAUTH_NO_INPUT 或 $CI 关闭了询问',
  'too-small': '窗口太小，放不下要问的内容',
  'input-ended': '终端的输入已结束',
  'stdin-changed': 'stdin 已不是显示弹窗的那个终端',
  'raw-mode': '另一个程序正以 raw 模式占用这个终端',
  background: '这个进程在终端的后台运行',
  busy: '另一个 wxauth 正在这个终端上询问',
  'no-answer': '测试里没有给出回答',
}

/** Each choice of a program that runs has its flag. */
const runHint = (scope: string | undefined) =>
  scope === undefined
    ? `事先写好要做什么：${whole('--tap TARGET')}、${whole('--modal confirm')}、${whole('--sheet 0')}、${whole('--pick ok')}、${whole('--enable SCOPE')}`
    : `用 --accept、--reject、--dismiss 或 ${whole(`--answer ${scope}=accept`)} 回答`

function unansweredHint(scope: string | undefined, why: UnansweredWhy): string {
  if (why === 'no-answer') {
    return scope === undefined
      ? `先写明用户在设置页上做什么：${whole("auth.answer('wx.openSetting', { 'scope.camera': true })")}`
      : `没有记录任何选择。先写明用户怎么回答：${whole(`auth.answer('${scope}', 'accept')`)}，或设置状态：${whole(`auth.set('${scope}', '${scope === 'privacy' ? 'agreed' : 'accepted'}')`)}`
  }
  // The line that stays after an open popup has already said so.
  const recorded = why === 'input-ended' || why === 'stdin-changed' ? '' : '没有记录任何选择。'
  const larger = why === 'too-small' ? '把窗口调大，或' : ''
  return scope === undefined
    ? `${larger}用 ${whole('--enable SCOPE')} 和 ${whole('--disable SCOPE')} 切换开关。`
    : `${recorded}${larger}用 --accept、--reject、--dismiss 或 ${whole(`--answer ${scope}=accept`)} 回答，或事先设好状态：${whole(`wxauth set ${scope}=${scope === 'privacy' ? 'agreed' : 'accepted'}`)}`
}

const isMissing = (problem: JsonProblem) => problem.kind === 'system' && problem.code === 'ENOENT'
const newBaseline = (path: string) =>
  `生成基线文件：${whole(`wxauth explore --baseline ${path} --update-baseline`)}`

const inputs: Readonly<Record<JsonInput, string>> = {
  params: '参数',
  reply: '返回结果',
  storage: '本地缓存',
  baseline: '基线文件',
  fixtures: '固定数据',
}

const pairs: Readonly<Record<PairForm, { readonly form: string; readonly example: string }>> = {
  state: { form: 'SCOPE=STATE', example: 'scope.camera=rejected' },
  answer: { form: 'SCOPE=ANSWER', example: 'scope.camera=reject' },
  query: { form: 'KEY=VALUE', example: 'id=1' },
  input: { form: 'TARGET=TEXT', example: '#phone=13800000000' },
}

const profileValues: Readonly<Record<ProfileValue, string>> = {
  object: '应为对象',
  string: '应为字符串',
  version: '应为数字 1',
  state: '应为 "accepted" 或 "rejected"',
  date: '应为 ISO 8601 日期，例如 "2026-01-31T08:00:00.000Z"',
  'decided-by': '应为 "popup"、"button"、"settings" 或 "set"',
  agreed: '应为 "agreed"',
  undeclared: '应为 "undeclared"',
  'permission-state': '应为 "authorized"、"denied" 或 "undetermined"',
  api: '不是需要授权的接口',
}

function stateHint(layer: LayerKey | undefined): string {
  return layer === undefined
    ? '状态只有 undecided、accepted 和 rejected。'
    : `${layer} 只能是 ${listed(layerStates[layer])}。`
}

function profileValueText(expected: FaultFacts['ERR_PROFILE_VALUE']['expected']): string {
  if (typeof expected === 'string') return profileValues[expected]
  return expected.kind === 'err-msg' ? errMsgText(expected) : `嵌套超过 ${expected.levels} 层`
}

/** After what was given. */
function jsonText(problem: JsonProblem): string {
  switch (problem.kind) {
    case 'not-json':
      return `第 ${problem.line} 行第 ${problem.column} 列不是有效的 JSON`
    default:
      return `不能用：${problemWords(problem).matter}`
  }
}

function jsonHint(given: string): string {
  if (given === '-') return '从 stdin 传入一个 JSON 对象。'
  return given.startsWith('@') ? '改正文件内容。' : '传入带引号的 JSON 对象、@FILE，或用 - 从 stdin 读取。'
}

function holderText(holder: LockHolder): string {
  switch (holder.kind) {
    case 'process':
      return `进程 ${holder.pid} `
    case 'elsewhere':
      return ` ${quoted(holder.machine)} 或另一个容器里的进程 ${holder.pid} `
    case 'unknown':
      return '某个进程'
  }
}

const lockedHint = (holder: LockHolder, lock: string) =>
  holder.kind === 'elsewhere'
    ? `${Math.ceil(holder.freeIn / 1000)} 秒后再试：到那时锁已过期，即使那个进程已经中断。`
    : `等它结束，或把它停掉，然后再试。如果那不是 wxauth，就删除 ${whole(lock)}`

const lineAndColumn = (problem: FaultFacts['ERR_PROJECT_FILE']['problem']) =>
  problem.kind === 'not-json' ? `:${problem.line}:${problem.column}` : ''

function projectHint(problem: FaultFacts['ERR_PROJECT_FILE']['problem']): string {
  switch (problem.kind) {
    case 'not-json':
    case 'not-object':
    case 'bad-root':
      return '改正文件内容，否则微信开发者工具也打不开。'
    default:
      return `${problemWords(problem).help}。`
  }
}

const profileHint = (problem: JsonProblem) => `${problemWords(problem).help}，或用 $WXAUTH_HOME 换一个目录。`

export const faults: Texts['faults'] = {
  ...libraryFaults,
  ERR_UNKNOWN_COMMAND: ({ command, near }) => ({
    message: `没有 ${quoted(command)} 这个命令。`,
    hint: didYouMean(near, `所有命令见 ${whole('wxauth --help')}`),
  }),
  ERR_UNKNOWN_FLAG: ({ flag, command, near }) => ({
    message: `${whole(command)} 没有 ${quoted(flag)} 这个选项。`,
    hint: didYouMean(near, seeHelp(command)),
  }),
  ERR_FLAG_VALUE: ({ flag, command }) => ({
    message: `${flag} 后面要跟一个值。`,
    hint: seeHelp(command),
  }),
  ERR_MISSING_ARGUMENT: ({ argument, command }) => ({
    message: `${whole(command)} 缺少 <${argument}>。`,
    hint: seeHelp(command),
  }),
  ERR_EXTRA_ARGUMENT: ({ argument, command }) => ({
    message: `多了一个参数 ${quoted(argument)}。`,
    hint: seeHelp(command),
  }),
  ERR_CONFLICTING_FLAGS: ({ flags: [one, other] }) => ({
    message: `${whole(one)} 和 ${whole(other)} 不能同时用。`,
    hint: '只保留其中一个。',
  }),
  ERR_MISSING_FLAG: ({ flag, needed, command }) => ({
    message: `${whole(flag)} 要和 ${whole(needed)} 一起用。`,
    hint: `这样写：${whole(`${command} ${flag} ${needed}`)}`,
  }),
  ERR_UNKNOWN_API: ({ api, near, scope, apis }) => ({
    message: `wxauth 里没有接口 ${quoted(api)}。`,
    hint:
      scope === undefined || apis === undefined
        ? didYouMean(near, seeScopes())
        : `你是不是想写 ${listed(apis)}？对应的 scope 是 ${scope}。`,
  }),
  ERR_UNGUARDED_API: ({ api, consent, instead }) => ({
    message: `${quoted(api)} 没有对应的 scope${consents[consent](api.replace(/^wx\./, ''))}`,
    hint: consent === 'later' ? seeToday() : instead === undefined ? seeScopes() : `改用 ${whole(instead)}`,
  }),
  ERR_UNKNOWN_SCOPE: ({ scope, near, api, isLater }) => ({
    message: `没有 ${quoted(scope)} 这个 scope。`,
    hint:
      api === undefined || near === undefined
        ? didYouMean(near, isLater ? seeToday() : seeScopes())
        : `你是不是想写 ${near}？它是 ${api} 对应的 scope。`,
  }),
  ERR_UNKNOWN_STATE: ({ state, near, layer }) => ({
    message: `没有 ${quoted(state)} 这个状态。`,
    hint: didYouMean(near, stateHint(layer)),
  }),
  ERR_UNKNOWN_ANSWER: ({ answer, near }) => ({
    message: `没有 ${quoted(answer)} 这个回答。`,
    hint: didYouMean(near, '回答只有 accept、reject 和 dismiss。'),
  }),
  ERR_UNKNOWN_EXPECTATION: ({ expectation, near }) => ({
    message: `--expect 不能是 ${quoted(expectation)}。`,
    hint: didYouMean(near, '可以写 success、fail、popup 或 no-popup。'),
  }),
  ERR_CALL_EXPECTATION: ({ expectation, command }) => ({
    message: `${whole(command)} 运行的是整个小程序，不能预期 ${quoted(expectation)}。`,
    hint: `可以预期页面最后显示什么：${whole('--expect-text TEXT')}`,
  }),
  ERR_FLAG_CHOICE: ({ flag, given, choices, near, form }) => ({
    message: `${flag} 不能是 ${quoted(given)}。`,
    hint: didYouMean(
      near,
      {
        word: `可以写 ${listed(choices)}。`,
        list: `可以写 ${listed(choices)}，或写成列表，如 ${whole(choices.slice(0, 2).join(','))}`,
        item: `可以写第几项（从 0 数起）或 cancel，也可以写成列表，如 ${whole('0,cancel')}`,
        part: `写第几部分和一共几部分，如 ${listed(choices)}。`,
      }[form],
    ),
  }),
  ERR_FLAG_NUMBER: ({ flag, given, from, to }) => ({
    message: `${flag} 不能是 ${quoted(given)}。`,
    hint: Number.isFinite(to) ? `请写 ${from} 到 ${to} 之间的数。` : `请写不小于 ${from} 的整数。`,
  }),
  ERR_BAD_TOKEN: ({ token }) => ({
    message: `${quoted(token)} 不是这个小程序里的路径。`,
    hint: '请完整复制报告里给出的命令。',
  }),
  ERR_BAD_BASELINE: ({ path }) => ({
    message: `${whole(path)} 不是基线文件。`,
    hint: newBaseline(path),
  }),
  ERR_UNKNOWN_OPEN_TYPE: ({ openType, near, known }) => ({
    message: `wxauth 不能点击 open-type 为 ${quoted(openType)} 的按钮。`,
    hint: didYouMean(near, `可以点击 ${listed(known)}。`),
  }),
  ERR_UNKNOWN_EDITION: ({ edition, near }) => ({
    message: `没有 ${quoted(edition)} 这个版本。`,
    hint: didYouMean(near, '可以选 guide（2019 年初的官方指南）或 today（现在的平台）。'),
  }),
  ERR_UNKNOWN_PLATFORM: ({ platform, near }) => ({
    message: `没有 ${quoted(platform)} 这个平台。`,
    hint: didYouMean(near, '可以选 devtools、ios 或 android。'),
  }),
  ERR_GUIDE_ONLY: ({ command }) => ({
    message: `${whole(`wxauth ${command}`)} 讲的是 2019 年初的官方指南，没有 today 版本。`,
    hint: `用 ${whole('--edition guide')}，或者看现在的平台上调用会遇到什么：${whole('wxauth explain wx.getLocation --edition today')}`,
  }),
  ERR_UNKNOWN_SHELL: ({ shell, near }) => ({
    message: `没有 ${quoted(shell)} 的补全脚本。`,
    hint: didYouMean(near, '可以选 bash、zsh 或 fish。'),
  }),
  ERR_UNKNOWN_LANGUAGE: ({ language, near, known }) => ({
    message: `没有 ${quoted(language)} 这种语言。`,
    hint:
      near === undefined
        ? `可以选 ${listed(known)}。`
        : `你是不是想写 ${whole(near)}？可以选 ${listed(known)}。`,
  }),
  ERR_UNKNOWN_OPTION: ({ option, of, near, known }) => ({
    message: `${of} 没有 ${quoted(option)} 这个选项。`,
    hint: didYouMean(near, `可用的选项有 ${known.join('、')}。`),
  }),
  ERR_BAD_PAIR: ({ pair, form }) => ({
    message: `${quoted(pair)} 不是 ${pairs[form].form} 的形式。`,
    hint: `写成这样：${pairs[form].example}`,
  }),
  ERR_BAD_JSON: ({ what, given, problem }) =>
    problem.kind === 'err-msg'
      ? {
          message: `返回结果 ${quoted(given)} 的 errMsg ${errMsgText(problem)}。`,
          hint: `改正 errMsg；不写 errMsg 就返回 "${problem.name}:ok"。`,
        }
      : {
          message: `${inputs[what]}应为 JSON 对象，但 ${given === '-' ? 'stdin' : quoted(given)} ${jsonText(problem)}。`,
          hint: jsonHint(given),
        },
  ERR_STDIN_TERMINAL: ({ what, scope }) => ({
    message: `${inputs[what]}不能从 stdin 读取：${scope === 'privacy' ? '隐私弹窗' : `${scope} 的弹窗`}可能要用这个终端。`,
    hint: '直接写 JSON 对象或 @FILE，或用 --accept、--reject、--dismiss 回答弹窗。',
  }),
  ERR_UNREADABLE_FILE: ({ what, path, problem }) => ({
    message: `无法从 ${path === '-' ? 'stdin' : whole(path)} 读取${inputs[what]}：${problemWords(problem).matter}。`,
    hint:
      what === 'baseline' && isMissing(problem)
        ? newBaseline(path)
        : problem.kind === 'directory' || problem.kind === 'not-file'
          ? '写一个文件名，文件内容是 JSON 对象。'
          : `${problemWords(problem).help}。`,
  }),
  ERR_UNWRITABLE_FILE: ({ path, problem }) => ({
    message: `无法写入 ${whole(path)}：${problemWords(problem).matter}。`,
    hint:
      problem.kind === 'directory'
        ? '写这个目录里的一个文件名。'
        : `${problemWords(problem).help}，或换一个路径。`,
  }),
  ERR_NO_HOME: () => ({
    message: '没有存放 profile 的目录：当前用户没有主目录。',
    hint: '把 $WXAUTH_HOME 设为一个可写的目录。',
  }),
  ERR_PROFILE_NAME: ({ name }) => ({
    message: `profile 不能叫 ${quoted(name)}。`,
    hint: '名称由 1 到 64 个字母、数字、点、下划线或连字符组成，以字母或数字开头。',
  }),
  ERR_UNKNOWN_PROFILE: ({ name, directory, near }) => ({
    message: `${whole(directory)} 里没有名为 ${quoted(name)} 的 profile。`,
    hint: didYouMean(near, `所有 profile 见 ${whole('wxauth profile list')}`),
  }),
  ERR_PROJECT_MISSING: ({ directory, problem, isRun }) => ({
    message:
      problem === 'no-directory'
        ? `目录 ${directory === '' ? quoted(directory) : whole(directory)} 不存在。`
        : `${whole(directory)} 里没有 project.config.json，也没有 app.json。`,
    hint: isRun
      ? '指定你的小程序所在的目录（命令行用 --project 或 $WXAUTH_PROJECT）。'
      : '指定小程序所在的目录（命令行用 --project 或 $WXAUTH_PROJECT）；不指定就使用内置的示例小程序。',
  }),
  ERR_FRAMEWORK_SOURCE: ({ directory, framework }) => ({
    message: `${whole(directory)} 是 ${framework} 项目的源码，不是小程序。`,
    hint: `先构建出微信小程序，再指定 ${framework} 的输出目录（命令行用 --project）。`,
  }),
  ERR_NO_PROGRAM: ({ directory, command }) => ({
    message: `${whole(directory)} 和它的上级目录里都没有可以运行的小程序。`,
    hint: `指定你的小程序目录：${whole(`${command} --project DIR`)}`,
  }),
  ERR_NO_PAGE: ({ path, isTried }) => ({
    message: isTried ? '没有一个页面打得开。' : `${whole(path)} 没有声明可以打开的页面。`,
    hint: isTried
      ? '原因见上面的说明。'
      : `在 ${whole('"pages"')} 里加上页面，或者用 --project 指定构建出来的小程序目录。`,
  }),
  ERR_UNKNOWN_PAGE: ({ page, path, near }) => ({
    message: `${whole(path)} 没有声明页面 ${quoted(page)}。`,
    hint: didYouMean(near, '请写页面路径，例如 pages/index/index。'),
  }),
  ERR_PROGRAM: ({ error: { kind, message, place, through }, others }) => ({
    message: `小程序${kind === 'rejection' ? '有一个 rejection 没有处理' : '抛出了异常'}${placeText(place)}：${visibleText(message).replace(/\.+$/, '')}。`,
    hint: [
      ...(through.length > 1 ? [`调用经过 ${through.slice(1, 4).map(placeWords).join('、')}。`] : []),
      others > 0 ? `app.errors 里还有 ${others} 个。` : '完整的调用路径见 app.errors。',
    ].join(''),
  }),
  ERR_NO_ELEMENT: ({ target, page, use, isDisabled, others }) => ({
    message: isDisabled
      ? `${whole(page)} 上的 ${quoted(target)} 是禁用状态。`
      : `${whole(page)} 上没有可以${use === 'tap' ? '点' : '输入'}的 ${quoted(target)}。`,
    hint:
      others.length === 0
        ? `这个页面现在没有可以${use === 'tap' ? '点' : '输入'}的元素。`
        : `现在有 ${others.map(text => quoted(text)).join('、')}。`,
  }),
  ERR_PAGE_NOT_SHOWN: ({ page, shown }) => ({
    message: `${whole(page)} 没有显示：${shown === undefined ? '现在没有页面' : `用户看到的是 ${whole(shown)}`}。`,
    hint: '当前显示的页面是 app.page。',
  }),
  ERR_PAGE_NOT_OPENED: ({ page, file }) => ({
    message: `${whole(page)} 打不开。`,
    hint: `${whole(file)} 的问题见 app.notices。`,
  }),
  ERR_CLOSED: () => ({
    message: '小程序已经关闭。',
    hint: '重新启动：await launch({ … })。',
  }),
  ERR_PROJECT_FILE: ({ path, problem }) => ({
    message: `${whole(path + lineAndColumn(problem))}：${problem.kind === 'bad-root' ? 'miniprogramRoot 不是字符串' : problemWords(problem).matter}。`,
    hint: projectHint(problem),
  }),
  ERR_MISSING_SWITCH: ({ scopes, retired = [], undeclared = [] }) => ({
    message: `设置页上没有 ${scopes.join('、')} 的开关。没有改动任何开关。`,
    hint:
      retired.length > 0
        ? `${retired.join('、')} 已经不需要授权，设置页上不再有对应的开关。`
        : undeclared.length > 0
          ? `app.json 的 requiredBackgroundModes 里有 location，设置页上才有 ${undeclared.join('、')} 的开关。`
          : '用户决定过的 scope 才有开关：先回答它的弹窗，或设置它的状态。',
  }),
  ERR_UNANSWERED: ({ scope, caller, why, walkthrough, isRun }) => ({
    message:
      walkthrough === 'choice'
        ? `${caller} 要选一个接口，但没有人能选：${whyUnanswered[why]}。`
        : scope === undefined
          ? `${caller} ${isRun ? '在等待回答，但没有人能回答' : '要打开设置页，但没有人能操作'}：${whyUnanswered[why]}。`
          : `${caller} ${scope === 'privacy' ? '需要用户同意隐私保护指引' : `请求授权 ${scope}`}，但没有人能回答：${whyUnanswered[why]}。`,
    hint:
      walkthrough === undefined
        ? isRun
          ? runHint(scope)
          : unansweredHint(scope, why)
        : walkthrough === 'choice'
          ? `写上接口和回答：${whole('wxauth walkthrough wx.getLocation --reject')}`
          : `用 --accept、--reject 或 --dismiss 回答：${whole(`wxauth walkthrough ${caller} --reject`)}`,
  }),
  ERR_PROFILE_CORRUPT: ({ path, line, column, name }) => ({
    message: `${whole(`${path}:${line}:${column}`)}：profile 不是有效的 JSON。`,
    hint: fixOrRemove(name),
  }),
  ERR_PROFILE_VERSION: ({ path, version, name }) => ({
    message: `${whole(path)}：profile 的版本是 ${shown(version)}，而这个 wxauth 只认版本 1。`,
    hint: `升级 wxauth，或用 --profile 换一个 profile，或删除这个：${whole(`wxauth profile remove ${name}`)}`,
  }),
  ERR_PROFILE_VALUE: ({ path, place, expected, near, name }) => ({
    message: `${whole(path)}：${place === '' ? 'profile' : whole(place, { most: 120 })} ${profileValueText(expected)}。`,
    hint: didYouMean(near, fixOrRemove(name)),
  }),
  ERR_PROFILE_LOCKED: ({ path, holder, lock }) => ({
    message: `等了太久：${whole(path)} 一直由${holderText(holder)}锁定。`,
    hint: lockedHint(holder, lock),
  }),
  ERR_PROFILE_UNREADABLE: ({ path, isFolder = false, problem }) => ({
    message: `无法读取${isFolder ? '目录' : ' profile'} ${whole(path)}：${problemWords(problem).matter}。`,
    hint: profileHint(problem),
  }),
  ERR_PROFILE_UNWRITABLE: ({ path, problem }) => ({
    message: `无法写入 profile ${whole(path)}：${problemWords(problem).matter}。`,
    hint: profileHint(problem),
  }),
  ERR_OUTPUT: ({ problem }) => ({
    message: `无法写入 stdout：${problemWords(problem).matter}。`,
    hint: `${problemWords(problem).help}。如果命令已经记录了选择，记录仍然有效。`,
  }),
  ERR_INTERNAL: ({ problem }) => ({
    message: `wxauth 出错了：${visibleText(problem)}。`,
    hint: '这是 wxauth 的 bug。加上 --verbose 再运行一次，看看出错的位置。',
  }),
  ERR_INTERRUPTED: ({ signal }) => ({
    message: `收到 ${signal}，已结束。`,
    hint: '没有记录当前弹窗的选择。',
  }),
}

const placeWords = ({ file, line, column }: SourcePlace) => whole(`${file}:${line}:${column}`)
const placeText = (place: SourcePlace | undefined) =>
  place === undefined ? '' : `，位置 ${placeWords(place)}`
