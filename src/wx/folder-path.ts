import { fileURLToPath } from 'node:url'
import { isJsonObject } from '../json/json-object.ts'

/**
 * The path of a folder that is named by its path or by a `file:` URL; `undefined` for anything else. Looks at the shape
 * of a URL: one of another realm is not an instance of this realm's `URL`.
 */
export function folderPath(folder: unknown): string | undefined {
  const text = isJsonObject(folder) ? folder.href : folder
  if (typeof text !== 'string' || text === '') return undefined
  if (text === folder && !/^file:/i.test(text)) return text
  try {
    return fileURLToPath(text)
  } catch {
    // No file, or a file on another host.
    return undefined
  }
}
