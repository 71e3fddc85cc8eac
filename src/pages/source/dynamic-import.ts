/**
 * `import()`, with a comment in it perhaps. Code of a vm gets an error of wxauth's own realm from it, so none of the
 * program's may keep it.
 */
export const dynamicImport = /\bimport\b(?=\s*(?:[(/]|<!--|-->))/

const all = new RegExp(dynamicImport, 'g')

/** Code in which `import()` is a call of nothing, in the same place. */
export const withoutImport = (code: string): string => code.replace(all, 'null  ')
