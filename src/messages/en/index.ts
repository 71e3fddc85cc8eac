import { cli } from './cli.ts'
import { faults } from './faults.ts'
import { popup } from './popup.ts'
import { projectNote } from './project.ts'
import { scopes } from './scopes.ts'
import { settings } from './settings.ts'
import { terminal } from './terminal.ts'

export const en = { cli, faults, popup, scopes, settings, terminal, projectNote } as const
