import { setFlagsFromString } from 'node:v8'
import { hostProcess } from '../../wx/running.ts'

/**
 * Node 20 optimizes a function of WebAssembly so early that ten lines of a template have the compiler's largest one
 * optimized: 0.1 s of a core, three times as much as all else that the compiler does, and a process waits for it when it
 * ends. Later versions are not so eager.
 */
const isEager = hostProcess.versions.node.startsWith('20.')

/**
 * Functions of WebAssembly that are first called in `work` are never optimized. V8 reads the flag when it compiles them,
 * and takes cached code only for the flags that it was cached with, so the flag is set for no longer than necessary.
 */
export function unoptimized<T>(work: () => T): T {
  if (!isEager) return work()
  // Only the function of this number may be optimized; the compiler has none with the first number, and -1 is all.
  setFlagsFromString('--wasm-tier-up-filter=0')
  try {
    return work()
  } finally {
    setFlagsFromString('--wasm-tier-up-filter=-1')
  }
}
