import type { ScopeState } from '../../machine/state.ts'
import type { Texts } from '../../messages/texts.ts'
import type { Palette } from '../../text/color.ts'

export function stateText(state: ScopeState, { cli }: Texts, palette: Palette): string {
  const tones = { accepted: palette.good, rejected: palette.bad, undecided: palette.dim }
  return tones[state](cli.states[state])
}
