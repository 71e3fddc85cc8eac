import type { Cell, Style } from './ansi.ts'

/**
 * How characters are placed so that every font keeps the columns. `words`: letters and single blanks, stretched
 * together to their columns. `signs`: each centered in its own columns. `lines`: parts of a box, drawn as paths.
 */
type Kind = 'words' | 'signs' | 'lines'

export interface Run {
  readonly kind: Kind
  readonly style: Style
  readonly cells: readonly Cell[]
}

export const firstOf = ({ cells: [first] }: Run): Cell => {
  if (first === undefined) throw new Error('A run has at least one cell')
  return first
}

const lastOf = (run: Run): Cell => run.cells.at(-1) ?? firstOf(run)
export const startOf = (run: Run): number => firstOf(run).column
export const endOf = (run: Run): number => lastOf(run).column + lastOf(run).width

export const textOf = (run: Run): string =>
  run.cells.reduce((text, { character, column }) => {
    return text.padEnd(run.kind === 'words' ? column - startOf(run) : 0) + character
  }, '')

/** The cells of a row, grouped so that one element can draw each group. */
export function runsOf(row: readonly Cell[]): readonly Run[] {
  const runs: Run[] = []
  for (const cell of row) {
    const last = runs.at(-1)
    if (last !== undefined && continues(last, cell))
      runs.splice(-1, 1, { ...last, cells: [...last.cells, cell] })
    else runs.push({ kind: kindOf(cell.character), style: cell.style, cells: [cell] })
  }
  return runs
}

function continues(run: Run, { character, column, width, style }: Cell): boolean {
  if (run.kind !== kindOf(character) || !isSame(run.style, style)) return false
  if (run.kind === 'lines') return character === '─' && lastOf(run).character === '─' && endOf(run) === column
  if (run.kind === 'signs') return width === lastOf(run).width
  return column - endOf(run) <= 1
}

function kindOf(character: string): Kind {
  if (/[─│╭╮╰╯]/u.test(character)) return 'lines'
  return /[ -ÿ]/u.test(character) ? 'words' : 'signs'
}

function isSame(one: Style, other: Style): boolean {
  return (
    one.ink === other.ink &&
    one.ground === other.ground &&
    one.isBold === other.isBold &&
    one.isDim === other.isDim &&
    one.isInverse === other.isInverse
  )
}
