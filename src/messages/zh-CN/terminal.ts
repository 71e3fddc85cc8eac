import type { Texts } from '../texts.ts'

export const terminal: Texts['terminal'] = {
  cut: characters => `…（还有 ${characters} 个字符）`,
  waiting: pid => `另一个 wxauth（进程 ${pid}）正在这个终端上询问，等它结束。`,
}
