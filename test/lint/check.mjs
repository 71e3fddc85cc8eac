// node test/lint/check.mjs [folder of a repository]
// Finds what biome and knip do not: texts that nothing reads, and missing files that a README names.
import { join } from 'node:path'
import process from 'node:process'
import { missingFiles } from './missing-files.mjs'
import { unusedTexts } from './unused-texts.mjs'

const root = process.argv[2] ?? join(import.meta.dirname, '../..')
const problems = [...unusedTexts(root), ...missingFiles(root)]
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
