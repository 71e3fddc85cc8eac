import type { Texts } from '../texts.ts'

export const terminal: Texts['terminal'] = {
  cut: characters => `…（还有 ${characters} 个字）`,
  waiting: pid => `另一个 wxauth（进程 ${pid}）也在等着使用这个终端。`,
}
