import { helpDocument, helpPage, helpText } from '../arguments/help.ts'
import type { Context } from '../world/context.ts'
import { exitCodes } from './exit-codes.ts'
import type { Report } from './report.ts'

/** @param path the words of a command or of a group; empty for all commands */
export function helpReport({ commands, catalogue, texts }: Context, path: string): Report {
  const page = helpPage(path, { rows: commands, catalogue, texts })
  return {
    document: helpDocument(page),
    text: ({ columns }) => helpText(page, texts, columns),
    exit: exitCodes.success,
  }
}
