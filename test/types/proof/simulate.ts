import simulate from 'miniprogram-simulate'
import { createWxAuth } from 'wxauth'
import { install } from 'wxauth/simulate'

/** `install` takes the simulator with its own types, and the result of `createWxAuth`, without a cast. */
export const uninstall: () => void = install({ ...createWxAuth(), simulate })
