import { posix } from 'node:path'
import type { NavigationFailure, NavigationKind, OpenPage, PageStack } from '../ports.ts'
import type { Program } from '../source/program.ts'
import type { EngineInstance, PageEngine } from './port.ts'

/** "There can be at most ten levels of pages." */
const mostPages = 10

export interface ShownPage extends OpenPage {
  readonly engine: EngineInstance
  readonly tabBar: EngineInstance | undefined
  readonly channel: object | undefined
}

export interface LivePageStack extends PageStack {
  /** @param more belongs to the query, as it is: whatever it contains */
  readonly navigate: (
    kind: NavigationKind,
    url: string,
    channel?: object,
    more?: Readonly<Record<string, string>>,
  ) => NavigationFailure | undefined
  readonly pages: () => readonly ShownPage[]
  readonly shown: () => ShownPage | undefined
  /** Tab pages stay alive behind the one that is shown. */
  readonly all: () => readonly ShownPage[]
}

export interface StackHooks {
  readonly engine: PageEngine
  readonly program: Program
  readonly opened: (page: ShownPage) => void
  readonly emptyChannel: () => object
}

export function createStack({ engine, program, opened, emptyChannel }: StackHooks): LivePageStack {
  let pages: readonly ShownPage[] = []
  const tabs = new Map<string, ShownPage>()
  const isTab = (route: string) => program.config.tabs.some(tab => tab.route === route)
  const shown = () => pages.at(-1)

  function open(
    route: string,
    query: Readonly<Record<string, string>>,
    path: string,
    channel?: object,
  ): NavigationFailure | undefined {
    const instance = engine.create(path, query)
    if (instance === undefined) return 'broken'
    const page: ShownPage = {
      route,
      query,
      instance: instance.instance,
      engine: instance,
      tabBar: isTab(route) ? customTabBar() : undefined,
      channel: channel ?? emptyChannel(),
    }
    pages = [...pages, page]
    if (isTab(route)) tabs.set(route, page)
    opened(page)
    instance.attach()
    page.tabBar?.attach()
    engine.callMethod(page.instance, 'onLoad', [instance.query])
    show(page)
    engine.readyAll()
    engine.callMethod(page.instance, 'onReady', [])
    return undefined
  }

  function customTabBar(): EngineInstance | undefined {
    if (!program.config.customTabBar) return undefined
    const path = program.units.pathOf('custom-tab-bar/index')
    const { script, template } = program.units.unit(path)
    return script === undefined && template === undefined ? undefined : engine.create(path, {})
  }

  function show(page: ShownPage | undefined): void {
    if (page === undefined) return
    page.engine.lifetime('show')
    page.tabBar?.lifetime('show')
    engine.callMethod(page.instance, 'onShow', [])
  }

  function hide(page: ShownPage | undefined): void {
    if (page === undefined) return
    engine.callMethod(page.instance, 'onHide', [])
    page.engine.lifetime('hide')
  }

  function close(page: ShownPage): void {
    tabs.delete(page.route)
    engine.callMethod(page.instance, 'onUnload', [])
    page.engine.release()
    page.tabBar?.release()
  }

  function switchTab(route: string, path: string): NavigationFailure | undefined {
    const before = shown()
    if (before?.route === route) return undefined
    const leaving = pages.filter(page => !isTab(page.route)).toReversed()
    if (before !== undefined && isTab(before.route)) hide(before)
    for (const page of leaving) close(page)
    const known = tabs.get(route)
    pages = known === undefined ? [] : [known]
    if (known === undefined) return open(route, {}, path)
    show(known)
    return undefined
  }

  function navigate(
    kind: NavigationKind,
    url: string,
    channel?: object,
    more: Readonly<Record<string, string>> = {},
  ): NavigationFailure | undefined {
    const { route, query: written } = parseUrl(url, shown()?.route)
    const query = { ...written, ...more }
    const unit = program.units.page(route)
    if (unit === undefined) return 'not-found'
    if (kind === 'switchTab' && !isTab(route)) return 'not-tab'
    if ((kind === 'navigateTo' || kind === 'redirectTo') && isTab(route)) return 'is-tab'
    if (kind === 'navigateTo' && pages.length >= mostPages) return 'too-many'

    if (kind === 'switchTab') return switchTab(route, unit.path)
    if (kind === 'navigateTo') {
      hide(shown())
      return open(route, query, unit.path, channel)
    }
    const leaving = kind === 'reLaunch' ? all() : pages.slice(-1)
    pages = kind === 'reLaunch' ? [] : pages.slice(0, -1)
    for (const page of leaving.toReversed()) close(page)
    return open(route, query, unit.path)
  }

  const all = () => [...new Set([...tabs.values(), ...pages])]

  return {
    pages: () => pages,
    shown,
    all,
    navigate,
    back(delta) {
      if (pages.length < 2) return 'no-back'
      const count = Math.min(Math.max(Math.floor(delta) || 1, 1), pages.length - 1)
      const leaving = pages.slice(-count).toReversed()
      pages = pages.slice(0, -count)
      for (const page of leaving) close(page)
      show(shown())
      return undefined
    },
    cover: () => hide(shown()),
    uncover: () => show(shown()),
  }
}

/** `../shop/shop?id=1` from `pages/near/index`. Values stay encoded, as `onLoad` receives them. */
export function parseUrl(
  url: string,
  from: string | undefined,
): { readonly route: string; readonly query: Readonly<Record<string, string>> } {
  const [path = '', search = ''] = url.split(/\?(.*)/s)
  const base = path.startsWith('/') || from === undefined ? path : posix.join(posix.dirname(from), path)
  const pairs = search
    .replace(/#.*$/, '')
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const [key = '', value = ''] = pair.split(/=(.*)/s)
      return [key, value] as const
    })
  return {
    route: posix.normalize(base.replace(/^\/+/, '')).replace(/\.html$/, ''),
    query: Object.fromEntries(pairs),
  }
}
