import type { Texts } from '../texts.ts'
import { cli } from './cli.ts'
import { faults } from './faults.ts'
import { popup } from './popup.ts'
import { projectNote } from './project.ts'
import { scopes } from './scopes.ts'
import { settings } from './settings.ts'
import { terminal } from './terminal.ts'

export const zhCN: Texts = { cli, faults, popup, scopes, settings, terminal, projectNote }
