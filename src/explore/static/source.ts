import type { WrittenCall } from '../explored.ts'
import type { Finding, NameSite } from '../findings/finding.ts'
import { severityOf } from '../findings/rules.ts'
import type { SourceFacts } from '../ports.ts'
import { camerasIn, guardedCalls, siteNames, sitesInScript, sitesInTemplate } from './calls.ts'
import { type Ignore, ignoresInScript, ignoresInTemplate } from './ignores.ts'
import { type Overridden, overriddenIn } from './overridden.ts'
import { parseScript } from './script.ts'

/** What the source says without being run. */
export interface Source {
  readonly written: readonly WrittenCall[]
  readonly ignores: readonly Ignore[]
  readonly findings: readonly Finding[]
}

const noSites = { calls: [], functionAt: () => '' }

/** Names places in the files of a program. A worker parses only those where something is found. */
export function sitesIn({ scripts, templates }: Pick<SourceFacts, 'scripts' | 'templates'>): NameSite {
  const texts = new Map(scripts.map(one => [one.file, one]))
  const markup = new Map(templates.map(one => [one.file, one]))
  return siteNames(file => {
    const template = markup.get(file)
    if (template !== undefined) return sitesInTemplate(template)
    const script = parseScript(texts.get(file) ?? { file, text: '' })
    return script === undefined ? noSites : sitesInScript(script)
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
    findings: scripts.flatMap(script => overriddenIn(script, apis)).map(one => findingOf(one, facts, root)),
  }
}

function findingOf(
  { key, later, api, file, line, column }: Overridden,
  { pages, loads }: SourceFacts,
  root: string,
) {
  const rule = 'overridden-handler'
  const page =
    pages.find(page => file.startsWith(`${root}${page}.`)) ??
    pages.find(page => loads[page]?.includes(file)) ??
    ''
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
