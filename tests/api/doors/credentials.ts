// One browser for each role at a door, and those whose access has ended.
import type { Role } from '../../../server/http/ground/audience.ts'
import type { HallApp, Somebody } from '../hall-app.ts'

/** Which of the hall's people stands for a role, if `dukcapil` is the agency. */
const stands: Record<Role, Somebody> = {
  nobody: 'nobody',
  kiosk: 'kiosk',
  display: 'display',
  survey: 'survey',
  officer: 'ayu',
  'other-officer': 'dewi',
  supervisor: 'spv',
  'other-supervisor': 'spv-polres',
  manager: 'manager',
}

/** The hall with a kiosk, a display and a survey tablet besides its people. */
export async function withDevices(hall: HallApp): Promise<HallApp> {
  await hall.enrol('kiosk')
  await hall.enrol('display')
  await hall.enrol('survey')
  return hall
}

/** The cookies of a role; a person whose session was ended by a request before gets another one. */
export function cookieOf({ access, cookies }: HallApp, role: Role): string | undefined {
  const somebody = stands[role]
  const cookie = cookies.get(somebody)
  const person = access.staff.byUsername(somebody)
  return person && access.who(cookie).staff === null
    ? `antre_staff=${access.sessions.begin(person.id)}`
    : cookie
}

/**
 * Cookies that opened doors a moment ago, by what became of them. Time passes for this: use the hall for nothing
 * else.
 */
export async function ended(hall: HallApp): Promise<Record<string, string>> {
  const { access, app, clock } = hall
  const session = (username: string) =>
    `antre_staff=${access.sessions.begin(access.staff.byUsername(username)?.id ?? '')}`
  const kiosk = await hall.enrol('kiosk')
  const display = await hall.enrol('display')
  const all = {
    'a revoked kiosk': hall.cookies.get('kiosk') ?? '',
    'a revoked display': hall.cookies.get('display') ?? '',
    'a session that was ended': session('ayu'),
    'a disabled account': session('spv'),
    'an expired session': session('manager'),
  }
  // Each was let in first, so that the cache must forget it too.
  for (const cookie of Object.values(all)) {
    const [asked, key] = cookie.startsWith('antre_staff')
      ? ['session', 'staff']
      : ['devices/self?kind=kiosk', 'device']
    const answer = await app.inject({ url: `/api/${asked}`, headers: { cookie } })
    if (!(key in answer.json<object>())) throw new Error(`never opened anything: ${cookie}`)
  }
  access.devices.revoke(kiosk)
  access.devices.revoke(display)
  access.sessions.end(all['a session that was ended'].slice('antre_staff='.length))
  access.setDisabled(access.staff.byUsername('spv')?.id ?? '', true, 'command-line')
  clock.now += 24 * 60 * 60 * 1000
  return {
    ...all,
    'cookies that nobody gave out': `antre_staff=${'x'.repeat(43)}; antre_device=${'y'.repeat(43)}`,
    'cookies that are none': 'antre_staff=; antre_device=../../etc/passwd; antre_staff',
  }
}
