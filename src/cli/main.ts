import { WxauthError } from '../faults.ts'
import { checkedLanguage, languageFor, loadTexts } from '../messages/language.ts'
import { isColored, loadPalette } from '../text/color.ts'
import { safeJson } from '../text/safe-json.ts'
import { checkedEdition } from './arguments/checked-words.ts'
import { type Flags, writtenFlags } from './arguments/flags.ts'
import { type Parsed, parse } from './arguments/parse.ts'
import type { CommandRow } from './commands/command.ts'
import { commandRows } from './commands/rows.ts'
import { type ExitCode, exitCodeOf } from './report/exit-codes.ts'
import type { Report } from './report/report.ts'
import { versionReport } from './report/version-report.ts'
import { type Context, contextOf } from './world/context.ts'
import { type Speaker, speakerFor } from './world/speaker.ts'
import type { Terminal } from './world/terminal.ts'

export { terminalOf } from './world/terminal.ts'

/**
 * The command line, from arguments to exit code. `terminal` is all that it uses of the running process.
 * @returns the exit code, after all output was written
 * @throws what `bin` throws if it cannot load a part of the package
 */
export async function main(terminal: Terminal): Promise<ExitCode> {
  const { argv, env } = terminal
  // If parsing fails, the error message needs them.
  let flags = writtenFlags(argv)
  const language = flags.lang ?? (env.WXAUTH_LANG || undefined)
  const edition = flags.edition ?? (env.WXAUTH_EDITION || 'guide')
  const texts = await loadTexts(languageFor([flags.lang, env.WXAUTH_LANG], env))
  try {
    if (language !== undefined) checkedLanguage(language)
    const isToday = edition !== 'guide' && checkedEdition(edition) === 'today'
    const today = isToday ? await (await import('./world/today.ts')).loadToday(texts) : undefined
    const parsed = parse(argv, commandRows)
    if (parsed.kind === 'run') flags = parsed.flags
    const speaker = await speakerFor(terminal, flags, texts)
    const context = contextOf({ terminal, flags, texts, speaker, commands: commandRows, today })
    const report = await reportOf(parsed, context)
    await print(withEdition(report, edition), terminal, flags, speaker)
    return report.exit
  } catch (error) {
    // A file of the package is missing or damaged. `bin`, which loads them, says so.
    if (error instanceof Error && error.name === 'LoadError') throw error
    return reportFailure(error, await speakerFor(terminal, flags, texts))
  }
}

async function reportOf(parsed: Parsed<CommandRow>, context: Context): Promise<Report> {
  switch (parsed.kind) {
    case 'run':
      return (await parsed.row.load()).run(context, parsed.args, parsed.flags)
    case 'help':
      return (await import('./report/help-report.ts')).helpReport(context, parsed.path)
    case 'version':
      return versionReport()
  }
}

/** Every document that is an object says which edition it is of; in a list, each row that has one. */
function withEdition(report: Report, edition: string): Report {
  const { document } = report
  return Array.isArray(document) ? report : { ...report, document: { edition, ...(document as object) } }
}

async function print(report: Report, terminal: Terminal, flags: Flags, speaker: Speaker): Promise<void> {
  const { stdout } = terminal
  if (flags.json) {
    stdout.write(`${safeJson(report.document, stdout.isTerminal ? 2 : undefined)}\n`)
  } else {
    const palette = await loadPalette(isColored(flags.color, terminal.env, stdout.isTerminal))
    const columns = stdout.isTerminal ? stdout.columns : Number.POSITIVE_INFINITY
    const text = report.text({ palette, columns })
    if (text !== '') stdout.write(`${text}\n`)
  }
  for (const complaint of report.complaints ?? []) speaker.complaint(complaint)
  for (const hint of report.hints ?? []) speaker.hint(hint)
  if (report.fault !== undefined) speaker.fault(report.fault)
}

function reportFailure(error: unknown, speaker: Speaker): ExitCode {
  const fault = error instanceof WxauthError ? error : internalFault(error)
  // An interruption needs no message.
  if (fault.code !== 'ERR_INTERRUPTED') speaker.fault(fault)
  return exitCodeOf(fault)
}

function internalFault(error: unknown): WxauthError {
  const [problem = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return new WxauthError('ERR_INTERNAL', { problem: problem.replace(/\.$/, '') }, { cause: error })
}
