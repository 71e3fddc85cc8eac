/** How a stretch of text is set apart. Never the only carrier of a meaning: everything reads the same without. */
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
 * The sixteen basic colours only: a terminal's own theme makes them readable, on a light ground and on a dark one.
 * Loads chalk only where there is colour.
 */
export async function loadPalette(colour: boolean): Promise<Palette> {
  if (!colour) return plainPalette
  const { Chalk } = await import('chalk')
  const { bold, dim, inverse, green, red, cyan } = new Chalk({ level: 1 })
  // Chalk joins all it is given; a Paint takes one text, whoever calls it (`map` passes more).
  const one =
    (paint: (text: string) => string): Paint =>
    text =>
      paint(text)
  return {
    bold: one(bold),
    dim: one(dim),
    inverse: one(inverse),
    good: one(green),
    bad: one(red),
    accent: one(cyan),
  }
}
