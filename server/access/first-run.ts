// The first start: a hall without a manager gets one, and the links that turn browsers into kiosk and display. They
// are written to a file that only its owner can read, in case nobody saw them on the console.
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Access } from './access.ts'
import { type DeviceKind, linkMs } from './devices.ts'
import { hashPassword } from './password.ts'
import { newPassword } from './secret.ts'
import type { Staff } from './staff.ts'

/** What the first start prints and writes. Urls end in `?enrol=<token>`. */
export interface FirstRun {
  readonly manager: { readonly username: string; readonly password: string }
  readonly enrol: { readonly kiosk: string; readonly display: string }
}

const fileName = 'first-run.json'
const firstManager = 'manager'

/** The page on which a device of this kind enrols itself with `token`. `baseUrl` has no path. */
export function enrolUrl(baseUrl: string, kind: DeviceKind, token: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${kind}/?enrol=${token}`
}

/**
 * Makes a manager, and links for a kiosk and a display of the whole hall; null if there is a manager. The file is
 * written before the accounts: a power cut in between leads to a new password, never to a lost one.
 */
export async function firstRun(
  access: Access,
  { folder, baseUrl, managerName }: { folder: string; baseUrl: string; managerName: string },
): Promise<FirstRun | null> {
  if (access.staff.hasManager()) return null
  const password = newPassword(access.random)
  const hash = await hashPassword(password, access.random)
  let made: FirstRun | null = null
  access.together(() => {
    if (access.staff.hasManager()) return
    const manager = { username: firstManager, name: managerName, role: 'manager', agency: null } as const
    const added = access.staff.add({ ...manager, password: hash, mustChange: true })
    if (added !== null) {
      const about = `staff:${added.id}` as const
      access.log.write({
        by: 'server',
        action: 'account-made',
        about,
        agency: null,
        detail: { role: 'manager' },
      })
    }
    made = {
      manager: { username: firstManager, password },
      enrol: {
        kiosk: enrolUrl(baseUrl, 'kiosk', invite(access, 'kiosk')),
        display: enrolUrl(baseUrl, 'display', invite(access, 'display')),
      },
    }
    writePrivately(join(folder, fileName), `${JSON.stringify(made, null, 2)}\n`)
  })
  return made
}

/** What the first start wrote, null once the manager has chosen a password; `damaged`: its content is not ours. */
export function readFirstRun(folder: string): FirstRun | 'damaged' | null {
  try {
    const found = JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as unknown
    return isFirstRun(found) ? found : 'damaged'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'damaged'
  }
}

/** Whether the links in that file can still be good. `now` is the system's time, as in the file. */
export function firstLinksAreOpen(folder: string, now: number): boolean {
  const found = statSync(join(folder, fileName), { throwIfNoEntry: false })
  return found !== undefined && now < found.mtimeMs + linkMs
}

function isFirstRun(found: unknown): found is FirstRun {
  const { manager, enrol } = (found ?? {}) as { manager?: unknown; enrol?: unknown }
  const { username, password } = (manager ?? {}) as Record<string, unknown>
  const { kiosk, display } = (enrol ?? {}) as Record<string, unknown>
  const links = [kiosk, display].every((link) => typeof link === 'string' && URL.canParse(link))
  return links && typeof username === 'string' && typeof password === 'string'
}

/** Call it when somebody's password has changed: the file is removed together with the password it shows. */
export function forgetFirstRun(folder: string, staff: Pick<Staff, 'username'>): void {
  if (staff.username === firstManager) rmSync(join(folder, fileName), { force: true })
}

/** Writes a file that only its owner can read, completely or not at all. */
export function writePrivately(path: string, text: string): void {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true })
  renameSync(draft, path)
}

function invite(access: Access, kind: 'kiosk' | 'display'): string {
  const { device, token } = access.devices.invite({ kind, zone: null, label: null })
  access.log.write({
    by: 'server',
    action: 'device-made',
    about: `device:${device.id}`,
    agency: null,
    detail: { kind },
  })
  return token
}
