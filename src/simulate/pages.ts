import { copyInto } from '../json/copy.ts'
import { attributesOf, type Instance } from './simulator.ts'

type Options = Readonly<Record<string, unknown>>
type Page = Instance & Options

/** What a Mini Program finds globally and the simulator does not give it: it knows components only. */
export interface PageGlobals {
  readonly Page: (options: Options) => void
  readonly App: (options: Options) => void
  readonly getApp: () => Options
  readonly getCurrentPages: () => readonly Options[]
}

/** How the simulator hands a component its options: `Component`, looked up anew since a test may replace it. */
type Define = (definition: Options) => void

// One Mini Program, as the simulator has one list of components: a page's file may have run under an earlier
// installation, and a module keeps what `getApp` gave it, also from before `App`.
const open: Page[] = []
const app: Record<string, unknown> = {}

export function pageGlobals(define: Define): PageGlobals {
  // Pages that an earlier test left on the document are not of this one.
  open.length = 0
  return {
    Page: options => define(componentOf(options)),
    App(options) {
      for (const key of Object.keys(app)) delete app[key]
      Object.assign(app, options)
      // As opened from the list of Mini Programs: no page asked for, no query.
      const entry = { path: '', query: {}, scene: 1001 }
      run(app, 'onLaunch', entry)
      run(app, 'onShow', entry)
    },
    getApp: () => app,
    getCurrentPages: () => [...open],
  }
}

/** A page as a component: its functions are methods, its life begins when it is attached. */
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
      // As the platform does: two open pages of one kind share none of them.
      for (const [key, value] of fields) Object.assign(this, { [key]: copyInto({ Object, Array }, value) })
      open.push(this)
      // What `render` was given plays the query of the page's address.
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

function run(owner: Options, hook: string, ...given: readonly unknown[]): void {
  const found = owner[hook]
  if (typeof found === 'function') found.apply(owner, given)
}
