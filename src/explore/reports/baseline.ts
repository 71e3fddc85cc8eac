import { isJsonObject } from '../../json/json-object.ts'
import type { Finding } from '../findings/finding.ts'
import { compare } from '../order.ts'

/** Findings that a team knows: they do not count. */
export interface Baseline {
  readonly fingerprints: ReadonlySet<string>
}

/** The file of `--update-baseline`. Rule and file are for people; only the fingerprint is read. */
export function baselineDocument(findings: readonly Finding[]) {
  return {
    version: 1,
    findings: findings
      .map(({ rule, file, fingerprint }) => ({ rule, file, fingerprint }))
      .toSorted((a, b) => compare(a.fingerprint, b.fingerprint)),
  }
}

/** The baseline in a file; `undefined` if it is none. */
export function parseBaseline(value: unknown): Baseline | undefined {
  if (!isJsonObject(value) || value.version !== 1 || !Array.isArray(value.findings)) return undefined
  const fingerprints = value.findings.map((one: unknown) => (isJsonObject(one) ? one.fingerprint : undefined))
  return fingerprints.every(isText) ? { fingerprints: new Set(fingerprints) } : undefined
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** What is new, what is known, and how many known ones are no longer there. */
export function compareWith({ fingerprints }: Baseline, findings: readonly Finding[]) {
  const isKnown = ({ fingerprint }: Finding) => fingerprints.has(fingerprint)
  const present = new Set(findings.map(({ fingerprint }) => fingerprint))
  return {
    fresh: findings.filter(one => !isKnown(one)),
    known: findings.filter(isKnown),
    gone: [...fingerprints].filter(one => !present.has(one)).toSorted(compare),
  }
}
