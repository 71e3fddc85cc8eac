import type { ExploreTexts } from '../../messages/texts.ts'
import { onOneLine } from '../../text/in-lines.ts'
import type { Explored } from '../explored.ts'
import type { Finding } from '../findings/finding.ts'
import { messageOf, noticeText } from './words.ts'

/** Which program, and how it was looked at. */
export interface Subject {
  readonly edition: string
  readonly app: { readonly appid: string; readonly name: string; readonly root: string }
}

/** The one document of `--json`. */
export function jsonDocument(
  { summary, unreached, notices, findings }: Explored,
  subject: Subject,
  texts: ExploreTexts,
  replayFlags?: readonly string[],
) {
  return {
    version: 1,
    edition: subject.edition,
    app: subject.app,
    summary,
    unreached: unreached.map(({ api, file, line }) => ({ api, file, line })),
    notices: notices.map(notice => ({
      code: notice.code,
      file: notice.file,
      line: notice.line,
      column: notice.column,
      message: onOneLine(noticeText(notice, texts, replayFlags)),
    })),
    findings: findings.map(finding => findingDocument(finding, texts)),
  }
}

function findingDocument(finding: Finding, texts: ExploreTexts) {
  const { rule, severity, file, line, column, page, handler, api, scope, start, ...rest } = finding
  const { steps, reached, data, also, related, replay, fingerprint, wayOut } = rest
  return {
    rule,
    severity,
    file,
    line,
    column,
    page,
    handler,
    api,
    scope,
    start,
    message: onOneLine(messageOf(finding, texts)),
    steps,
    reached,
    ...(data === 'guessed' ? { data } : {}),
    ...(wayOut === undefined ? {} : { wayOut }),
    also,
    related,
    replay,
    fingerprint,
  }
}
