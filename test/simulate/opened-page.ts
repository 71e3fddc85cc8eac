import { createRequire } from 'node:module'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import type { Auth, Wx, WxAuthOptions } from '../../src/wx/types/index.ts'

/** The part of miniprogram-simulate that these tests use. Its own types add globals that clash with Node's. */
export interface RenderedPage {
  readonly data: Readonly<Record<string, unknown>>
  readonly instance: Readonly<Record<string, unknown>> & { setData(data: object): void }
  readonly dom: { readonly textContent: string }
  querySelector(selector: string): RenderedPage | undefined
  dispatchEvent(name: string): void
  triggerPageLifeTime(name: string): void
  attach(parent: object): void
  detach(): void
}

interface LoadOptions {
  readonly compiler?: 'official' | 'simulate'
  readonly rootPath?: string
}

interface Simulate {
  load(path: string | object, options?: LoadOptions): string
  render(id: string, properties?: object): RenderedPage
  sleep(milliseconds: number): Promise<void>
}

export const simulate = createRequire(import.meta.url)('miniprogram-simulate') as Simulate

/** The globals of the simulator and of pages, in jsdom. */
export const globals = globalThis as unknown as Record<string, unknown> & {
  readonly document: { readonly body: object }
  readonly getCurrentPages: () => readonly { readonly name?: string }[]
  wx: Wx & Readonly<Record<string, (options?: object) => unknown>>
}

export interface OpenPage {
  readonly auth: Auth
  readonly wx: Wx
  readonly page: RenderedPage
  /** The text of the element; `undefined` if the page does not show it. */
  textOf(selector: string): string | undefined
  /** Taps, and waits until no call is under way. */
  tap(selector: string): Promise<void>
}

const nearMe = join(import.meta.dirname, 'near-me/index')

/** The page in `near-me/`, rendered with a `wx` of its own, until the test ends. */
export function openPage(
  options: WxAuthOptions = {},
  compiler: 'official' | 'simulate' = 'simulate',
): OpenPage {
  const { wx, auth } = createWxAuth(options)
  onTestFinished(install({ wx, auth, simulate }))
  const page = simulate.render(simulate.load(nearMe, { compiler }))
  page.attach(globals.document.body)
  onTestFinished(() => page.detach())

  return {
    auth,
    wx,
    page,
    textOf: selector => page.querySelector(selector)?.dom.textContent,
    async tap(selector) {
      const element = page.querySelector(selector)
      if (element === undefined) throw new Error(`The page shows no ${selector}`)
      element.dispatchEvent('tap')
      await auth.idle()
    },
  }
}
