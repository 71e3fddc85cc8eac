import { popupFlags, switchFlags } from '../arguments/flags.ts'
import type { CommandRow } from './command.ts'

/** The commands, in the order of the help. A new command needs a row here, a file beside this one, and texts. */
export const commandRows: readonly CommandRow[] = [
  {
    name: 'call',
    arguments: ['<api>', '[params]'],
    flags: [...popupFlags, 'reply'],
    examples: [
      'wxauth call wx.getLocation',
      'wxauth call getLocation \'{"type":"gcj02"}\' --reject --expect fail',
    ],
    load: () => import('./call.ts'),
  },
  {
    name: 'authorize',
    arguments: ['<scope>'],
    flags: popupFlags,
    examples: ['wxauth authorize scope.camera'],
    load: () => import('./authorize.ts'),
  },
  {
    name: 'get-setting',
    arguments: [],
    flags: [],
    examples: ['wxauth get-setting --json'],
    load: () => import('./get-setting.ts'),
  },
  {
    name: 'open-setting',
    arguments: [],
    flags: switchFlags,
    examples: ['wxauth open-setting', 'wxauth open-setting --enable scope.userLocation'],
    load: () => import('./open-setting.ts'),
  },
  {
    name: 'tap',
    arguments: ['<open-type>'],
    flags: [...popupFlags, 'reply', ...switchFlags],
    examples: ['wxauth tap getUserInfo --accept', 'wxauth tap openSetting --disable scope.record'],
    load: () => import('./tap.ts'),
  },
  {
    name: 'reset',
    arguments: ['[scope...]'],
    flags: [],
    examples: ['wxauth reset', 'wxauth reset scope.camera'],
    load: () => import('./reset.ts'),
  },
  {
    name: 'list-scopes',
    arguments: [],
    flags: [],
    examples: ['wxauth list-scopes'],
    load: () => import('./list-scopes.ts'),
  },
  {
    name: 'set',
    arguments: ['<scope=state...>'],
    flags: [],
    examples: ['wxauth set all=rejected scope.userLocation=accepted'],
    load: () => import('./set.ts'),
  },
  {
    name: 'profile list',
    arguments: [],
    flags: [],
    examples: ['wxauth profile list --json'],
    load: () => import('./profile-list.ts'),
  },
  {
    name: 'profile path',
    arguments: [],
    flags: [],
    examples: ['wxauth profile path --profile tester'],
    load: () => import('./profile-path.ts'),
  },
  {
    name: 'profile remove',
    arguments: ['<name...>'],
    flags: [],
    examples: ['wxauth profile remove tester'],
    load: () => import('./profile-remove.ts'),
  },
  {
    name: 'completion',
    arguments: ['<shell>'],
    flags: [],
    examples: ['wxauth completion bash'],
    load: () => import('./completion.ts'),
  },
  {
    name: 'complete',
    arguments: ['[word...]'],
    flags: [],
    examples: [],
    isHidden: true,
    load: () => import('./complete.ts'),
  },
]
