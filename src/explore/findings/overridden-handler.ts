import type { Severity } from './rule.ts'

/** Found in the source, by `static/overridden.ts`: no path shows code that can never run. */
export const overriddenHandler = {
  name: 'overridden-handler',
  severity: 'warning' satisfies Severity,
  violationsOn: () => [],
} as const
