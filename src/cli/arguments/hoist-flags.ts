import type { CommandData } from './command-data.ts'
import { isShortFlag, valuedFlag } from './flags.ts'

/**
 * "Flags may stand before or after the command": moves the flags before and between command words to after the last
 * command word, where the parser expects them. Pure.
 */
export function hoistFlags(argv: readonly string[], rows: readonly CommandData[]): readonly string[] {
  const words: string[] = []
  const flags: string[] = []
  let at = 0
  while (at < argv.length) {
    const token = argv[at] ?? ''
    if (token === '--') break
    if (token.startsWith('-') && token !== '-') {
      const length = valuedFlag(token) === undefined ? 1 : 2
      flags.push(...argv.slice(at, at + length))
      at += length
      continue
    }
    const next = wordsAfter(words[0] === 'help' ? words.slice(1) : words, rows)
    if (next.length === 0) break
    // Only a command can be here, so an unknown word counts as one and the error names it.
    words.push(token)
    at += 1
    // `help` may stand before any command.
    if (!next.includes(token) && !(token === 'help' && words.length === 1)) break
  }
  return [...words, ...flags, ...argv.slice(at)]
}

/** `-qh` as `-q -h`. Pure. */
export function singleFlags(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  return argv.flatMap((word, at) => {
    const letters = /^-([A-Za-z]{2,})$/
      .exec(word)?.[1]
      ?.split('')
      .map(letter => `-${letter}`)
    const isValue = valuedFlag(argv[at - 1] ?? '') !== undefined
    return letters?.every(isShortFlag) && !isValue && (end === -1 || at < end) ? letters : [word]
  })
}

/** The words that may follow: `profile` → `list`, `path`, `remove`. */
export function wordsAfter(path: readonly string[], rows: readonly CommandData[]): readonly string[] {
  const next = rows
    .map(({ name }) => name.split(' '))
    .filter(words => path.every((word, depth) => words[depth] === word))
    .flatMap(words => words[path.length] ?? [])
  return [...new Set(next)]
}
