import type { Arranged } from '../../machine/arrangement.ts'
import type { Texts } from '../../messages/texts.ts'
import { termsInLines } from '../../text/in-lines.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { Layout } from './report.ts'

/** The changed scopes and layers, a line each. */
export function changesText({ changed, layers }: Arranged, { cli }: Texts, { columns }: Layout): string {
  const items = [
    ...changed.map(({ scope, before, after }) => [visibleText(scope), cli.change(before, after)] as const),
    ...layers.map(({ layer, before, after }) => [layer, cli.change(before, after)] as const),
  ]
  return items.length === 0 ? cli.notes.nothingToChange : termsInLines(items, columns).join('\n')
}
