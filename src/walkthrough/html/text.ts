import { onOneLine } from '../../text/in-lines.ts'
import { visibleText } from '../../text/visible-text.ts'

/** Texts on the page. The library escapes what HTML acts on; these are about what a reader cannot see. */

/** One of our own texts. Its no-break spaces are for terminals. */
export const ownText = onOneLine

/** Code with texts of a Mini Program in it, line by line, each with its indent. */
export function visibleCode(code: string): string {
  return code
    .split('\n')
    .map(line => line.replace(/\S.*/, rest => visibleText(rest)))
    .join('\n')
}
