import { joiner, noBreak } from './in-lines.ts'
import { visibleText } from './visible-text.ts'

/** How facts that are not ours stand in a message: all go through `quoted`, `whole` or `visibleText`. */

/** A user's word in double quotes: safe to show, cut after 60 characters, never broken. */
export function quoted(text: string): string {
  return withoutBreaks(`"${shortened(text, 60)}"`)
}

/**
 * A path, a command, a flag, or a line of code: safe to show, and never broken, so that it can be copied.
 * @param most the characters after which it is cut; default: it is not cut
 */
export function whole(text: string, { most = Number.POSITIVE_INFINITY } = {}): string {
  return withoutBreaks(shortened(text, most))
}

const escapeOrCharacter = /\\u\{[0-9a-f]+\}|./gsu

function shortened(text: string, most: number): string {
  if (most === Number.POSITIVE_INFINITY) return visibleText(text)
  // A character takes two units at most: what is certainly cut away need not be looked at.
  const units = visibleText(text.slice(0, 2 * most + 2)).match(escapeOrCharacter) ?? []
  let length = 0
  let shown = ''
  for (const unit of units) {
    length += [...unit].length
    // A joined emoji may lose its end, but not keep a joiner that nobody can see.
    if (length > most) return `${shown.replace(/\u200d$/u, '')}…`
    shown += unit
  }
  return shown
}

function withoutBreaks(text: string): string {
  return text.replaceAll(' ', noBreak).replace(besideChinese, joiner)
}

// Between two characters of which one is Chinese, or punctuation of its width.
const besideChinese = /(?<=[\u2e80-\u9fff\uff00-\uffef])(?=.)|(?<=.)(?=[\u2e80-\u9fff\uff00-\uffef])/g
