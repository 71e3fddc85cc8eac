import type { ScopeRow } from '../../catalogue/catalogue.ts'
import type { ScopeState } from '../../machine/state.ts'
import type { LayerTexts, Texts } from '../../messages/texts.ts'
import type { Palette } from '../../text/color.ts'
import { widest } from '../../text/in-lines.ts'
import { padTo } from '../../text/width.ts'
import type { Layout } from './report.ts'
import { stateText } from './state-text.ts'

/** One scope with its state. */
export type ListedScope = ScopeRow & { readonly state: ScopeState }

/** A cell of a row, as its lines. */
type Cell = readonly string[]

/** How many columns stand beside one another, at most, and how far apart; the first that fits is shown. */
const layouts = [5, 4, 3, 2, 1].flatMap(beside => [
  { beside, gap: '  ' },
  { beside, gap: ' ' },
])

/**
 * The Scope List with its states, as a table. What a narrow window has no room for beside the other columns stands
 * below the scope.
 */
export function scopesText(
  scopes: readonly ListedScope[],
  texts: Texts,
  today: LayerTexts | undefined,
  { palette, columns }: Layout,
): string {
  const { scope, state, apis, description } = texts.cli.columns
  const titles = [scope, state, apis, description, ...(today === undefined ? [] : [today.since])]
  const head = titles.map(title => [palette.bold(title)])
  const rows = scopes.map(row => cellsOf(row, texts, today, palette))
  let lines: readonly string[] = []
  for (const { beside, gap } of layouts) {
    const table = [head.slice(0, beside), ...rows.map(row => folded(row, beside))]
    lines = tableLines(table, gap)
    if (widest(lines) <= columns) break
  }
  return lines.join('\n')
}

function cellsOf(
  row: ListedScope,
  texts: Texts,
  today: LayerTexts | undefined,
  palette: Palette,
): readonly Cell[] {
  const { scope, state, apis, components, description, since = '', retired = false } = row
  const guarded = [...apis, ...components.map(texts.cli.component)]
  const name = texts.scopes.name(scope, description)
  const cells = [[scope], [stateText(state, texts, palette)], guarded, [name]]
  return today === undefined ? cells : [...cells, [retired ? today.retired(since) : since]]
}

/** So many cells of the row, and the others in the first, below what is there. */
function folded([first = [], ...others]: readonly Cell[], beside: number): readonly Cell[] {
  const below = others.slice(beside - 1).flat()
  return [[...first, ...below.map(line => `  ${line}`)], ...others.slice(0, beside - 1)]
}

function tableLines(table: readonly (readonly Cell[])[], gap: string): readonly string[] {
  const widthOf = (column: number) => widest(table.flatMap(cells => cells[column] ?? []))
  const widths = (table[0] ?? []).map((_, column) => widthOf(column))
  return table.flatMap(cells =>
    Array.from({ length: Math.max(...cells.map(cell => cell.length)) }, (_, line) =>
      cells
        .map((cell, column) => padTo(cell[line] ?? '', widths[column] ?? 0))
        .join(gap)
        .trimEnd(),
    ),
  )
}
