import { exitCodes } from '../report/exit-codes.ts'
import { scopesText } from '../report/scopes-text.ts'
import type { Run } from './command.ts'

export const run: Run = async ({ catalogue, texts, today, emulator }) => {
  const { edition } = catalogue
  const scopes = emulator()
    .states()
    .map(([name, state]) => ({ ...catalogue.rowOf(name), state }))
  return {
    document: scopes.map(({ scope, state, apis, components, description, since = null }) => ({
      edition,
      scope,
      state,
      apis,
      components,
      description,
      since,
    })),
    text: layout => scopesText(scopes, texts, today?.texts, layout),
    exit: exitCodes.success,
  }
}
