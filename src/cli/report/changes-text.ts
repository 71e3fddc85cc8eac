import type { Change } from '../../emulator/ledger.ts'
import type { Texts } from '../../messages/texts.ts'

/** The changed scopes, a line each. */
export function changesText(changes: readonly Change[], { cli }: Texts): string {
  if (changes.length === 0) return cli.notes.nothingToChange
  const width = Math.max(...changes.map(({ scope }) => scope.length))
  return changes
    .map(({ scope, before, after }) => `${scope.padEnd(width)}  ${cli.states[before]} → ${cli.states[after]}`)
    .join('\n')
}
