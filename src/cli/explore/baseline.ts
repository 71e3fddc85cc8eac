import { resolve } from 'node:path'
import type { Finding } from '../../explore/findings/finding.ts'
import { type Baseline, baselineDocument, parseBaseline } from '../../explore/reports/baseline.ts'
import { WxauthError } from '../../faults.ts'
import { jsonArgument } from '../arguments/json-argument.ts'
import type { Terminal } from '../world/terminal.ts'
import { writeFile } from '../world/write-file.ts'

/** @throws WxauthError ERR_BAD_BASELINE, ERR_BAD_JSON, ERR_UNREADABLE_FILE */
export async function readBaseline(file: string, terminal: Terminal): Promise<Baseline> {
  const parsed = parseBaseline(await jsonArgument('baseline', `@${file}`, terminal))
  if (parsed !== undefined) return parsed
  throw new WxauthError('ERR_BAD_BASELINE', { path: resolve(terminal.cwd(), file) })
}

/**
 * @param isWhole false where only a part of the program was tried: what else was known stays known
 * @returns the absolute path, and what the file holds now
 * @throws WxauthError ERR_UNWRITABLE_FILE
 */
export async function updateBaseline(
  file: string,
  { findings, isWhole }: { readonly findings: readonly Finding[]; readonly isWhole: boolean },
  terminal: Terminal,
): Promise<{ readonly path: string; readonly baseline: Baseline }> {
  // One that is not there, or that is none, is written anew.
  const kept = isWhole ? new Map() : await readBaseline(file, terminal).catch(() => new Map())
  const document = baselineDocument(findings, kept)
  const path = writeFile(file, `${JSON.stringify(document, undefined, 2)}\n`, terminal)
  return { path, baseline: parseBaseline(document) ?? new Map() }
}
