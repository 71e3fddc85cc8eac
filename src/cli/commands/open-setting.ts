import type { CommandSpec } from '../command.ts'
import { switchFlags } from '../flags.ts'
import { settingsReport } from '../settings-report.ts'

export const openSetting: CommandSpec = {
  name: 'open-setting',
  arguments: [],
  flags: switchFlags,
  examples: ['wxauth open-setting', 'wxauth open-setting --enable scope.userLocation'],
  run: (context, _, flags) => settingsReport(context, flags),
}
