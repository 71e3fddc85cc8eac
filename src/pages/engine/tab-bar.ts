import type { PageStack } from '../ports.ts'
import type { AppConfig, Tab } from '../source/app-json.ts'
import type { EngineNode, PageEngine } from './port.ts'

/** The tag of a tab in the bar that WeChat draws. */
export const tabTag = 'tab-bar-item'

/** Not among the numbers of the engine's elements. */
const numberOf = (index: number) => -1 - index

export interface TabBar {
  /** The tabs below the shown page, if it has a tab and the program draws no bar of its own. */
  readonly nodes: () => readonly EngineNode[]
  /** The user taps the tab of this number. @returns the tab, if another page is shown now */
  readonly tap: (number: number) => Tab | undefined
}

interface Parts {
  readonly config: AppConfig
  readonly stack: PageStack
  readonly engine: PageEngine
  /** Into the program's context. */
  readonly copy: (value: unknown) => unknown
}

export function createTabBar({ config, stack, engine, copy }: Parts): TabBar {
  const shown = () => stack.pages().at(-1)
  const nodes = config.customTabBar ? [] : config.tabs.map(nodeOf)

  return {
    nodes: () => (config.tabs.some(({ route }) => route === shown()?.route) ? nodes : []),
    tap(number) {
      const index = config.tabs.findIndex((_, at) => numberOf(at) === number)
      const tab = config.tabs[index]
      if (tab === undefined) return undefined
      const before = shown()
      stack.navigate('switchTab', `/${tab.route}`)
      const page = shown()
      const detail = { index: String(index), pagePath: tab.route, text: tab.text }
      if (page?.route === tab.route) engine.callMethod(page.instance, 'onTabItemTap', [copy(detail)])
      return page === before ? undefined : tab
    },
  }
}

function nodeOf({ text }: Tab, index: number): EngineNode {
  return {
    number: numberOf(index),
    tag: tabTag,
    is: '',
    owner: '',
    id: '',
    classes: '',
    mark: '',
    attributes: {},
    dataset: {},
    handlers: [],
    children: [{ text }],
  }
}
