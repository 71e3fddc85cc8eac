import type { WxauthError } from '../../faults.ts'
import type { Texts } from '../../messages/texts.ts'
import { faultLines, faultText, worded } from '../../messages/worded.ts'
import { isColored, loadPalette, type Palette } from '../../text/color.ts'
import { continuation, inLines } from '../../text/in-lines.ts'
import { safeJson } from '../../text/safe-json.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Complaint } from '../report/report.ts'
import type { Terminal } from './terminal.ts'

/** Writes everything on stderr, except for popups. On a terminal, messages are broken between words. */
export interface Speaker {
  /** Silenced by `--quiet`. */
  note(text: string): void
  /** Contradicts what is on the screen: never silenced. */
  warning(text: string): void
  /** Only under `--verbose`; the text is made only then. */
  detail(text: () => string): void
  /** What to do next, after an answer; silenced by `--quiet`. */
  hint(text: string): void
  complaint(complaint: Complaint): void
  fault(fault: WxauthError): void
}

export async function speakerFor(terminal: Terminal, flags: Flags, texts: Texts): Promise<Speaker> {
  const { stderr, env } = terminal
  return speaker(terminal, flags, texts, await loadPalette(isColored(flags.color, env, stderr.isTerminal)))
}

function speaker({ stderr }: Terminal, flags: Flags, texts: Texts, palette: Palette): Speaker {
  const { labels } = texts.cli
  const say = (label: string, message: string) => {
    const columns = stderr.isTerminal ? stderr.columns : Number.POSITIVE_INFINITY
    stderr.write(`${inLines(label + message, columns, continuation).join('\n')}\n`)
  }
  const note = (text: string) => say(palette.dim(labels.note), text)
  const hint = (text: string) => say(palette.dim(labels.hint), text)
  const complaint = ({ message, hint: next }: Complaint) => {
    say(palette.bad(labels.error), message)
    if (next !== undefined) hint(next)
  }
  return {
    note: text => (flags.quiet ? undefined : note(text)),
    warning: text => say(palette.bad(labels.warning), text),
    detail: text => (flags.verbose ? note(text()) : undefined),
    hint: text => (flags.quiet ? undefined : hint(text)),
    complaint,
    fault(fault) {
      if (flags.verbose) stderr.write(stackText(worded(fault, texts.faults)))
      if (flags.json) {
        const { message, hint } = faultLines(fault, texts.faults)
        stderr.write(`${safeJson({ error: { code: fault.code, message, hint } })}\n`)
      } else complaint(faultText(fault, texts.faults))
    },
  }
}

// Escaped line by line, because only the line breaks are ours.
function stackText(error: Error): string {
  const origin = error.cause instanceof Error ? error.cause : error
  const lines = (origin.stack ?? String(origin)).split('\n')
  return lines.map(line => `${visibleText(line.trim())}\n`).join('')
}
