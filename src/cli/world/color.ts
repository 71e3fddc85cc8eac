import { loadPalette, type Palette } from '../../text/palette.ts'
import type { Sink } from './terminal.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Whether a stream is coloured: `--color`/`--no-color`, then `$FORCE_COLOR`, `$NO_COLOR`, `$TERM` = dumb, and
 * whether the stream is a terminal. Pure.
 */
export function isColoured(flag: boolean | undefined, env: Environment, isTerminal: boolean): boolean {
  if (flag !== undefined) return flag
  const { FORCE_COLOR, NO_COLOR, TERM } = env
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  return TERM !== 'dumb' && isTerminal
}

/** The colours of a stream. */
export function paletteFor(sink: Sink, flag: boolean | undefined, env: Environment): Promise<Palette> {
  return loadPalette(isColoured(flag, env, sink.isTerminal))
}
