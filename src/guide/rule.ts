import type { Row } from './sentence.ts'

/**
 * How sure a rule is. `official`: WeChat's documents or typings. `announced`: its staff, in the developer community.
 * `reports`: many developers. `one report`: one. `inferred`: it follows from these. `chosen`: nothing was found.
 */
type Confidence = 'official' | 'announced' | 'reports' | 'one report' | 'inferred' | 'chosen'

/** One rule of today's platform, in a sentence of our own, with the rows that follow from it. */
export interface Rule {
  readonly text: string
  /** What holds in the guide's edition instead. */
  readonly guide: string
  /** A date, or a version of the base library. */
  readonly since: string
  /** Where it is said, without `https://`. */
  readonly source: string
  readonly confidence: Confidence
  readonly rows: readonly Row[]
}

/** The rules about one matter. */
export interface Chapter {
  readonly title: string
  readonly rules: readonly Rule[]
}
