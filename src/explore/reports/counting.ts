import type { Explored } from '../explored.ts'
import type { Finding } from '../findings/finding.ts'
import { type Severity, severities } from '../findings/rule.ts'

export type FailOn = Severity | 'never'

/** Whether a finding is at or above the severity of `--fail-on`. */
export function fails({ severity }: Pick<Finding, 'severity'>, failOn: FailOn): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn)
}

export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter(one => one.severity === severity).length
}

/** How many of a hundred guarded calls ran; a program that calls nothing has nothing left to reach. */
export function percentReached({ summary: { calls } }: Explored): number {
  return calls.written === 0 ? 100 : (calls.reached * 100) / calls.written
}

/** A result that reached less than this says little. */
const little = 50

export const reachedLittle = (explored: Explored) => percentReached(explored) < little
