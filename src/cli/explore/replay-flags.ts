import type { Flags } from '../arguments/flags.ts'

/** The flags of an exploration on which its paths depend, as a shell takes them: a replay needs them too. */
export function replayFlagsOf(flags: Flags): readonly string[] {
  const { project, edition, query, storage, fixtures, answer, modal, sheet, pick } = flags
  const single = { project, edition }
  const lists = { query, storage, fixtures, answer, modal, sheet, pick }
  return [
    ...Object.entries(single).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
    ...Object.entries(lists).flatMap(([name, values = []]) => values.map(value => [name, value] as const)),
  ].flatMap(([name, value]) => [`--${name}`, forShell(value)])
}

const forShell = (word: string) =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
