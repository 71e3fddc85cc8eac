import type { JsonProblem } from '../../json/json-problem.ts'
import { visibleText } from '../../text/visible-text.ts'

/** What is the matter with a file, and what helps. */
interface Words {
  /** Follows a path and a colon, or "cannot be read:". */
  readonly matter: string
  /** A sentence without its full stop: a caller may add an alternative. */
  readonly help: string
}

const permissions = 'Check the permissions of the file and of its directory'

/** The errors that people meet, by the code that the system gives them. */
const systemProblems: Readonly<Record<string, Words>> = {
  EACCES: { matter: 'permission denied', help: permissions },
  EPERM: { matter: 'operation not permitted', help: permissions },
  EROFS: { matter: 'the file system is read-only', help: 'Make it writable' },
  ENOSPC: { matter: 'the disk is full', help: 'Free some space on it' },
  EDQUOT: { matter: 'the disk quota is used up', help: 'Free some space on the disk' },
  EIO: { matter: 'the disk reports an error', help: 'Check the disk' },
  EMFILE: { matter: 'this process has too many open files', help: 'Raise the limit with ulimit -n' },
  ENFILE: { matter: 'this machine has too many open files', help: 'Close some programs' },
  ENOENT: { matter: 'no such file or directory', help: 'Check the path and its symbolic links' },
  ENOTDIR: { matter: 'a part of its path is not a directory', help: 'Check the path' },
  EISDIR: { matter: 'it is a directory', help: 'Move it away' },
  ELOOP: { matter: 'its symbolic links form a loop', help: 'Fix or remove the symbolic link' },
  ENAMETOOLONG: { matter: 'its path is too long', help: 'Use a shorter path' },
  EBUSY: { matter: 'another program is using it', help: 'Close that program' },
}

const articles = {
  null: 'null',
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
}

export function problemWords(problem: JsonProblem): Words {
  switch (problem.kind) {
    case 'directory':
      return { matter: 'it is a directory', help: 'Move it away' }
    case 'dangling-link':
      return {
        matter: 'it is a symbolic link to a file that does not exist',
        help: 'Fix or remove the symbolic link',
      }
    case 'not-file':
      return { matter: 'it is not a regular file', help: 'Move it away' }
    case 'too-large':
      return { matter: `it is larger than ${problem.mebibytes} MiB`, help: 'Make it smaller' }
    case 'not-json':
      return { matter: 'not valid JSON', help: 'Fix the file' }
    case 'not-object':
      return { matter: `it is ${articles[problem.type]}, not an object`, help: 'Fix the file' }
    case 'too-deep':
      return { matter: `it is nested more than ${problem.levels} levels deep`, help: 'Fix the file' }
    case 'system':
      return (
        systemProblems[problem.code ?? ''] ?? { matter: visibleText(problem.text), help: 'Check the path' }
      )
  }
}
