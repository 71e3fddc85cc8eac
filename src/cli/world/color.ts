import { loadPalette, type Palette } from '../../text/palette.ts'
import type { Sink, Terminal } from './terminal.ts'

/**
 * Whether a stream is colored: `--color`/`--no-color`, then `$FORCE_COLOR`, `$NO_COLOR`, `$TERM` = dumb, and whether
 * the stream is a terminal. Pure.
 */
export function isColored(flag: boolean | undefined, env: Terminal['env'], isTerminal: boolean): boolean {
  if (flag !== undefined) return flag
  const { FORCE_COLOR, NO_COLOR, TERM } = env
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  return TERM !== 'dumb' && isTerminal
}

/** The colors of a stream. */
export function paletteFor(sink: Sink, flag: boolean | undefined, env: Terminal['env']): Promise<Palette> {
  return loadPalette(isColored(flag, env, sink.isTerminal))
}
