import { switchFlags } from '../arguments/flags.ts'
import { settingsReport } from '../report/settings-report.ts'
import type { CommandSpec } from './command.ts'

export const openSetting: CommandSpec = {
  name: 'open-setting',
  arguments: [],
  flags: switchFlags,
  examples: ['wxauth open-setting', 'wxauth open-setting --enable scope.userLocation'],
  run: (context, _, flags) => settingsReport(context, flags),
}
