import type { Catalogue } from '../../catalogue/catalogue.ts'
import { todayCatalogue } from '../../catalogue/editions/today.ts'
import type { Layers } from '../../emulator/layers.ts'
import { todayLayers } from '../../emulator/today.ts'
import type { LayerTexts, Texts } from '../../messages/texts.ts'
import { layerHint } from '../report/layer-hint.ts'

/** What only today's edition has. This file is loaded only for it. */
export interface Today {
  readonly catalogue: Catalogue
  readonly layers: Layers
  readonly texts: LayerTexts
  readonly hint: typeof layerHint
}

export async function loadToday(texts: Texts): Promise<Today> {
  return { catalogue: todayCatalogue, layers: todayLayers, texts: await texts.loadLayers(), hint: layerHint }
}
