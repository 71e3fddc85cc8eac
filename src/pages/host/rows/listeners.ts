import { listenerNames } from '../names.ts'
import type { Row, Rows } from '../row.ts'

/** `onX` adds a listener, `offX` removes it. */
function listenerRow(name: string): Row {
  const isOn = name.startsWith('on')
  const event = name.slice(isOn ? 2 : 3)
  return {
    plain({ listeners }, listener) {
      if (isOn) listeners.add(event, listener)
      else listeners.remove(event, listener)
    },
  }
}

export const listenerRows: Rows = Object.fromEntries(listenerNames.map(name => [name, listenerRow(name)]))
