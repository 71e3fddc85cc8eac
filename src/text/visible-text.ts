/**
 * The text as a terminal may show it. A character that a terminal acts on, or that is invisible, becomes an escape
 * such as `\u{202e}`; nothing is dropped. A backslash that would look like the start of an escape is escaped too, so
 * two different texts never look the same.
 */
export function visibleText(text: string): string {
  if (ordinary.test(text)) return text
  return charactersOf(text)
    .map((character, index, characters) =>
      isShown(character, characters, index) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
    )
    .join('')
}

/** Sets the escapes apart in a text that `visibleText` returned: for example in inverse. */
export function markEscapes(visible: string, mark: (code: string) => string): string {
  return visible.replace(/\\u\{[0-9a-f]+\}/g, code => mark(code))
}

// Most texts are words of visible ASCII without a backslash, of Chinese characters and our own arrow, with single spaces
// between them.
const ordinary = /^(?:[!-[\]-~\u2192\u4e00-\u9fcc]+(?: [!-[\]-~\u2192\u4e00-\u9fcc]+)*)?$/

// Controls, format characters (bidi, zero width, tags), lone surrogates, private and unassigned code points, line and
// paragraph separators, whatever Unicode lets a font ignore (fillers, variation selectors), the blank Braille cell.
const unseen = (character: string) =>
  isIn('[\\p{C}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u{2800}]', character)
const space = (character: string) => isIn('\\p{Zs}', character)
const combining = (character: string) => isIn('\\p{M}', character)
const pictograph = (character: string) =>
  isIn('[\\p{Extended_Pictographic}\\p{Emoji_Presentation}]', character)

const compiled = new Map<string, RegExp>()

/**
 * Whether a character is in a Unicode set. The expression is compiled when it is first used: V8 works out the sets of a
 * literal when it loads the file, and that would add a millisecond to every start.
 */
export function isIn(set: string, character: string): boolean {
  const known = compiled.get(set) ?? new RegExp(set, 'u')
  compiled.set(set, known)
  return known.test(character)
}

/** Whether nothing of a text can be seen. */
export function isBlank(text: string): boolean {
  return ![...text].some(character => !unseen(character) && !space(character))
}

// What holds an emoji of several pictures together, such as a family or the flag of England.
const joiner = /[\u200d\u{e0020}-\u{e007f}]/u
const joinedOrSingle = '\\p{RGI_Emoji_ZWJ_Sequence}|\\p{RGI_Emoji_Tag_Sequence}|.'
// Compiled for the few texts that need it, because that takes 20 ms.
let joinedEmoji: RegExp | undefined

/** The characters of the text. An emoji that Unicode recommends is one character, however many pictures it joins. */
function charactersOf(text: string): readonly string[] {
  if (!joiner.test(text)) return [...text]
  joinedEmoji ??= new RegExp(joinedOrSingle, 'gsv')
  return text.match(joinedEmoji) ?? []
}

const isJoined = (character: string) => character.length > 2

// No living script puts more than two marks on a letter (Vietnamese, Thai, Devanagari …); more would spill over other lines.
const marksPerLetter = 2

function isShown(character: string, characters: readonly string[], index: number): boolean {
  const before = characters[index - 1]
  const after = characters[index + 1]
  if (isJoined(character)) return true
  if (character === '\ufe0f') return before !== undefined && isEmojiBase(before, after)
  if (unseen(character)) return false
  if (space(character)) return isLoneSpace(character, before, after)
  if (combining(character)) return hasLetter(characters, index)
  if (character === '\\') return !(after === 'u' && characters[index + 2] === '{')
  return true
}

// The selector that asks for a colorful picture can be seen only after a pictograph, as in ❤️, and in keycaps.
function isEmojiBase(before: string, after: string | undefined): boolean {
  return (pictograph(before) && !unseen(before)) || (/[0-9#*]/.test(before) && after === '\u20e3')
}

// A run of spaces could look like a new line of ours, and spaces at an edge cannot be seen. Of the other kinds of
// space only the ideographic one occurs in ordinary text.
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
