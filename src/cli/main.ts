import { WxauthError } from '../faults.ts'
import { paletteFor } from './colour.ts'
import { contextOf } from './context.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts'
import { type Flags, valuedFlag } from './flags.ts'
import { hoistFlags } from './hoist-flags.ts'
import { commandTree, parse } from './program.ts'
import type { Report } from './report.ts'
import { safeJson } from './safe-json.ts'
import { type Speaker, speakerFor } from './speaker.ts'
import { type Terminal, terminalOf } from './terminal.ts'

/**
 * The command line, from arguments to exit code. Everything of the running process comes in through `host`.
 * @returns the exit code; what there was to say has been written
 */
export async function main(host: NodeJS.Process): Promise<ExitCode> {
  const terminal = terminalOf(host)
  // Until the arguments are parsed, the flags that shape the conversation are taken as they are written.
  let flags = writtenFlags(terminal.argv)
  try {
    const width = terminal.stdout.isTerminal ? terminal.stdout.columns : 100
    const parsed = parse(
      hoistFlags(terminal.argv, commandTree(), flag => valuedFlag(flag) !== undefined),
      width,
    )
    if (parsed.kind === 'say') {
      terminal.stdout.write(parsed.text)
      return exitCodes.success
    }
    flags = parsed.flags
    const speaker = await speakerFor(terminal, flags)
    const report = await parsed.spec.run(contextOf(terminal, flags, speaker), parsed.args, flags)
    await print(report, terminal, flags, speaker)
    return report.exit
  } catch (error) {
    return failed(error, await speakerFor(terminal, flags))
  }
}

async function print(report: Report, terminal: Terminal, flags: Flags, speaker: Speaker): Promise<void> {
  const { stdout } = terminal
  if (flags.json) {
    stdout.write(`${safeJson(report.document, stdout.isTerminal ? 2 : undefined)}\n`)
  } else {
    const palette = await paletteFor(stdout, flags.color, terminal.env)
    const text = report.text({
      palette,
      columns: stdout.isTerminal ? stdout.columns : Number.POSITIVE_INFINITY,
    })
    if (text !== '') stdout.write(`${text}\n`)
  }
  for (const complaint of report.complaints ?? []) speaker.complaint(complaint)
  for (const hint of report.hints ?? []) speaker.hint(hint)
  if (report.fault !== undefined) speaker.fault(report.fault)
}

function failed(error: unknown, speaker: Speaker): ExitCode {
  const fault = error instanceof WxauthError ? error : internal(error)
  // Whoever pressed Ctrl-C knows.
  if (fault.code !== 'ERR_INTERRUPTED') speaker.fault(fault)
  return exitCodeOf(fault)
}

function internal(error: unknown): WxauthError {
  const [problem = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return new WxauthError('ERR_INTERNAL', { problem: problem.replace(/\.$/, '') }, { cause: error })
}

function writtenFlags(argv: readonly string[]): Flags {
  const end = argv.indexOf('--')
  const written = new Set(end === -1 ? argv : argv.slice(0, end))
  return {
    json: written.has('--json'),
    verbose: written.has('--verbose'),
    ...(written.has('--no-color') ? { color: false } : written.has('--color') ? { color: true } : {}),
  }
}
