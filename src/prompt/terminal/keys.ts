/** A key as the prompts name it: a letter in lower case, and `other` for any key without a meaning here. */
export const keyNames = [
  'up',
  'down',
  'left',
  'right',
  'enter',
  'escape',
  'space',
  'a',
  'r',
  'j',
  'k',
  'n',
  'b',
  'm',
  'q',
  'paste',
  'other',
  'interrupt',
  'end',
  'suspend',
] as const
export type Key = (typeof keyNames)[number]

/** What was typed and is no key yet. */
export interface KeyBuffer {
  /** The start of a sequence. */
  readonly text: string
  /** Whether it is part of a paste: a terminal sets marks around a text that is pasted. */
  readonly isPasting: boolean
}

export const emptyBuffer: KeyBuffer = { text: '', isPasting: false }

/** Keys, and what is left after them. */
export interface DecodedKeys {
  readonly keys: readonly Key[]
  readonly buffer: KeyBuffer
}

const keysBySequence: Readonly<Record<string, Key>> = {
  '\r': 'enter',
  '\n': 'enter',
  ' ': 'space',
  '\x03': 'interrupt',
  '\x04': 'end',
  '\x1a': 'suspend',
  '\x1b[A': 'up',
  '\x1b[B': 'down',
  '\x1b[C': 'right',
  '\x1b[D': 'left',
  '\x1bOA': 'up',
  '\x1bOB': 'down',
  '\x1bOC': 'right',
  '\x1bOD': 'left',
  a: 'a',
  A: 'a',
  r: 'r',
  R: 'r',
  j: 'j',
  J: 'j',
  k: 'k',
  K: 'k',
  n: 'n',
  N: 'n',
  b: 'b',
  B: 'b',
  m: 'm',
  M: 'm',
  q: 'q',
  Q: 'q',
}

const pasteStart = '\x1b[200~'
const pasteEnd = '\x1b[201~'
// What one key sends: a CSI or SS3 sequence, Alt with a key, or a character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what keys send
const oneKey = /^(?:\x1b\[[0-?]*[ -/]*[@-~]|\x1bO[ -~]|\x1b[^[O\x1b]|[^\x1b])/su
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, not complete yet
const incomplete = /^\x1b(?:\[[0-?]*[ -/]*|O)?$/s

/**
 * Splits input into keys. However the input is cut into chunks, the keys are the same. Node's own keypress events
 * know only the sequences of keys: of a terminal's report such as `\x1b[12;40R` they make several keys, the last of
 * them `R`. Here every CSI sequence is one key.
 */
export function decodeKeys(buffer: KeyBuffer, chunk: string): DecodedKeys {
  // A terminal that never marks the end of a paste must not lock the person in.
  if (buffer.isPasting && chunk === '\x03') return { keys: ['interrupt'], buffer: emptyBuffer }
  const keys: Key[] = []
  let { isPasting } = buffer
  let text = buffer.text + chunk
  while (text !== '') {
    if (isPasting) {
      const end = text.indexOf(pasteEnd)
      if (end === -1) return { keys, buffer: { text: text.slice(-(pasteEnd.length - 1)), isPasting } }
      text = text.slice(end + pasteEnd.length)
      isPasting = false
      continue
    }
    if (incomplete.test(text)) return { keys, buffer: { text, isPasting } }
    // A sequence that no key sends is split into characters.
    const sequence = oneKey.exec(text)?.[0] ?? text.slice(0, 1)
    text = text.slice(sequence.length)
    isPasting = sequence === pasteStart
    keys.push(isPasting ? 'paste' : (keysBySequence[sequence] ?? 'other'))
  }
  return { keys, buffer: { text: '', isPasting } }
}

/** Decides what an incomplete sequence is when nothing follows it: the Esc key, or a key without a meaning. */
export function flushKeys(buffer: KeyBuffer): DecodedKeys {
  if (buffer.isPasting || buffer.text === '') return { keys: [], buffer }
  return { keys: [buffer.text === '\x1b' ? 'escape' : 'other'], buffer: emptyBuffer }
}
