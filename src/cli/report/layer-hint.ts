import type { EditionLayers } from '../../catalogue/layers.ts'
import { checksOf } from '../../emulator/layer-facts.ts'
import type { Looked } from '../../emulator/layers.ts'
import { firstStop } from '../../machine/checks.ts'
import type { Outcome } from '../../machine/outcome.ts'
import type { LayerTexts } from '../../messages/texts.ts'
import type { AppJson } from '../../project/purposes.ts'

/** What was called, and what the layers look at in its params. */
export type LayeredCall = Omit<Looked, 'use'> & {
  readonly api: keyof EditionLayers
  readonly appJson: AppJson | undefined
}

/** What to do after a layer besides the scope refused; `undefined` if none did. */
export function layerHint(
  { because, popups }: Outcome,
  { api, appJson, ...call }: LayeredCall,
  { hints, because: reasons, fixes }: LayerTexts,
): string | undefined {
  if (because === 'privacy-refused' || (because === 'dismissed' && popups.at(-1)?.kind === 'privacy')) {
    return hints.privacy()
  }
  // A layer refuses by itself, so that the checks of the same call still stop there. The scope has passed by then.
  const stop = firstStop(checksOf({ ...call, use: { api, scopesOf: () => [] } }))
  if (stop?.verdict !== 'fails' || stop.because !== because) return undefined
  return `${reasons[stop.because](stop.of ?? '')} ${fixes(stop.fix, appJson)}`
}
