import type { RunTexts } from '../../messages/texts.ts'
import type { Notice } from '../../pages/ports.ts'
import { whole } from '../../text/quoted.ts'

export function noticeText({ code, subject, file, reason }: Notice, { notices }: RunTexts): string {
  return notices[code]({ subject: subject ?? file ?? '', reason })
}

/** With its place before it. */
export function noticeLine(notice: Notice, texts: RunTexts): string {
  const { file, line, column } = notice
  const text = noticeText(notice, texts)
  if (file === undefined) return text
  const place = line === undefined || column === undefined ? file : `${file}:${line}:${column}`
  return `${whole(place)}: ${text}`
}
