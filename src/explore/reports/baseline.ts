import { isJsonObject, type JsonObject } from '../../json/json-object.ts'
import type { Finding } from '../findings/finding.ts'
import { compare } from '../order.ts'

/** Findings that a team knows: they do not count. Only the fingerprint is read; rule and file are for people. */
export type Baseline = ReadonlyMap<string, JsonObject>

/** The file of `--update-baseline`. @param kept what was known before and was not tried now */
export function baselineDocument(findings: readonly Finding[], kept: Baseline = new Map()) {
  const found = findings.map(
    ({ rule, file, fingerprint }) => [fingerprint, { rule, file, fingerprint }] as const,
  )
  const all = [...new Map([...kept, ...found])]
  return { version: 1, findings: all.toSorted(([a], [b]) => compare(a, b)).map(([, one]) => one) }
}

/** The baseline in a file; `undefined` if it is none. */
export function parseBaseline(value: unknown): Baseline | undefined {
  if (!isJsonObject(value) || value.version !== 1 || !Array.isArray(value.findings)) return undefined
  const known = new Map<string, JsonObject>()
  for (const one of value.findings as readonly unknown[]) {
    if (!isJsonObject(one) || typeof one.fingerprint !== 'string') return undefined
    known.set(one.fingerprint, one)
  }
  return known
}

/** What is new, what is known, and how many known ones are no longer there. */
export function compareWith(baseline: Baseline, findings: readonly Finding[]) {
  const isKnown = ({ fingerprint }: Finding) => baseline.has(fingerprint)
  const present = new Set(findings.map(({ fingerprint }) => fingerprint))
  return {
    fresh: findings.filter(one => !isKnown(one)),
    known: findings.filter(isKnown),
    gone: [...baseline.keys()].filter(one => !present.has(one)).toSorted(compare),
  }
}
