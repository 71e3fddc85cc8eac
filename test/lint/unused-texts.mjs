import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

/** Tables whose texts are read under another name, with the place. */
const lookedUpElsewhere = new Set([
  // messages/worded.ts: the text of a fault, by its code.
  'faults',
  'libraryFaults',
  // cli/arguments/command-data.ts: laid over the flags.
  'runFlags',
  'exploreFlags',
  // test/build/state-diagram.ts: drawn when the package is built.
  'diagram',
])

/**
 * The texts of src/messages/en that nothing reads. Code reads a text as `columns.scope` (its table and its key) or, if
 * it gets only a part of the texts, as `texts.scope` or `columnsTexts.scope`. Indexing a table by a variable reads the
 * whole table, with the tables in it.
 * @param {string} root @returns {readonly string[]} a line for each
 */
export function unusedTexts(root) {
  const messages = join(root, 'src/messages/en')
  const source = filesIn(join(root, 'src'))
    .filter(path => !path.startsWith(messages + sep))
    .map(path => readFileSync(path, 'utf8'))
    .join('\n')
  return filesIn(messages).flatMap(path =>
    exportsOf(readFileSync(path, 'utf8'))
      .flatMap(([name, value]) => unreadIn(name, name, value, source))
      .map(text => `${path.slice(root.length + 1)}: nothing reads ${text}`),
  )
}

function filesIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter(file => file.endsWith('.ts')).map(file => join(folder, file))
}

/** The exports of a file of texts, by name. */
function exportsOf(code) {
  const { body } = parseAst(code, { lang: 'ts' })
  const exports = body.flatMap(({ declaration }) => declaration?.declarations ?? [])
  return exports.map(({ id, init }) => [id.name, bare(init)])
}

/** The texts of a table, and of the tables in it, that nothing reads. @param place `cli.columns` @param table `columns` */
function unreadIn(place, table, value, source) {
  if (value.type !== 'ObjectExpression' || isReadAsAWhole(table, source)) return []
  return value.properties.flatMap(({ key, shorthand, value }) => {
    // Spreads and shorthands are texts of other files.
    if (key === undefined || shorthand) return []
    const name = String(key.name ?? key.value)
    const inner = bare(value)
    if (inner.type === 'ObjectExpression') return unreadIn(`${place}.${name}`, name, inner, source)
    return isRead(table, name, source) ? [] : [`${place}.${name}`]
  })
}

/** Without `as const` and `satisfies …`. */
const bare = node => (node.type.startsWith('TS') ? bare(node.expression) : node)

function isReadAsAWhole(table, source) {
  if (lookedUpElsewhere.has(table)) return true
  const byVariable = String.raw`\b${table}(?: as [\w<>, ]+\))?\[(?!['"])`
  const asList = String.raw`\bObject\.(?:keys|values|entries)\([\w.]*\b${table}\)`
  return new RegExp(`${byVariable}|${asList}`).test(source)
}

function isRead(table, key, source) {
  const owner = `(?:${table}(?:Texts)?|texts)`
  const name = key.replace(/[^\w]/g, String.raw`\$&`)
  const asMember = String.raw`\b${owner}(?:\??\.${name}\b(?!-)|\['${name}'\])`
  const destructured = String.raw`\{[^{}]*\b${name}\b[^{}]*\}(?:: Texts\b| = [\w.]*\b${owner}\b)`
  return new RegExp(`${asMember}|${destructured}`).test(source)
}
