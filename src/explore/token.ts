import { type Decision, isOfPage, type Path, type Tap, type Unit } from './path.ts'

/**
 * A path as one readable word, which a shell takes as it is: `pages/near/index#locate@3:5~r.c.a`. After the page come the
 * taps, then what is not usual (`+rejected`), then the decisions.
 * @param root of the source in the project: `miniprogram/`, or empty
 */
export function printToken({ unit, start, data, decisions }: Path, root: string): string {
  const taps = unit.taps.map(tap => printTap(tap, unit.page, root))
  const marks = [start === 'rejected' ? '+rejected' : '', data === 'guessed' ? '+guessed' : '']
  const ways = decisions.map(({ kind, answer }) => codes[kind].print(answer)).join('.')
  return [encoded(unit.page), ...taps, ...marks, ways === '' ? '' : `~${ways}`].join('')
}

const form = /^([^#+~]+)((?:#[^#+~]+(?:\+(?:last|hidden))?)*)((?:\+(?:rejected|guessed))*)(?:~([^~]+))?$/

/** The path that a token names; `undefined` if it is no token. */
export function parseToken(token: string, root: string): Path | undefined {
  const [, page, taps = '', marks = '', ways = ''] = form.exec(token) ?? []
  const route = page === undefined ? undefined : decoded(page)
  const decisions = ways === '' ? [] : ways.split('.').map(decisionOf)
  if (route === undefined || !isComplete(decisions)) return undefined
  const unit = unitOf(route, taps.split('#').slice(1), root)
  if (unit === undefined) return undefined
  const start = marks.includes('+rejected') ? 'rejected' : 'undecided'
  const path: Path = { unit, start, data: marks.includes('+guessed') ? 'guessed' : 'fixtures', decisions }
  // What has two spellings would have two names.
  return printToken(path, root) === token ? path : undefined
}

function unitOf(page: string, words: readonly string[], root: string): Unit | undefined {
  const taps = words.map(word => tapOf(word, page, root))
  return isComplete(taps) ? { page, taps } : undefined
}

const isComplete = <T>(items: readonly (T | undefined)[]): items is readonly T[] => !items.includes(undefined)

function printTap(tap: Tap, page: string, root: string): string {
  const { handler, at, isLast } = tap
  if (at === null) return `#${encoded(handler)}${isOfPage(tap) ? '' : '+hidden'}`
  const file = at.file === wxmlOf(page, root) ? '' : `${encoded(shortened(at.file, root))}:`
  return `#${encoded(handler)}@${file}${at.line}:${at.column}${isLast ? '+last' : ''}`
}

function tapOf(word: string, page: string, root: string): Tap | undefined {
  const [, name = '', file, line, column, mark] =
    /^([^@+]+)(?:@(?:([^:@+]+):)?(\d+):(\d+))?(?:\+(last|hidden))?$/.exec(word) ?? []
  const handler = decoded(name)
  if (handler === undefined || handler === '') return undefined
  if (line === undefined) return { handler, at: null, isLast: false }
  const inFile = file === undefined ? wxmlOf(page, root) : longForm(decoded(file), root)
  if (inFile === undefined) return undefined
  return {
    handler,
    at: { file: inFile, line: Number(line), column: Number(column) },
    isLast: mark === 'last',
  }
}

const wxmlOf = (page: string, root: string) => `${root}${page}.wxml`

/** Relative to the root, and without the ending that nearly all have. `/` leads out of the root. */
function shortened(file: string, root: string): string {
  const inRoot = file.startsWith(root) ? file.slice(root.length) : `/${file}`
  // A name that is written out ends with a dot.
  return /[^.]\.wxml$/.test(inRoot) ? inRoot.slice(0, -'.wxml'.length) : `${inRoot}.`
}

function longForm(word: string | undefined, root: string): string | undefined {
  if (word === undefined) return undefined
  const inProject = word.startsWith('/') ? word.slice(1) : root + word
  return inProject.endsWith('.') ? inProject.slice(0, -1) : `${inProject}.wxml`
}

/** How the answers of one kind of choice are written. No two kinds share a word: a token shows where a program differs. */
interface Codes {
  readonly print: (answer: string) => string
  /** The answer; `undefined` if the word is of another kind. */
  readonly parse: (code: string) => string | undefined
}

const codes: Readonly<Record<Decision['kind'], Codes>> = {
  popup: words({ accept: 'a', reject: 'r', dismiss: 'd' }),
  consent: words({ accept: 'A', reject: 'R', dismiss: 'D' }),
  modal: words({ confirm: 'c', cancel: 'n' }),
  picker: words({ pick: 'p', cancel: 'x' }),
  sheet: {
    print: answer => (answer === 'cancel' ? 'q' : answer),
    parse: code => (code === 'q' ? 'cancel' : /^(?:0|[1-9]\d*)$/.exec(code)?.[0]),
  },
  settings: {
    print: answer => answer.replace(' scope.', ':'),
    parse: code => (/^(?:leave|(?:on|off):\w+)$/.test(code) ? code.replace(':', ' scope.') : undefined),
  },
}

function words(table: Readonly<Record<string, string>>): Codes {
  const answers = Object.entries(table)
  return {
    print: answer => table[answer] ?? answer,
    parse: code => answers.find(([, word]) => word === code)?.[0],
  }
}

function decisionOf(code: string): Decision | undefined {
  for (const kind of Object.keys(codes) as Decision['kind'][]) {
    const answer = codes[kind].parse(code)
    if (answer !== undefined) return { kind, answer }
  }
  return undefined
}

/** Whatever a shell or this form acts on becomes `%23`. Half a character has no code. */
function encoded(text: string): string {
  const piece = (part: string) =>
    encodeURIComponent(part).replace(/[!'()*~]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(piece)
    .join('/')
}

function decoded(word: string): string | undefined {
  try {
    return decodeURIComponent(word)
  } catch {
    return undefined
  }
}
