import type { Api } from '../api.ts'
import { newScopes } from '../sources.ts'

export const openBluetoothAdapter: Api = {
  scope: 'scope.bluetooth',
  options: { mode: { types: ['String'], values: ['central', 'peripheral'] } },
  // As in WeChat's typings: 0 is no error.
  receives: ['errCode'],
  reply: () => ({ errCode: 0 }),
  ...newScopes,
}

export const createBLEPeripheralServer: Api = {
  scope: 'scope.bluetooth',
  options: {},
  receives: ['server'],
  reply: () => ({ server: { ...quietServer } }),
  ...newScopes,
}

const orders = [
  'addService',
  'removeService',
  'startAdvertising',
  'stopAdvertising',
  'writeCharacteristicValue',
  'close',
] as const

const events = [
  'CharacteristicReadRequest',
  'CharacteristicWriteRequest',
  'CharacteristicSubscribed',
  'CharacteristicUnsubscribed',
] as const

/** Every order succeeds. No device ever connects, so listeners are never called. */
const quietServer = Object.fromEntries([
  ...orders.map(order => [order, succeeding(order)] as const),
  ...events.flatMap(event => [`on${event}`, `off${event}`].map(name => [name, () => undefined] as const)),
])

interface Callbacks {
  readonly success?: (result: object) => void
  readonly complete?: (result: object) => void
}

/** The callbacks run after the call, each as a task of its own, so that one that throws does not stop the other. */
function succeeding(order: string) {
  // The name in the errMsg is not confirmed.
  const errMsg = `${order}:ok`
  return ({ success, complete }: Callbacks = {}) => {
    if (success !== undefined) queueMicrotask(() => success({ errMsg }))
    if (complete !== undefined) queueMicrotask(() => complete({ errMsg }))
  }
}
