import type { JsonProblem } from '../../json/json-problem.ts'
import { visibleText } from '../../text/visible-text.ts'

/** What is the matter with a file, and what helps. */
interface Words {
  /** Follows a colon. */
  readonly matter: string
  /** A sentence without its full stop: a caller may add an alternative. */
  readonly help: string
}

const permissions = '检查文件和所在目录的权限'

/** The errors that people meet, by the code that the system gives them. */
const systemProblems: Readonly<Record<string, Words>> = {
  EACCES: { matter: '没有权限', help: permissions },
  EPERM: { matter: '系统不允许这样做', help: permissions },
  EROFS: { matter: '文件系统是只读的', help: '把它改成可写' },
  ENOSPC: { matter: '磁盘已满', help: '清理一些磁盘空间' },
  EDQUOT: { matter: '磁盘配额已用完', help: '清理一些磁盘空间' },
  EIO: { matter: '磁盘读写出错', help: '检查磁盘' },
  EMFILE: { matter: '这个进程打开的文件太多', help: '用 ulimit -n 提高上限' },
  ENFILE: { matter: '系统打开的文件太多', help: '关闭一些程序' },
  ENOENT: { matter: '文件或目录不存在', help: '检查路径和其中的符号链接' },
  ENOTDIR: { matter: '路径中有一段不是目录', help: '检查路径' },
  EISDIR: { matter: '这是一个目录', help: '把它移走' },
  ELOOP: { matter: '符号链接形成了循环', help: '修复或删除符号链接' },
  ENAMETOOLONG: { matter: '路径太长', help: '换一个短一些的路径' },
  EBUSY: { matter: '另一个程序正在使用它', help: '关闭那个程序' },
}

export function problemWords(problem: JsonProblem): Words {
  switch (problem.kind) {
    case 'directory':
      return { matter: '这是一个目录', help: '把它移走' }
    case 'dangling-link':
      return { matter: '这是一个符号链接，指向的文件不存在', help: '修复或删除符号链接' }
    case 'not-file':
      return { matter: '这不是普通文件', help: '把它移走' }
    case 'too-large':
      return { matter: `文件超过 ${problem.mebibytes} MiB`, help: '减小文件' }
    case 'not-json':
      return { matter: '不是有效的 JSON', help: '改正文件内容' }
    case 'not-object':
      return { matter: `应为 JSON 对象，实际是 ${problem.type}`, help: '改正文件内容' }
    case 'too-deep':
      return { matter: `嵌套超过 ${problem.levels} 层`, help: '改正文件内容' }
    case 'system':
      return systemProblems[problem.code ?? ''] ?? { matter: visibleText(problem.text), help: '检查路径' }
  }
}
