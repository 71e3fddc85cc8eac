import type { Change } from '../../machine/arrangement.ts'
import type { Texts } from '../../messages/texts.ts'
import { termsInLines } from '../../text/in-lines.ts'
import type { Layout } from './report.ts'

/** The changed scopes, a line each. */
export function changesText(changes: readonly Change[], { cli }: Texts, { columns }: Layout): string {
  if (changes.length === 0) return cli.notes.nothingToChange
  const items = changes.map(({ scope, before, after }) => [scope, cli.change(before, after)] as const)
  return termsInLines(items, columns).join('\n')
}
