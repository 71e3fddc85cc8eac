import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LinuxFiles } from '../../src/locks/proc.ts'
import { temporaryHome } from '../support/temporary-home.ts'

/** A line of `/proc/<pid>/stat`, with a program whose name is hard to parse. */
export function statLine(pid: number, state: string, start: number): string {
  const between = Array.from({ length: 11 }, () => 0).join(' ')
  return `${pid} (a (b) c) ${state} 1 4242 4200 34816 4300 ${between} 20 0 ${start} 0 0\n`
}

/** The files of a machine where this process has the pid `self`, and other processes run. */
export function linuxFilesWith(self: number, stats: Readonly<Record<number, string>> = {}): LinuxFiles {
  const proc = temporaryHome()
  for (const [pid, line] of Object.entries({ ...stats, self: statLine(self, 'R', 500) })) {
    mkdirSync(join(proc, pid))
    writeFileSync(join(proc, pid, 'stat'), line)
  }
  mkdirSync(join(proc, 'sys/kernel/random'), { recursive: true })
  writeFileSync(join(proc, 'sys/kernel/random/boot_id'), 'boot-1\n')
  mkdirSync(join(proc, 'self/ns'))
  symlinkSync('pid:[42]', join(proc, 'self/ns/pid'))
  writeFileSync(join(proc, 'machine-id'), 'id-1\n')
  return { proc, machineId: join(proc, 'machine-id') }
}
