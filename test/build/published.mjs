/** What is published of these files, from their text. */
export const published = {
  'package.json': manifestForUsers,
  'README.md': readmeForUsers,
  'README.zh-CN.md': readmeForUsers,
}

/** Without what only a clone uses: npm warns users of a script `prepare`. */
function manifestForUsers(text) {
  const { scripts, devDependencies, overrides, knip, ...rest } = JSON.parse(text)
  return `${JSON.stringify(rest, undefined, 2)}\n`
}

/** Without pictures of the repository, and with names instead of links to files: a page of a registry has no files. */
function readmeForUsers(text) {
  return text
    .replace(/^!\[[^\]]*\]\((?!\w+:)[^)]*\)\n\n/gm, '')
    .replace(/\[([^\]]*)\]\((?!\w+:|#)([^)#]*)[^)]*\)/g, (_link, name, path) =>
      name.replaceAll('`', '') === path ? `\`${path}\`` : name,
    )
}
