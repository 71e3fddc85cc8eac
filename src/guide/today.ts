import type { Chapter } from './rule.ts'
import { declarations } from './today/declarations.ts'
import { platforms } from './today/platforms.ts'
import { privacy } from './today/privacy.ts'
import { retired } from './today/retired.ts'
import { scopes } from './today/scopes.ts'
import { settings } from './today/settings.ts'
import { system } from './today/system.ts'

/** The rules of today's platform, in the order in which a call meets them. */
export const today: readonly Chapter[] = [declarations, privacy, scopes, retired, system, settings, platforms]
