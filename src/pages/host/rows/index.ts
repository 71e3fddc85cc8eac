import { asyncNames } from '../names.ts'
import type { Row, Rows } from '../row.ts'
import { cloudRows } from './cloud.ts'
import { deviceRows } from './device.ts'
import { fileRows } from './files.ts'
import { infoRows } from './info.ts'
import { listenerRows } from './listeners.ts'
import { mediaRows } from './media.ts'
import { navigationRows } from './navigation.ts'
import { networkRows } from './network.ts'
import { objectRows } from './objects.ts'
import { openRows } from './open.ts'
import { storageRows } from './storage.ts'
import { uiRows } from './ui.ts'

/** Names that promise data. */
const promising = /^(?:get|choose|scan|select|read|check|is)[A-Z]/

/** `X:ok`, and nothing else. */
function plainSuccess(name: string): Row {
  return promising.test(name) ? { answer: () => ({}), hollow: true } : { answer: () => ({}) }
}

const ownRows: Rows = {
  ...listenerRows,
  ...objectRows,
  ...storageRows,
  ...fileRows,
  ...uiRows,
  ...navigationRows,
  ...networkRows,
  ...infoRows,
  ...deviceRows,
  ...mediaRows,
  ...openRows,
}

/** Functions of `wx`, by name; what has no row of its own succeeds. */
export const wxRows: Rows = {
  ...Object.fromEntries(asyncNames.map(name => [name, plainSuccess(name)])),
  ...ownRows,
}

export { cloudRows }
