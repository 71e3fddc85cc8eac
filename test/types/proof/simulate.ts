import simulate from 'miniprogram-simulate'
import { createWxAuth } from 'wxauth'
import { install } from 'wxauth/simulate'

/** What the simulator is by its own types, and what `createWxAuth` gives, go into the adapter as they are. */
export const uninstall: () => void = install({ ...createWxAuth(), simulate })
