import { type Finding, merged } from './findings/finding.ts'
import { severities } from './findings/rule.ts'
import { byPlace, compare } from './order.ts'
import type { PageResult } from './page.ts'
import { lastTap, type Path } from './path.ts'
import type { Notice, Place } from './ports.ts'
import { type Failure, placeName } from './search/memory.ts'
import { printToken } from './token.ts'

/** A guarded call in the source. */
export interface WrittenCall extends Place {
  readonly api: string
}

/** What exploring a program, or a shard of it, comes to. */
export interface Explored {
  readonly summary: Summary
  readonly unreached: readonly WrittenCall[]
  /** Pages that could not be opened. */
  readonly unloaded: readonly string[]
  readonly notices: readonly Notice[]
  readonly findings: readonly Finding[]
}

interface Summary {
  readonly pages: number
  readonly loaded: number
  readonly units: number
  readonly asking: number
  readonly paths: number
  readonly cut: number
  readonly calls: { readonly written: number; readonly reached: number }
}

interface Parts {
  /** In the order of app.json, whatever the order in which the pages were walked. */
  readonly pages: readonly string[]
  /** Of the source in the project: `miniprogram/`, or empty. */
  readonly root: string
  readonly written: readonly WrittenCall[]
  /** Names of guarded functions. */
  readonly apis: ReadonlySet<string>
  readonly notices: readonly Notice[]
  /** Files of the program's code. */
  readonly scripts: readonly string[]
  /** Found without running anything. */
  readonly inSource: readonly Finding[]
}

const nowhere = { file: null, line: null, column: null } as const

/** Puts the pages' results together: the order in which they came does not matter. */
export function assemble(results: readonly PageResult[], parts: Parts): Explored {
  const { pages, notices, inSource } = parts
  const written = [...parts.written, ...unwritten(results, parts)]
  const reached = new Set(results.flatMap(({ walked }) => walked.reached))
  const unreached = written.filter(({ api, file, line }) => !reached.has(placeName(api, { file, line })))
  const sum = (of: (result: PageResult) => number) => results.reduce((total, one) => total + of(one), 0)
  const always = byFingerprint(
    results.flatMap(({ judged }) => judged.always),
    pages,
  )
  const closed = results.flatMap(({ walked: { page, failure } }) =>
    failure === null ? [] : notOpened(page, failure),
  )
  const endless = results.flatMap(({ walked }) => walked.endless).map(path => endlessNotice(path, parts))
  return {
    summary: {
      pages: results.length,
      loaded: results.filter(({ walked }) => walked.loaded).length,
      units: sum(({ walked }) => walked.units),
      asking: sum(({ walked }) => walked.asking),
      paths: sum(({ walked }) => walked.paths),
      cut: sum(({ walked }) => walked.cut),
      calls: { written: written.length, reached: written.length - unreached.length },
    },
    unreached,
    unloaded: pages.filter(page => results.some(({ walked }) => walked.page === page && !walked.loaded)),
    notices: [...notices, ...closed, ...endless, ...onePerPlace(always).map(noticeOf)],
    findings: byFingerprint([...results.flatMap(({ judged }) => judged.findings), ...inSource], pages),
  }
}

/** Calls that ran although no line is seen to make them: `wx[name]()`, behind a name that a module gave out. */
function unwritten(results: readonly PageResult[], { written, apis }: Parts): readonly WrittenCall[] {
  const known = new Set(written.map(call => placeName(call.api, call)))
  const added = new Map<string, WrittenCall>()
  for (const { places, ...call } of results.flatMap(({ walked }) => walked.ran))
    if (apis.has(call.api) && !places.some(place => known.has(place)))
      added.set(placeName(call.api, call), call)
  return [...added.values()].toSorted((a, b) => byPlace(a, b) || compare(a.api, b.api))
}

/** One finding for each fingerprint, the worst first, then by page and place. */
function byFingerprint(findings: readonly Finding[], pages: readonly string[]): readonly Finding[] {
  const byPrint = new Map<string, Finding>()
  for (const finding of findings) {
    const known = byPrint.get(finding.fingerprint)
    byPrint.set(finding.fingerprint, known === undefined ? finding : merged(known, finding, pages))
  }
  const orderOf = (a: Finding, b: Finding) =>
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    pages.indexOf(a.page) - pages.indexOf(b.page) ||
    byPlace(a, b) ||
    compare(a.fingerprint, b.fingerprint)
  return [...byPrint.values()].toSorted(orderOf)
}

/** Several calls may lead to the same line that throws. */
function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ rule, file, line, column }) => {
    const key = JSON.stringify([rule, file, line, column])
    return seen.has(key) ? false : seen.add(key)
  })
}

/** Where the loop itself is, only the path knows when it is played. The user was here: at this element, or on this page. */
function endlessNotice(path: Path, { root, scripts }: Parts): Notice {
  const { page } = path.unit
  const ofPage = scripts.find(file => file.replace(/\.[jt]s$/, '') === `${root}${page}`) ?? null
  const place = lastTap(path.unit)?.at ?? { file: ofPage, line: null, column: null }
  return { code: 'endless-loop', ...place, facts: { replay: printToken(path, root) } }
}

function notOpened(page: string, { message, stack: [own] }: Failure): Notice {
  const { file, line, column } = own ?? nowhere
  return { code: 'page-not-opened', file, line, column, facts: { page, reason: message } }
}

/** What goes wrong whatever the user decides is no matter of authorization, but worth knowing. */
function noticeOf({ rule, file, line, column, facts }: Finding): Notice {
  return { code: 'always', file, line, column, facts: { rule, ...facts } }
}
