import { exitCodes } from '../report/exit-codes.ts'
import { scopesText } from '../report/scopes-text.ts'
import type { Run } from './command.ts'

export const run: Run = async ({ catalogue, texts, emulator }) => {
  const scopes = emulator()
    .states()
    .map(([name, state]) => {
      const { scope, apis, components, description } = catalogue.rowOf(name)
      return { scope, state, apis, components, description }
    })
  return {
    document: scopes,
    text: layout => scopesText(scopes, texts, layout),
    exit: exitCodes.success,
  }
}
