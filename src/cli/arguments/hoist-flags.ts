/** What hoisting has to know of a command: its sub-commands, by name. */
export interface CommandTree {
  readonly commands: Readonly<Record<string, CommandTree>>
}

/**
 * "Flags may stand before or after the command": moves the flags that stand before or between command words
 * behind the last of them, where the parser looks for them. Pure.
 * @param takesValue whether a flag as written (`--profile`) is followed by its value
 */
export function hoistFlags(
  argv: readonly string[],
  root: CommandTree,
  takesValue: (flag: string) => boolean,
): readonly string[] {
  const words: string[] = []
  const flags: string[] = []
  let command = root
  let at = 0
  while (at < argv.length) {
    const token = argv[at] ?? ''
    if (token === '--') break
    if (token.startsWith('-') && token !== '-') {
      const length = takesValue(token) ? 2 : 1
      flags.push(...argv.slice(at, at + length))
      at += length
      continue
    }
    const next = Object.hasOwn(command.commands, token) ? command.commands[token] : undefined
    // Where only a command can stand, a word that is none stands for one: the complaint should name it.
    if (next === undefined && Object.keys(command.commands).length === 0) break
    words.push(token)
    at += 1
    if (next === undefined) break
    command = next
  }
  return [...words, ...flags, ...argv.slice(at)]
}
