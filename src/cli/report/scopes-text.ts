import type { ScopeRow } from '../../catalogue/catalogue.ts'
import type { ScopeState } from '../../machine/state.ts'
import type { Texts } from '../../messages/texts.ts'
import type { Palette } from '../../text/color.ts'
import { padTo, widthOf } from '../../text/width.ts'
import type { Layout } from './report.ts'
import { stateText } from './state-text.ts'

/** One scope with its state. */
export type ListedScope = ScopeRow & { readonly state: ScopeState }

/** The Scope List with its states: a table, or one block per scope if the window is narrow. */
export function scopesText(
  scopes: readonly ListedScope[],
  texts: Texts,
  { palette, columns }: Layout,
): string {
  const { scope, state, apis, description } = texts.cli.columns
  const table = [[scope, state, apis, description], ...scopes.flatMap(row => cellsOf(row, texts))]
  const widths = [0, 1, 2, 3].map(column => Math.max(...table.map(cells => widthOf(cells[column] ?? ''))))
  const width = widths.reduce((sum, width) => sum + width, 0)
  const gaps = widths.length - 1
  if (columns < width + gaps) return scopes.map(row => block(row, texts, palette)).join('\n')
  const gap = ' '.repeat(columns < width + 2 * gaps ? 1 : 2)
  const [head = '', ...lines] = table.map(cells => tableLine(cells, widths, gap))
  return [palette.bold(head), ...lines.map(line => withColor(line, texts, palette))].join('\n')
}

/** The first API is on the line of its scope, the others are below it. */
function cellsOf(row: ListedScope, texts: Texts): readonly (readonly string[])[] {
  const [first = '', ...others] = guardsOf(row, texts)
  return [
    [row.scope, texts.cli.states[row.state], first, row.description],
    ...others.map(api => ['', '', api, '']),
  ]
}

function guardsOf({ apis, components }: ScopeRow, { cli }: Texts): readonly string[] {
  return [...apis, ...components.map(cli.component)]
}

function tableLine(cells: readonly string[], widths: readonly number[], gap: string): string {
  return cells
    .map((cell, column) => padTo(cell, widths[column] ?? 0))
    .join(gap)
    .trimEnd()
}

/** The line with its state in color. */
function withColor(line: string, texts: Texts, palette: Palette): string {
  const states = Object.keys(texts.cli.states) as ScopeState[]
  const state = states.find(state => line.includes(` ${texts.cli.states[state]} `))
  return state === undefined ? line : line.replace(texts.cli.states[state], stateText(state, texts, palette))
}

function block(row: ListedScope, texts: Texts, palette: Palette): string {
  const lines = [row.description, ...guardsOf(row, texts)].map(line => `  ${line}`)
  return [`${palette.bold(row.scope)} ${stateText(row.state, texts, palette)}`, ...lines].join('\n')
}
