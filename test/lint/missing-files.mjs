import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Generated folders, which may be missing. */
const generated = new Set(['.git', 'dist', 'node_modules'])

/**
 * Links and paths in the Markdown files of a repository that lead nowhere. A path is text in backticks that has a slash
 * and begins with the name of an entry of the root or of the file's folder.
 * @param {string} root @returns {readonly string[]} a line for each
 */
export function missingFiles(root) {
  return markdownIn(root).flatMap(path => {
    const text = readFileSync(path, 'utf8').replace(/^```.*?^```$/gms, '')
    const missing = [...badLinks(path, text), ...badPaths(root, path, text)]
    return missing.map(target => `${relative(root, path)}: there is no ${target}`)
  })
}

function markdownIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return generated.has(entry.name) ? [] : markdownIn(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

function badLinks(path, text) {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link)
  return links.filter(link => !/^\w+:/.test(link)).filter(link => !exists(path, link))
}

function exists(path, link) {
  const [target, heading] = link.split('#')
  const file = target === '' ? path : join(dirname(path), target)
  if (!existsSync(file)) return false
  return heading === undefined || headingsIn(readFileSync(file, 'utf8')).includes(heading)
}

/** The headings as GitHub and npm name them in links. */
function headingsIn(text) {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading)
  return headings.map(heading =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function badPaths(root, path, text) {
  const folder = dirname(path)
  const paths = [...text.matchAll(/`([\w.@-]+)(\/[\w./@-]*)`/g)].map(([, first, rest]) => ({ first, rest }))
  return paths
    .filter(({ first }) => !generated.has(first))
    .filter(({ first }) => [root, folder].some(place => existsSync(join(place, first))))
    .map(({ first, rest }) => first + rest)
    .filter(target => ![root, folder].some(place => existsSync(join(place, target))))
}
