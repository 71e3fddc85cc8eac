import type { RunTexts } from '../../messages/texts.ts'
import type { Notice, Place, ProgramError } from '../../pages/ports.ts'
import { onOneLine } from '../../text/in-lines.ts'
import type { RunEvent, Tappable } from './conversation.ts'
import { placeText } from './event-lines.ts'
import { noticeText } from './notices.ts'
import type { FinishedRun } from './supervise.ts'

/** The document of `--json`. Pure. */
export function runDocument(run: FinishedRun, edition: string, texts: RunTexts) {
  const { app, page, query, events, shown, errors, notices } = run
  return {
    version: 1,
    edition,
    app: { appid: app.appid, name: app.name, root: app.root },
    page,
    query,
    shown: shown?.page ?? null,
    events: eventsOf(events),
    text: shown?.text ?? '',
    tappable: (shown?.tappable ?? []).filter(({ isInput }) => !isInput).map(tappableOf),
    inputs: (shown?.tappable ?? []).filter(({ isInput }) => isInput).map(tappableOf),
    data: shown?.data ?? {},
    errors: errors.map(errorOf),
    notices: notices.map(notice => noticeOf(notice, texts)),
  }
}

const placed = (at: Place | undefined) => (at === undefined ? {} : { at: placeText(at) })

/** The result of a call stands at the call. */
function eventsOf(events: readonly RunEvent[]): readonly object[] {
  return events.flatMap((event): readonly object[] => {
    const { at, ...rest } = event
    switch (rest.kind) {
      case 'answered':
        return []
      case 'called': {
        const answer = events.find(other => other.kind === 'answered' && other.call === rest.call)
        const { callback = null, errMsg = null, heard = null } = answer?.kind === 'answered' ? answer : {}
        return [{ kind: 'called', api: rest.api, ...placed(at), callback, errMsg, heard }]
      }
      case 'input':
        return [{ kind: 'tapped', text: rest.text, typed: rest.value, ...placed(at) }]
      case 'tapped':
        return [{ ...rest, handler: rest.handler ?? null, ...placed(at) }]
      case 'error':
        return [{ kind: 'error', error: rest.error.kind, message: rest.error.message, ...placed(at) }]
      default:
        return [{ ...rest, ...placed(at) }]
    }
  })
}

function tappableOf({ text, tag, handler, at }: Tappable) {
  return { text, tag, handler, ...placed(at) }
}

function errorOf({ message, kind, phase, place }: ProgramError) {
  const { file = null, line = null, column = null } = place ?? {}
  return { message, kind, phase, file, line, column }
}

function noticeOf(notice: Notice, texts: RunTexts) {
  const { code, file = null, line = null, column = null } = notice
  return { code, file, line, column, message: onOneLine(noticeText(notice, texts)) }
}
