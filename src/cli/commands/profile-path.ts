import { exitCodes } from '../report/exit-codes.ts'
import type { CommandSpec } from './command.ts'

export const profilePath: CommandSpec = {
  name: 'profile path',
  arguments: [],
  flags: [],
  examples: ['wxauth profile path --profile tester'],
  async run(context) {
    const { name, path } = context.place
    return { document: { name, path }, text: () => path, exit: exitCodes.success }
  },
}
