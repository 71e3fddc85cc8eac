import { rowOf } from '../../catalogue/look-ups.ts'
import { exitCodes } from '../report/exit-codes.ts'
import { scopesText } from '../report/views.ts'
import type { CommandSpec } from './command.ts'

export const listScopes: CommandSpec = {
  name: 'list-scopes',
  arguments: [],
  flags: [],
  examples: ['wxauth list-scopes'],
  async run(context) {
    const emulator = context.emulator()
    const states = emulator.states()
    return {
      document: states.map(([scope, state]) => {
        const { apis, components, description } = rowOf(scope)
        return { scope, state, apis, components, description }
      }),
      text: view => scopesText(states, view),
      exit: exitCodes.success,
    }
  },
}
