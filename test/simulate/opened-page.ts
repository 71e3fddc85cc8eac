import { createRequire } from 'node:module'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import type { Auth, Wx, WxAuthOptions } from '../../src/wx/types/index.ts'

/** What these tests use of miniprogram-simulate. Its own types bring WeChat's globals, which quarrel with Node's. */
export interface Rendered {
  readonly data: Readonly<Record<string, unknown>>
  readonly instance: Readonly<Record<string, unknown>> & { setData(data: object): void }
  readonly dom: { readonly textContent: string }
  querySelector(selector: string): Rendered | undefined
  dispatchEvent(name: string): void
  triggerPageLifeTime(name: string): void
  attach(parent: object): void
  detach(): void
}

interface Simulate {
  load(path: string | object, options?: { readonly compiler: 'official' | 'simulate' }): string
  render(id: string, properties?: object): Rendered
  sleep(milliseconds: number): Promise<void>
}

export const simulate = createRequire(import.meta.url)('miniprogram-simulate') as Simulate

/** What the simulator and a page find globally, in jsdom. */
export const globals = globalThis as unknown as Record<string, unknown> & {
  readonly document: { readonly body: object }
  readonly getCurrentPages: () => readonly { readonly name?: string }[]
  wx: Wx & Readonly<Record<string, (options?: object) => unknown>>
}

export interface OpenedPage {
  readonly auth: Auth
  readonly wx: Wx
  readonly page: Rendered
  /** What the page shows there; `undefined` where it shows no such thing. */
  shown(selector: string): string | undefined
  /** Taps, and waits for what follows. */
  tap(selector: string): Promise<void>
}

const nearMe = join(import.meta.dirname, 'near-me/index')

/** The page in `near-me/`, rendered with a `wx` of its own, until the test ends. */
export function openPage(
  options: WxAuthOptions = {},
  compiler: 'official' | 'simulate' = 'simulate',
): OpenedPage {
  const { wx, auth } = createWxAuth(options)
  onTestFinished(install({ wx, auth, simulate }))
  const page = simulate.render(simulate.load(nearMe, { compiler }))
  page.attach(globals.document.body)
  onTestFinished(() => page.detach())

  return {
    auth,
    wx,
    page,
    shown: selector => page.querySelector(selector)?.dom.textContent,
    async tap(selector) {
      const found = page.querySelector(selector)
      if (found === undefined) throw new Error(`the page shows no ${selector}`)
      found.dispatchEvent('tap')
      await auth.idle()
    },
  }
}
