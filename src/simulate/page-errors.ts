import type { ErrorListeners, Instance } from './simulator.ts'

type Report = (error: unknown) => void
type Callback = (...args: readonly unknown[]) => unknown

/** Of all installations; the last one counts. */
const reports: Report[] = []

/**
 * Reports what page code throws in lifetimes, observers and event handlers, as on the phone: it stops neither the page
 * nor the test, which has to fail all the same. The simulator only prints it.
 * @returns a function that undoes it
 */
export function reportPageErrors(listeners: ErrorListeners, report: Report): () => void {
  // Each installation has a listener: only the last one's reports.
  const listener = (error: unknown) => {
    if (reports.at(-1) === report) report(error)
    return false
  }
  reports.push(report)
  listeners.addGlobalErrorListener(listener)
  return () => {
    reports.splice(reports.lastIndexOf(report), 1)
    listeners.removeGlobalErrorListener(listener)
  }
}

/** Calls a function of page code where the simulator would catch what it throws, or where it must not stop others. */
export function callPageCode(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    const report = reports.at(-1)
    if (report === undefined) throw error
    return report(error)
  }
}

/** Runs in each component: the simulator catches what these callbacks throw, and prints it. */
export function guardCallbacks(this: Instance): void {
  const component = this as unknown as Record<'setData' | 'createSelectorQuery', Callback>
  const { setData, createSelectorQuery } = component
  component.setData = guarded(setData)
  component.createSelectorQuery = () => {
    const query = createSelectorQuery() as Record<'_push' | 'exec', Callback>
    // Every method that takes a callback calls one of these.
    for (const name of ['_push', 'exec'] as const) query[name] = guarded(query[name]).bind(query)
    return query
  }
}

/** The same function, but what its callbacks throw is reported. */
function guarded(take: Callback): Callback {
  return function (this: unknown, ...args) {
    const safe = args.map(arg =>
      typeof arg !== 'function'
        ? arg
        : function (this: unknown, ...results: readonly unknown[]) {
            return callPageCode(() => arg.apply(this, results))
          },
    )
    return take.apply(this, safe)
  }
}
