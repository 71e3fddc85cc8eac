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
  if (ordinary.test(text)) return [{ text, escaped: false }]
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

// Words of visible ASCII with single spaces between them, no backslash: what most texts are.
const ordinary = /^(?:[!-[\]-~]+(?: [!-[\]-~]+)*)?$/

/**
 * A test for one character of a Unicode set, made when it is first needed: V8 works out the sets of a literal when it
 * loads the file, which would cost every start a millisecond.
 */
export function unicodeSet(pattern: string): (character: string) => boolean {
  let set: RegExp | undefined
  return character => {
    set ??= new RegExp(pattern, 'u')
    return set.test(character)
  }
}

// Controls, format characters (bidi, zero width, tags), lone surrogates, private and unassigned code points, line and
// paragraph separators, whatever Unicode lets a font ignore (fillers, variation selectors), the blank Braille cell.
const unseen = unicodeSet('[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u{2800}]')
const space = unicodeSet('\\p{Zs}')
const combining = unicodeSet('\\p{M}')
const pictograph = unicodeSet('[\\p{Extended_Pictographic}\\p{Emoji_Presentation}]')
// A letter carries two marks in every living script (Vietnamese, Thai, Devanagari …); more of them smear over other lines.
const marksPerLetter = 2

function isShown(character: string, characters: readonly string[], index: number): boolean {
  const before = characters[index - 1]
  const after = characters[index + 1]
  if (character === '\ufe0f') return before !== undefined && isEmojiBase(before, after)
  if (unseen(character)) return false
  if (space(character)) return isLoneSpace(character, before, after)
  if (combining(character)) return hasLetter(characters, index)
  if (character === '\\') return !(after === 'u' && characters[index + 2] === '{')
  return true
}

// The selector that asks for a colourful picture: ❤️ and the keycaps, the only places where it can be seen.
function isEmojiBase(before: string, after: string | undefined): boolean {
  return (pictograph(before) && !unseen(before)) || (/[0-9#*]/.test(before) && after === '\u20e3')
}

// Runs of spaces could draw a line of their own and spaces at an edge cannot be seen. Of the other spaces only the
// ideographic one belongs to ordinary text.
function isLoneSpace(character: string, before: string | undefined, after: string | undefined): boolean {
  if (character !== ' ' && character !== '\u3000') return false
  return before !== undefined && after !== undefined && !space(before)
}

function hasLetter(characters: readonly string[], index: number): boolean {
  for (let back = 1; back <= marksPerLetter; back += 1) {
    const before = characters[index - back]
    if (before === undefined) return false
    if (combining(before)) continue
    return !unseen(before) && !space(before)
  }
  return false
}
