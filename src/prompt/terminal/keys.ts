/** A key as the prompts know it. A printable one is its lower-case character; `other` is any that means nothing here. */
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
  'paste',
  'other',
  'interrupt',
  'end',
  'suspend',
] as const
export type Key = (typeof keyNames)[number]

/** What is left of the input when a sequence is not complete yet. */
export interface KeyRest {
  readonly pending: string
  /** Between the marks that a terminal sets around a pasted text. */
  readonly pasting: boolean
}

export const noRest: KeyRest = { pending: '', pasting: false }

const named: Readonly<Record<string, Key>> = {
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
}

const pasteBegins = '\x1b[200~'
const pasteEnds = '\x1b[201~'
// One key: a CSI or SS3 sequence, Alt with a key, or a character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what keys send
const oneKey = /^(?:\x1b\[[0-?]*[ -/]*[@-~]|\x1bO[ -~]|\x1b[^[O\x1b]|[^\x1b])/su
// biome-ignore lint/suspicious/noControlCharactersInRegex: the same, not complete yet
const incomplete = /^\x1b(?:\[[0-?]*[ -/]*|O)?$/s

/** Takes what was typed apart. However the input is cut into chunks, the keys are the same. */
export function decodeKeys(
  rest: KeyRest,
  chunk: string,
): { readonly keys: readonly Key[]; readonly rest: KeyRest } {
  // A terminal that never says where its paste ends must not lock the person in.
  if (rest.pasting && chunk === '\x03') return { keys: ['interrupt'], rest: noRest }
  const keys: Key[] = []
  let { pasting } = rest
  let text = rest.pending + chunk
  while (text !== '') {
    if (pasting) {
      const end = text.indexOf(pasteEnds)
      if (end === -1) return { keys, rest: { pending: text.slice(-(pasteEnds.length - 1)), pasting } }
      text = text.slice(end + pasteEnds.length)
      pasting = false
      continue
    }
    if (incomplete.test(text)) return { keys, rest: { pending: text, pasting } }
    // What no key sends is taken character by character.
    const key = oneKey.exec(text)?.[0] ?? text.slice(0, 1)
    text = text.slice(key.length)
    pasting = key === pasteBegins
    keys.push(pasting ? 'paste' : (named[key] ?? 'other'))
  }
  return { keys, rest: { pending: '', pasting } }
}

/** What an unfinished sequence was after all, once nothing followed it: the Esc key, or nothing known. */
export function settleKeys(rest: KeyRest): { readonly keys: readonly Key[]; readonly rest: KeyRest } {
  if (rest.pasting || rest.pending === '') return { keys: [], rest }
  return { keys: [rest.pending === '\x1b' ? 'escape' : 'other'], rest: noRest }
}
