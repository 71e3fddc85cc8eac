import type { TextPlace } from '../../json/locate.ts'
import { withoutImport } from './dynamic-import.ts'

/** The mark that says where an element is written. The engine's hook takes it out before the program sees it. */
export const placeMark = 'wxauthPlace'

export interface MarkedTemplate {
  /** On the same lines as it was written. */
  readonly text: string
  /** Tags, and the components that are passed as generics: what `usingComponents` has to know. */
  readonly tags: ReadonlySet<string>
  /** The first tag that is in too many others for the compiler, whose stack would end. */
  readonly tooDeep: TextPlace | undefined
}

/** The compiler's stack ends at 160. */
export const deepest = 120

/** Tags without an element of their own. */
const plain = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot'])

// Comments and scripts are passed over; so are expressions, in which `<` compares.
const pieces =
  /<!--[\s\S]*?(?:-->|$)|<wxs\b(?:"[^"]*"|'[^']*'|[^"'>])*?(?:\/>|>[\s\S]*?<\/wxs\s*>)|\{\{[\s\S]*?\}\}|<([A-Za-z][\w.:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)|<\/(?=[A-Za-z])/g

/** Writes `mark:…="FILE:LINE:COLUMN"` on each tag. @param file the number by which the program knows the file */
export function markPlaces(text: string, file: number): MarkedTemplate {
  const tags = new Set<string>()
  let line = 1
  let lineStart = 0
  let counted = 0
  let depth = 0
  let tooDeep: TextPlace | undefined

  function placeAt(offset: number): TextPlace {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
      line += 1
      lineStart = at + 1
    }
    counted = offset
    return { line, column: offset - lineStart + 1 }
  }

  const marked = text.replace(
    pieces,
    (piece, tag: string | undefined, attributes: string, offset: number) => {
      if (piece === '</') depth -= 1
      if (tag === undefined) return piece.startsWith('<wxs') ? withoutImport(piece) : piece
      const place = placeAt(offset)
      if (!attributes.endsWith('/')) depth += 1
      if (depth > deepest) tooDeep ??= place
      tags.add(tag)
      for (const [, component] of attributes.matchAll(/\bgeneric:[\w-]+\s*=\s*["']([^"'{}]+)["']/g)) {
        if (component !== undefined) tags.add(component)
      }
      if (plain.has(tag)) return piece
      return `<${tag} mark:${placeMark}="${file}:${place.line}:${place.column}"${attributes}`
    },
  )
  return { text: marked, tags, tooDeep }
}
