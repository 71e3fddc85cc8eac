import { isIn } from './visible-text.ts'

/**
 * JSON in which nothing can act on a terminal. What JSON.stringify leaves as it is (DEL, C1, bidi and other invisible
 * characters) is escaped, so the document still parses to the same value.
 */
export function safeJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent)
  return ascii.test(text)
    ? text
    : [...text].map(character => (isInvisible(character) ? escapeUnits(character) : character)).join('')
}

const ascii = /^[\n -~]*$/
const isInvisible = (character: string) => isIn('[\\p{Cf}\\p{Cn}\\p{Co}\\p{Zl}\\p{Zp}\\x7f-\\x9f]', character)

function escapeUnits(character: string): string {
  return [...Array(character.length).keys()]
    .map(at => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')
}
