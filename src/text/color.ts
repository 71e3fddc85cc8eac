type Environment = Readonly<Record<string, string | undefined>>

/**
 * Whether a stream is colored: `--color`/`--no-color`, then `$FORCE_COLOR`, `$NO_COLOR`, `$TERM` = dumb, and whether
 * the stream is a terminal. Pure.
 */
export function isColored(flag: boolean | undefined, env: Environment, isTerminal: boolean): boolean {
  if (flag !== undefined) return flag
  const { FORCE_COLOR, NO_COLOR, TERM } = env
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  return TERM !== 'dumb' && isTerminal
}

/** How a stretch of text is set apart. Nothing is said by color alone: every text reads the same without it. */
export interface Palette {
  readonly bold: Paint
  readonly dim: Paint
  readonly inverse: Paint
  readonly good: Paint
  readonly bad: Paint
  readonly accent: Paint
}
export type Paint = (text: string) => string

const asIs: Paint = text => text
export const plainPalette: Palette = {
  bold: asIs,
  dim: asIs,
  inverse: asIs,
  good: asIs,
  bad: asIs,
  accent: asIs,
}

/**
 * The sixteen basic colors only: a terminal's own theme makes them readable on a light background and on a dark one.
 * Loads chalk only where there is color.
 */
export async function loadPalette(isColored: boolean): Promise<Palette> {
  if (!isColored) return plainPalette
  const { Chalk } = await import('chalk')
  const { bold, dim, inverse, green, red, cyan } = new Chalk({ level: 1 })
  // Chalk joins all its arguments. A Paint takes one text, even when `map` passes an index too.
  const paintOf =
    (color: (text: string) => string): Paint =>
    text =>
      color(text)
  return {
    bold: paintOf(bold),
    dim: paintOf(dim),
    inverse: paintOf(inverse),
    good: paintOf(green),
    bad: paintOf(red),
    accent: paintOf(cyan),
  }
}
