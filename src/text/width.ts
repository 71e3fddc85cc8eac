import stringWidth from 'fast-string-width'

/** How many columns a text takes on a terminal: a Chinese character takes two, a color code none. */
export function widthOf(text: string): number {
  // What measures everything takes a millisecond to compile.
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text)
}

/** The text followed by as many spaces as make it `columns` wide; a wider text is returned as it is. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}
