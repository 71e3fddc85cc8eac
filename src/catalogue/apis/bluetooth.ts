import type { Api } from '../api.ts'

export const openBluetoothAdapter: Api = {
  scope: 'scope.bluetooth',
  options: { mode: { types: ['String'], values: ['central', 'peripheral'] } },
  receives: [],
  reply: () => ({}),
}

export const createBLEPeripheralServer: Api = {
  scope: 'scope.bluetooth',
  options: {},
  receives: ['server'],
  reply: () => ({ server: {} }),
}
