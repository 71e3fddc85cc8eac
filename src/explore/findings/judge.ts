import type { Observation, SourceFacts } from '../ports.ts'
import { type Finding, findingOf, merged, type NameSite } from './finding.ts'
import { questionsLeft } from './questions.ts'
import { often } from './re-ask-loop.ts'
import { isAccepted, leadsToSettings, nameOfLoading, nameOfTrouble, placeOf } from './refusals.ts'
import { type RuleName, ranked, type Violation } from './rule.ts'
import { rules } from './rules.ts'

export interface JudgeParts {
  readonly facts: Pick<SourceFacts, 'pages' | 'usage'>
  readonly nameSite: NameSite
  /** Of the source in the project: `miniprogram/`, or empty. */
  readonly root: string
  readonly ignored: ReadonlySet<RuleName>
}

/** What one page's paths come to. Plain data: a worker sends it. */
export interface Judged {
  readonly findings: readonly Finding[]
  /** What also happens when everything is accepted: no matter of authorization, but worth a notice. */
  readonly always: readonly Finding[]
}

export interface Judge {
  /**
   * @param counts false for a path that only shows what happens when everything is accepted
   * @returns the fingerprints of what is wrong on this path
   */
  see(observation: Observation, counts: boolean): readonly string[]
  /** @param cut whether limits left answers out: one of them may be a way out */
  close(cut?: boolean): Judged
}

/** A finding that more paths may still confirm or take back. */
interface Candidate {
  readonly finding: Finding
  readonly trouble: string | undefined
  readonly question: string | undefined
  readonly unlessSettings: boolean
}

/** Judges the paths of one page as they come, and keeps only causes. */
export function judgePage(parts: JudgeParts): Judge {
  const causes = new Map<string, Candidate>()
  const always = new Set<string>()
  const left = new Set<string>()
  let settings = false

  function add(observation: Observation): readonly string[] {
    const fingerprints: string[] = []
    for (const { rule, violation, also } of reported(observation, parts)) {
      const finding = findingOf({ observation, rule, violation, also }, parts.nameSite, parts.root)
      const key = causeOf(rule, violation)
      const known = causes.get(key)
      const { trouble, question, unlessSettings = false } = violation
      causes.set(key, {
        finding: known === undefined ? finding : merged(known.finding, finding, parts.facts.pages),
        trouble,
        question,
        unlessSettings,
      })
      fingerprints.push(finding.fingerprint)
    }
    return fingerprints
  }

  return {
    see(observation, counts) {
      if (leadsToSettings(observation)) settings = true
      for (const question of questionsLeft(observation, often)) left.add(question)
      if (isAccepted(observation)) for (const trouble of troublesOf(observation)) always.add(trouble)
      return counts ? add(observation) : []
    },
    close(cut = false) {
      const all = [...causes.values()].filter(({ unlessSettings }) => !(unlessSettings && settings))
      const isAlways = ({ trouble }: Candidate) => trouble !== undefined && always.has(trouble)
      return {
        findings: all
          .filter(one => !isAlways(one))
          .map(({ finding, question }) => {
            const isLeft = question !== undefined && left.has(question)
            return question === undefined || (cut && !isLeft) ? finding : { ...finding, wayOut: isLeft }
          }),
        always: all.filter(isAlways).map(({ finding }) => finding),
      }
    },
  }
}

/** One finding for one cause: the rule, and the own place of what it is about. */
function causeOf(rule: RuleName, { stack, api }: Violation): string {
  return JSON.stringify([rule, placeOf(stack), api])
}

interface Reported {
  readonly rule: RuleName
  readonly violation: Violation
  readonly also: readonly RuleName[]
}

/** The violations of a path. For one call, the first of the ranked rules stands for the others. */
function reported(observation: Observation, { facts, ignored }: JudgeParts): readonly Reported[] {
  const all = rules
    .filter(({ name }) => !ignored.has(name))
    .flatMap(({ name, violationsOn }) =>
      violationsOn(observation, facts).map(violation => ({ rule: name, violation })),
    )
  const rankedOf = (call: number) =>
    ranked.filter(name => all.some(({ rule, violation }) => rule === name && violation.call === call))
  return all.flatMap(({ rule, violation }) => {
    if (violation.call === null || !ranked.includes(rule)) return { rule, violation, also: [] }
    const [first, ...also] = rankedOf(violation.call)
    return rule === first ? { rule, violation, also } : []
  })
}

/** The names of what went wrong on a path where nobody said no. */
function troublesOf({ troubles, loading }: Observation): readonly string[] {
  return [...troubles.map(nameOfTrouble), ...loading.map(nameOfLoading)]
}
