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
