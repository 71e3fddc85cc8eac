import { copyInto } from '../json/copy.ts'
import { callPageCode } from './page-errors.ts'
import { attributesOf, type Instance } from './simulator.ts'

type Options = Readonly<Record<string, unknown>>
type Page = Instance & Options

/** The globals of a Mini Program that the simulator lacks, because it has components only. */
export interface PageGlobals {
  readonly Page: (options: Options) => void
  readonly App: (options: Options) => void
  readonly getApp: () => Options
  readonly getCurrentPages: () => readonly Options[]
}

/** Calls the global `Component`, which is looked up each time because a test may replace it. */
type Define = (definition: Options) => void

// One Mini Program for all installations, like the simulator's one list of components: a page's file may have run under
// an earlier installation, and a module may keep the result of `getApp`, even from before `App`.
const open: Page[] = []
const app: Record<string, unknown> = {}

export function pageGlobals(define: Define): PageGlobals {
  // Pages that an earlier test left in the document do not count.
  open.length = 0
  return {
    Page: options => define(componentOf(options)),
    App(options) {
      for (const key of Object.keys(app)) delete app[key]
      Object.assign(app, options)
      // As if opened from the list of Mini Programs, without a page and a query.
      const entry = { path: '', query: {}, scene: 1001 }
      run(app, 'onLaunch', entry)
      run(app, 'onShow', entry)
    },
    getApp: () => app,
    getCurrentPages: () => [...open],
  }
}

/** A page as a component: its functions become methods, and `onLoad` runs when it is attached. */
function componentOf(options: Options): Options {
  const { data, behaviors, options: settings, ...rest } = options
  const methods = Object.entries(rest).filter(([, value]) => typeof value === 'function')
  const fields = Object.entries(rest).filter(([, value]) => typeof value !== 'function')

  return {
    ...(data === undefined ? {} : { data }),
    ...(behaviors === undefined ? {} : { behaviors }),
    ...(settings === undefined ? {} : { options: settings }),
    methods: Object.fromEntries(methods),
    attached(this: Page) {
      // Copied, as on the platform: two open pages of one kind do not share their fields.
      for (const [key, value] of fields) Object.assign(this, { [key]: copyInto({ Object, Array }, value) })
      open.push(this)
      // The properties passed to `render` play the query of the page's URL.
      run(this, 'onLoad', attributesOf(this))
      run(this, 'onShow')
    },
    ready(this: Page) {
      run(this, 'onReady')
    },
    detached(this: Page) {
      const at = open.indexOf(this)
      if (at >= 0) open.splice(at, 1)
      run(this, 'onUnload')
    },
    pageLifetimes: {
      show(this: Page) {
        run(this, 'onShow')
      },
      hide(this: Page) {
        run(this, 'onHide')
      },
    },
  }
}

/** A hook that throws does not stop the next one, as on the phone. */
function run(owner: Options, hook: string, ...args: readonly unknown[]): void {
  const handler = owner[hook]
  if (typeof handler === 'function') callPageCode(() => handler.apply(owner, args))
}
