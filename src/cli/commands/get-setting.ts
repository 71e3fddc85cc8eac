import { outcomeReport } from '../report/outcome-report.ts'
import type { CommandSpec } from './command.ts'

export const getSetting: CommandSpec = {
  name: 'get-setting',
  arguments: [],
  flags: [],
  examples: ['wxauth get-setting --json'],
  async run(context) {
    const profile = context.place.name
    const { appid } = context.miniProgram()
    const emulator = context.emulator()
    return outcomeReport(emulator.getSetting(), { profile, appid })
  },
}
