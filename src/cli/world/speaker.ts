import type { WxauthError } from '../../faults.ts'
import { cli } from '../../messages/en/cli.ts'
import type { Palette } from '../../text/palette.ts'
import { safeJson } from '../../text/safe-json.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Complaint } from '../report/report.ts'
import { paletteFor } from './color.ts'
import type { Terminal } from './terminal.ts'

/** The conversation on stderr: everything that is not the answer and not the popup. */
export interface Speaker {
  /** Worth knowing; silenced by `--quiet`. */
  note(text: string): void
  /** What contradicts what stands on the screen: never silenced. */
  warning(text: string): void
  /** Only under `--verbose`. */
  detail(text: string): void
  /** What to do next, after an answer; silenced by `--quiet`. */
  hint(text: string): void
  complaint(complaint: Complaint): void
  fault(error: WxauthError): void
}

// Line by line: the line breaks are ours, what is on the lines may not be.
function stackText(error: Error): string {
  const origin = error.cause instanceof Error ? error.cause : error
  const lines = (origin.stack ?? String(origin)).split('\n')
  return lines.map(line => `${visibleText(line.trim())}\n`).join('')
}

export async function speakerFor(terminal: Terminal, flags: Flags): Promise<Speaker> {
  return speaker(terminal, flags, await paletteFor(terminal.stderr, flags.color, terminal.env))
}

function speaker({ stderr }: Terminal, flags: Flags, palette: Palette): Speaker {
  // Texts may carry what a file or the caller wrote: nothing in them may act on the terminal.
  const say = (label: string, text: string) => stderr.write(`${label} ${visibleText(text)}\n`)
  const note = (text: string) => say(palette.dim(cli.labels.note), text)
  const hint = (text: string) => say(palette.dim(cli.labels.hint), text)
  const complaint = ({ message, hint: next }: Complaint) => {
    say(palette.bad(cli.labels.error), message)
    hint(next)
  }
  return {
    note: text => (flags.quiet ? undefined : note(text)),
    warning: note,
    detail: text => (flags.verbose ? note(text) : undefined),
    hint: text => (flags.quiet ? undefined : hint(text)),
    complaint,
    fault(error) {
      if (flags.verbose) stderr.write(stackText(error))
      if (flags.json) {
        const { code, message, hint } = error
        stderr.write(`${safeJson({ error: { code, message, hint } })}\n`)
        return
      }
      complaint(error)
    },
  }
}
