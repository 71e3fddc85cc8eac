import type { Finding } from '../findings/finding.ts'
import { type RuleName, ruleNames } from '../findings/rule.ts'
import type { Notice, Place, SourceFile } from '../ports.ts'
import type { ParsedScript } from './script.ts'

/** A comment that takes a finding off the list: `// wxauth-ignore no-fail-handler: the page works without it`. */
export interface Ignore extends Place {
  /** As written; it may be no rule. */
  readonly rule: string
  readonly reason: string
  /** The line that it stands on or above. */
  readonly covers: readonly number[]
}

/** After the stars of a block; the colon may be Chinese. */
const form = /^[\s*]*wxauth-ignore(?![\w-])([^:：]*)(?:[:：]([\s\S]*))?$/

interface Remark extends Place {
  readonly text: string
  readonly lastLine: number
}

export function ignoresInScript({ file, comments }: ParsedScript): readonly Ignore[] {
  return ignoresOf(
    comments.map(({ value, loc }) => ({
      file,
      line: loc?.start.line ?? 1,
      column: (loc?.start.column ?? 0) + 1,
      lastLine: loc?.end.line ?? 1,
      text: value,
    })),
  )
}

export function ignoresInTemplate({ file, text }: SourceFile): readonly Ignore[] {
  const remarks = [...text.matchAll(/<!--([\s\S]*?)-->/g)].map(match => {
    const before = text.slice(0, match.index).split('\n')
    const line = before.length
    const lines = match[0].split('\n').length
    return {
      file,
      line,
      column: (before.at(-1)?.length ?? 0) + 1,
      lastLine: line + lines - 1,
      text: match[1] ?? '',
    }
  })
  return ignoresOf(remarks)
}

/** Several comments one below the other all stand above the line after the last. */
function ignoresOf(remarks: readonly Remark[]): readonly Ignore[] {
  const lines = new Set(remarks.map(({ line }) => line))
  return remarks.flatMap(({ text, lastLine, ...place }) => {
    const [, rule, reason = ''] = form.exec(text) ?? []
    if (rule === undefined) return []
    let below = lastLine + 1
    while (lines.has(below)) below += 1
    return { ...place, rule: rule.trim(), reason: reason.trim(), covers: [place.line, lastLine, below] }
  })
}

/**
 * Takes away what comments ignore. A comment without a reason, or with a word that is no rule, takes nothing away.
 * @param isWhole whether everything was explored: in a part, a comment may be there for another
 */
export function withoutIgnored(findings: readonly Finding[], ignores: readonly Ignore[], isWhole: boolean) {
  const used = new Set<Ignore>()
  const kept = findings.filter(finding => {
    const covering = ignores.filter(ignore => isUsable(ignore) && isCovered(finding, ignore))
    for (const ignore of covering) used.add(ignore)
    return covering.length === 0
  })
  const notices = ignores.flatMap(ignore => {
    if (!isRule(ignore.rule)) return noticeOf('ignore-unknown-rule', ignore)
    if (ignore.reason === '') return noticeOf('ignore-without-reason', ignore)
    return isWhole && !used.has(ignore) ? noticeOf('ignore-unused', ignore) : []
  })
  return { findings: kept, notices }
}

const isRule = (word: string): word is RuleName => ruleNames.some(name => name === word)
const isUsable = ({ rule, reason }: Ignore) => isRule(rule) && reason !== ''

/** A comment at a wrapper takes away what happens in it. */
function isCovered({ rule, file, line, related }: Finding, ignore: Ignore): boolean {
  const places = [{ file, line }, ...related]
  return (
    rule === ignore.rule && places.some(one => one.file === ignore.file && ignore.covers.includes(one.line))
  )
}

function noticeOf(code: string, { file, line, column, rule }: Ignore): Notice {
  return { code, file, line, column, facts: { rule } }
}
