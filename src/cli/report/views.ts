import { rowOf } from '../../catalogue/look-ups.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import type { Change } from '../../emulator/ledger.ts'
import type { Outcome } from '../../machine/outcome.ts'
import type { ScopeState } from '../../machine/state.ts'
import { cli } from '../../messages/en/cli.ts'
import type { Palette } from '../../text/palette.ts'
import { safeJson } from '../../text/safe-json.ts'
import { visibleText } from '../../text/visible-text.ts'
import type { View } from './report.ts'

/** Answers for people. Each view returns a string without its last line break. */

function stateText(state: ScopeState, palette: Palette): string {
  const tone = { accepted: palette.good, rejected: palette.bad, undecided: palette.dim }[state]
  return tone(cli.states[state])
}

/** What the callback received, under the name of the callback. */
export function outcomeText(outcome: Outcome, { palette }: View): string {
  const { callback, result, api } = outcome
  if (callback === null || result === null) return ''
  const tone = callback === 'success' ? palette.good : palette.bad
  return `${palette.bold(api)} ${tone(cli.labels[callback])}\n${safeJson(result, 2)}`
}

export function changesText(changes: readonly Change[]): string {
  if (changes.length === 0) return cli.notes.nothingToChange
  const width = Math.max(...changes.map(({ scope }) => scope.length))
  return changes.map(({ scope, before, after }) => cli.changed(scope.padEnd(width), before, after)).join('\n')
}

interface ProfileLine {
  readonly name: string
  readonly apps: Readonly<
    Record<string, { readonly name: string; readonly scopes: Readonly<Record<string, string>> }>
  >
}

/** Profiles, their Mini Programs, and what was decided there, each a step further in. */
export function profilesText(profiles: readonly ProfileLine[], { palette }: View): string {
  return profiles
    .flatMap(({ name, apps }) => [
      palette.bold(name),
      ...Object.entries(apps).flatMap(([appid, app]) => [
        `  ${visibleText(appid)}  ${visibleText(app.name)}`,
        ...Object.entries(app.scopes).map(
          ([scope, state]) => `    ${visibleText(scope)} ${stateText(state as ScopeState, palette)}`,
        ),
      ]),
    ])
    .join('\n')
}

/** The Scope List with its states: a table, or one block per scope where the window is narrow. */
export function scopesText(states: readonly (readonly [ScopeName, ScopeState])[], view: View): string {
  const rows = states.map(([scope, state]) => {
    const { apis, components, description } = rowOf(scope)
    return { scope, state, description, guards: [...apis, ...components.map(cli.component)] }
  })
  const width = tableWidths.reduce((sum, width) => sum + width, 0)
  const gaps = tableWidths.length - 1
  if (view.columns < width + gaps) return rows.map(row => block(row, view.palette)).join('\n')
  const gap = ' '.repeat(view.columns < width + 2 * gaps ? 1 : 2)
  const { scope, state, apis, description } = cli.columns
  const head = tableLine([scope, state, apis, description], gap, [same, same, same, same])
  return [view.palette.bold(head), ...rows.map(row => tableRow(row, gap, view.palette))].join('\n')
}

interface ScopeLine {
  readonly scope: ScopeName
  readonly state: ScopeState
  readonly description: string
  readonly guards: readonly string[]
}

const tableWidths = [22, 9, 25, 19] as const
const same = (text: string) => text

function tableRow(
  { scope, state, description, guards: [first = '', ...more] }: ScopeLine,
  gap: string,
  palette: Palette,
) {
  const tone = (text: string) => text.replace(cli.states[state], stateText(state, palette))
  const firstLine = tableLine([scope, cli.states[state], first, description], gap, [same, tone, same, same])
  return [firstLine, ...more.map(api => tableLine(['', '', api, ''], gap, [same, same, same, same]))].join(
    '\n',
  )
}

function tableLine(
  cells: readonly string[],
  gap: string,
  tones: readonly ((text: string) => string)[],
): string {
  const padded = cells.map((cell, column) => (tones[column] ?? same)(cell.padEnd(tableWidths[column] ?? 0)))
  return padded.join(gap).trimEnd()
}

function block({ scope, state, description, guards }: ScopeLine, palette: Palette): string {
  const lines = [description, ...guards].map(line => `  ${line}`)
  return [`${palette.bold(scope)} ${stateText(state, palette)}`, ...lines].join('\n')
}
