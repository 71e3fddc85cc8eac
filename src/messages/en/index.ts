import { cli } from './cli.ts'
import { faults } from './faults.ts'
import { popup } from './popup.ts'
import { projectNote } from './project.ts'
import { scopes } from './scopes.ts'
import { settings } from './settings.ts'
import { terminal } from './terminal.ts'

/** Only `explain` and today's edition load theirs. */
const loadLayers = async () => (await import('./layers.ts')).layers

/** Only walkthroughs load their texts, so that no other command pays for them. */
const loadWalkthrough = async () => (await import('./walkthrough.ts')).walkthrough

/** And only their page loads its own. */
const loadWalkthroughHtml = async () => (await import('./walkthrough-html.ts')).html

/** And only a program that runs loads what is said about it. */
const loadRun = async () => (await import('./run.ts')).run
/** And only explorations theirs. */
const loadExplore = async () => (await import('./explore.ts')).explore

export const en = {
  language: 'en',
  cli,
  faults,
  popup,
  scopes,
  settings,
  terminal,
  projectNote,
  loadLayers,
  loadWalkthrough,
  loadWalkthroughHtml,
  loadRun,
  loadExplore,
} as const
