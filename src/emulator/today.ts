import { layerApis } from './layer-apis.ts'
import { checksOf } from './layer-facts.ts'
import { layeredConsent } from './layered-consent.ts'
import type { Layers } from './layers.ts'
import { pageWithLocationRow } from './location-row.ts'
import { privacySheet } from './privacy-sheet.ts'

/** The layers of today's platform. Load this with today's catalogue. */
export const todayLayers: Layers = {
  checks: checksOf,
  open(parts) {
    const { app, ledger, catalogue } = parts
    const consentFor = layeredConsent(parts, privacySheet(parts))
    return {
      consentFor,
      settingsPage: () => pageWithLocationRow(app, ledger, catalogue),
      apis: layerApis(parts, consentFor),
    }
  },
}
