import { objectIn } from '../source/app-json.ts'
import type { Program } from '../source/program.ts'
import type { PageEngine } from './port.ts'
import type { ShownPage } from './stack.ts'

/** Handlers that the page defines for what a person can do with it as a whole, where its configuration allows that. */
export function eventsOfPage(
  page: ShownPage | undefined,
  engine: PageEngine,
  { config, units }: Program,
): readonly string[] {
  if (page === undefined) return []
  const { route, instance } = page
  const own = units.page(route)?.json.enablePullDownRefresh
  const pulls = own ?? objectIn(config.json, 'window').enablePullDownRefresh
  const possible = [
    ...(config.tabs.some(tab => tab.route === route) ? ['onTabItemTap'] : []),
    ...(pulls === true ? ['onPullDownRefresh'] : []),
    'onReachBottom',
  ]
  const defined = new Set(engine.methodsOf(instance))
  return possible.filter(name => defined.has(name))
}

/** What `onTabItemTap` receives; nothing for a page without a tab. */
export function tabOf(route: string, { config }: Program): object | undefined {
  const index = config.tabs.findIndex(tab => tab.route === route)
  const tab = config.tabs[index]
  return tab === undefined ? undefined : { index, pagePath: tab.route, text: tab.text }
}
