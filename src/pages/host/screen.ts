import type { HostParts, Place } from '../ports.ts'

/** What lies over the page. A toast and a loading share one place: each replaces the other, and either `hide…` ends both. */
export interface Screen {
  readonly toast: (title: string, icon: string, at: Place | undefined) => void
  readonly loading: (title: string, at: Place | undefined) => void
  readonly hide: (at: Place | undefined) => void
  readonly navigationLoading: (shown: boolean, at: Place | undefined) => void
  /** Whether a loading is left on: that of the page, or that of the navigation bar. */
  readonly isLoading: () => boolean
  title: string
}

export function createScreen({ observe }: Pick<HostParts, 'observe'>): Screen {
  let over: 'nothing' | 'toast' | 'loading' = 'nothing'
  let navigationLoads = false

  function endLoading(at: Place | undefined): void {
    if (over === 'loading') observe({ kind: 'loading', title: '', shown: false, at })
    over = 'nothing'
  }

  return {
    toast(title, icon, at) {
      endLoading(at)
      over = 'toast'
      observe({ kind: 'toast', title, icon, at })
    },
    loading(title, at) {
      over = 'loading'
      observe({ kind: 'loading', title, shown: true, at })
    },
    hide: endLoading,
    navigationLoading(shown, at) {
      if (shown !== navigationLoads) observe({ kind: 'loading', title: '', shown, of: 'navigation-bar', at })
      navigationLoads = shown
    },
    isLoading: () => over === 'loading' || navigationLoads,
    title: '',
  }
}
