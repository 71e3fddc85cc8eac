import type { WrittenCall } from '../explored.ts'
import type { Finding, NameSite } from '../findings/finding.ts'
import { severityOf } from '../findings/rules.ts'
import type { SourceFacts } from '../ports.ts'
import { callsIn, camerasIn, guardedCalls, siteNames } from './calls.ts'
import { type Ignore, ignoresInScript, ignoresInTemplate } from './ignores.ts'
import { type Overridden, overriddenIn } from './overridden.ts'
import { parseScript } from './script.ts'

/** What the source says without being run. */
export interface Source {
  readonly written: readonly WrittenCall[]
  readonly ignores: readonly Ignore[]
  readonly findings: readonly Finding[]
}

/** Names places in the scripts of a program. A worker parses only those where something is found. */
export function sitesIn({ scripts }: Pick<SourceFacts, 'scripts'>): NameSite {
  const texts = new Map(scripts.map(({ file, text }) => [file, text]))
  return siteNames(file => {
    const script = parseScript({ file, text: texts.get(file) ?? '' })
    return script === undefined ? [] : callsIn(script)
  })
}

/** @param apis names of guarded functions: `wx.getLocation` */
export function readSource(facts: SourceFacts, apis: ReadonlySet<string>, root: string): Source {
  const scripts = facts.scripts.flatMap(file => parseScript(file) ?? [])
  return {
    written: [
      ...scripts.flatMap(script => guardedCalls(script, apis)),
      ...facts.templates.flatMap(camerasIn),
    ],
    ignores: [...scripts.flatMap(ignoresInScript), ...facts.templates.flatMap(ignoresInTemplate)],
    findings: scripts
      .flatMap(script => overriddenIn(script, apis))
      .map(one => findingOf(one, facts.pages, root)),
  }
}

function findingOf(
  { key, later, api, file, line, column }: Overridden,
  pages: readonly string[],
  root: string,
) {
  const rule = 'overridden-handler'
  const page = pages.find(page => file.startsWith(`${root}${page}.`)) ?? pages[0] ?? ''
  return {
    rule,
    severity: severityOf(rule),
    file,
    line,
    column,
    page,
    handler: key,
    api,
    scope: null,
    start: 'undecided',
    data: 'fixtures',
    steps: [],
    reached: 'hidden',
    also: [],
    own: { file, line, column },
    related: [later],
    replay: page,
    fingerprint: [rule, file, key, api, 1].join('|'),
    facts: { key, line: String(later.line) },
  } satisfies Finding
}
