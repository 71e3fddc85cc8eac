/** A stretch of text as it may be shown; `escaped` when it stands for one character that must not be passed on. */
export interface VisiblePiece {
  readonly text: string
  readonly escaped: boolean
}

/**
 * The text as it can be shown on a terminal: nothing that a terminal acts on, nothing that cannot be seen, nothing
 * dropped. Such a character becomes `\u{202e}`; so does a backslash that would read as the start of one, so two
 * different texts never look the same.
 * @param mark sets an escape apart, for example in inverse; left out, the escape stands as it is
 */
export function visibleText(text: string, mark: (code: string) => string = code => code): string {
  return visiblePieces(text)
    .map(piece => (piece.escaped ? mark(piece.text) : piece.text))
    .join('')
}

/** The same by pieces, for who measures or cuts them. */
export function visiblePieces(text: string): readonly VisiblePiece[] {
  const pieces: VisiblePiece[] = []
  let plain = ''
  const characters = [...text]
  for (const [index, character] of characters.entries()) {
    if (isShown(character, characters, index)) {
      plain += character
      continue
    }
    if (plain !== '') pieces.push({ text: plain, escaped: false })
    plain = ''
    pieces.push({ text: `\\u{${character.codePointAt(0)?.toString(16)}}`, escaped: true })
  }
  if (plain !== '') pieces.push({ text: plain, escaped: false })
  return pieces
}

// Controls, format characters (bidi, zero width, tags), lone surrogates, private and unassigned code points, line and
// paragraph separators, whatever Unicode lets a font ignore (fillers, variation selectors), the blank Braille cell.
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u{2800}]/u
const space = /\p{Zs}/u
const combining = /\p{M}/u
const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Presentation}]/u
// A letter carries two marks in every living script (Vietnamese, Thai, Devanagari …); more of them smear over other lines.
const marksPerLetter = 2

function isShown(character: string, characters: readonly string[], index: number): boolean {
  const before = characters[index - 1]
  const after = characters[index + 1]
  if (character === '\ufe0f') return before !== undefined && isEmojiBase(before, after)
  if (unseen.test(character)) return false
  if (space.test(character)) return isLoneSpace(character, before, after)
  if (combining.test(character)) return hasLetter(characters, index)
  if (character === '\\') return !(after === 'u' && characters[index + 2] === '{')
  return true
}

// The selector that asks for a colourful picture: ❤️ and the keycaps, the only places where it can be seen.
function isEmojiBase(before: string, after: string | undefined): boolean {
  return pictograph.test(before) || (/[0-9#*]/.test(before) && after === '\u20e3')
}

// Runs of spaces could draw a line of their own and spaces at an edge cannot be seen. Of the other spaces only the
// ideographic one belongs to ordinary text.
function isLoneSpace(character: string, before: string | undefined, after: string | undefined): boolean {
  if (character !== ' ' && character !== '\u3000') return false
  return before !== undefined && after !== undefined && !space.test(before)
}

function hasLetter(characters: readonly string[], index: number): boolean {
  for (let back = 1; back <= marksPerLetter; back += 1) {
    const before = characters[index - back]
    if (before === undefined) return false
    if (combining.test(before)) continue
    return !unseen.test(before) && !space.test(before)
  }
  return false
}
