import type {
  Argument,
  ArgumentKind,
  ErrMsgOf,
  FaultFacts,
  PageProblem,
  UnnamedArgument,
} from '../../faults.ts'
import { quoted, whole } from '../../text/quoted.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { libraryFaults as english } from '../en/library-faults.ts'
import { shown } from './shown.ts'

/** Follows 应为, with a space before what is not Chinese. */
const argumentKinds: Readonly<Record<ArgumentKind, string>> = {
  object: '普通对象',
  string: '字符串',
  boolean: ' true 或 false',
  function: '函数',
  'not-function': '数据',
  appid: ' 1 到 64 个字母、数字、点、下划线或连字符',
  profile: ' profile 的名称',
  folder: '目录路径，或 file: 开头的 URL',
  scope: ' scope 的名称',
  api: '接口的名称',
  state: " 'undecided'、'accepted' 或 'rejected'",
  answer: " 'accept'、'reject'、'dismiss' 或函数",
  answers: " 'accept'、'reject'、'dismiss' 或函数，也可以是由它们组成的数组，或按 scope 列出的对象",
  'answer-result': " 'accept'、'reject'、'dismiss' 或 undefined",
  switches: "按 scope 列出的开关，例如 { 'scope.camera': true }",
  states: " scope 加状态，或按 scope 列出的状态，例如 { 'scope.camera': 'rejected' }",
  'open-type': " 'getUserInfo' 或 'openSetting'",
  camera: " 'camera'，只有这个组件会请求授权",
  language: '语言的名称',
  wx: ' createWxAuth() 返回的 wx',
  auth: ' createWxAuth() 返回的 auth',
  simulator: ' miniprogram-simulate 1.6',
  edition: " 'guide' 或 'today'",
  modal: " 'confirm'、'cancel' 或函数",
  sheet: "选项的序号（从 0 开始）、'cancel' 或函数",
  pick: " 'ok'、'cancel' 或函数",
  route: '页面路径，例如 pages/index/index',
  query: '由字符串、数字和布尔值组成的对象',
  target: '页面上的文字、.class、#id，或 find() 返回的元素',
}

/** Stands before 应为, with a space after what is not Chinese. */
const unnamedArguments: Readonly<Record<UnnamedArgument, (of: string) => string>> = {
  options: () => 'createWxAuth 的参数',
  scope: () => 'scope 参数',
  api: () => '接口名',
  state: () => '状态',
  answer: () => '回答',
  'answer-result': () => '回答函数的返回值',
  'page-answer': () => 'wx.openSetting 的回答',
  'open-type': () => 'open-type 参数',
  component: () => '组件',
  states: () => 'set 的参数',
  switch: scope => `${whole(scope)} 的开关`,
  reply: place => `预设结果 ${whole(place)} `,
  'launch-options': () => 'launch 的参数',
  page: () => '页面',
  query: () => '页面参数',
  target: () => '目标',
  typed: () => '输入的文字',
  choice: () => '回答',
}

const argumentText = (argument: Argument) =>
  typeof argument === 'string' ? `${whole(argument)} ` : unnamedArguments[argument.what](argument.of ?? '')

function pageText(problem: PageProblem): string {
  switch (problem.kind) {
    case 'no-json':
      return `${whole(`${problem.file}.json`)} 不存在，或不是有效的 JSON`
    case 'no-script':
      return problem.isTypeScript
        ? `${whole(problem.file)} 是 TypeScript`
        : `${whole(problem.file)} 没有 .js 文件`
    case 'es-module':
      return problem.file === undefined ? '其中有文件是 ES 模块' : `${whole(problem.file)} 是 ES 模块`
    case 'unresolved':
      return `Node 找不到 ${shown(problem.request)}`
    case 'wxml':
      return `WXML 编译失败：${visibleText(problem.text)}`
    case 'threw':
      return visibleText(problem.text)
    case 'ran-before':
      return `${whole(problem.file)} 之前已经加载过，代码只会执行一次`
    case 'not-defined':
      return problem.files.length === 1
        ? '代码里没有调用 Page() 或 Component()'
        : `页面或它用到的组件（${problem.files
            .slice(1)
            .map(file => whole(file))
            .join('、')}）没有调用 Page() 或 Component()`
    case 'other-root':
      return `它的 WXML 会和另一个目录里的页面混在一起（${whole(problem.root)} 和 ${whole(problem.other)}）`
  }
}

function pageHint(problem: PageProblem): string {
  switch (problem.kind) {
    case 'no-json':
      return '每个页面和组件都要有一个，写 {} 就够了。'
    case 'no-script':
    case 'es-module':
      return '先编译页面，再加载编译结果：miniprogram-simulate 只能运行 CommonJS。'
    case 'unresolved':
      return problem.request.startsWith('.')
        ? '检查路径。'
        : 'Node 只在相对路径上和微信的解析方式一致：在测试框架里映射这个路径，或改成相对路径。'
    case 'wxml':
      return "所有页面的 WXML 是一起编译的。改正上面提到的文件，或在 load 时传入 { compiler: 'simulate' }。"
    case 'threw':
      return '堆栈在这个错误的 cause 属性里。如果页面依赖 app.js 里的初始化，先 require app.js。'
    case 'ran-before':
      return '在 Jest 里，加载页面前先调用 jest.resetModules()。'
    case 'not-defined':
      return '在文件加载时就调用 Page() 或 Component()，不要等到之后。'
    case 'other-root':
      return '每次加载页面都传入同一个 rootPath，也就是同时包含这两个目录的目录。'
  }
}

/** Follows the name of the `errMsg`. */
export const errMsgText = ({ name }: ErrMsgOf) =>
  `应为 "${name}:ok"，或以 "${name}:fail" 或 "${name}:cancel" 开头`

/** The faults of the library alone: wxauth/simulate loads no other texts. */
export const libraryFaults: typeof english = {
  ERR_BAD_ARGUMENT: ({ argument, expected, given }: FaultFacts['ERR_BAD_ARGUMENT']) => ({
    message: `${argumentText(argument)}${typeof expected === 'string' ? `应为${argumentKinds[expected]}` : errMsgText(expected)}，实际是 ${shown(given)}。`,
    hint: '每个选项和方法接受什么，见 README 的 “In your own code and tests” 一节。',
  }),
  ERR_PAGE: ({ page, problem }: FaultFacts['ERR_PAGE']) => ({
    message: `无法加载 ${page === '' ? quoted(page) : whole(page)}：${pageText(problem)}。`,
    hint: pageHint(problem),
  }),
  ERR_NO_WINDOW: () => ({
    message: 'miniprogram-simulate 需要 DOM，但现在没有 window。',
    hint: '在测试文件开头写 /** @jest-environment jsdom */；如果用 Vitest，写 // @vitest-environment jsdom。',
  }),
}

/** The message of an error that is thrown includes its hint. */
export const hinted = (message: string, hint: string) => `${message}${hint}`
