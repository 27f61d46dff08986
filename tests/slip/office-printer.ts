// CUPS as far as we use it: `lp`, `lpstat` and `cancel` as small programs that share a folder.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The commands in a folder of their own, and what was printed. */
export function officePrinter() {
  const folder = mkdtempSync(join(tmpdir(), 'antre-cups-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const commands = join(folder, 'bin')
  const jobs = join(folder, 'jobs')
  mkdirSync(commands)
  mkdirSync(jobs)
  const program = (name: string, script: string) => {
    const file = join(commands, name)
    // Replaced as a whole: a program that is running continues to read the file it began with.
    writeFileSync(`${file}.next`, `#!/bin/sh\n${script}\n`)
    chmodSync(`${file}.next`, 0o755)
    renameSync(`${file}.next`, file)
  }
  // lp -d queue -t title file
  program('lp', `cp "$5" '${jobs}/kantor-7' && echo 'request id is kantor-7 (1 file(s))'`)
  program('cancel', `rm '${jobs}/'"$1"`)

  /** What `lpstat` says of the printer from now on, and whether it still has the job. */
  function says(state: string, hasJob: boolean): void {
    const queued = hasJob ? `[ -e '${jobs}/kantor-7' ] && echo 'kantor-7 root 1024 Tue 24 Nov 2026'` : ':'
    program('lpstat', `if [ "$1" = -W ]; then ${queued}; exit 0; fi\ncat <<'END'\n${state}\nEND`)
  }
  says(idle, false)
  return { commands, says, jobs: () => readdirSync(jobs) }
}

export const idle = 'printer kantor is idle.  enabled since Tue 24 Nov 2026 08:00:00\n\tAlerts: none'
