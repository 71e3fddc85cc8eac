import { exitCodes } from '../report/exit-codes.ts'
import type { Run } from './command.ts'

export const run: Run = async context => {
  const { name, path } = context.profile()
  return { document: { name, path }, text: () => path, exit: exitCodes.success }
}
