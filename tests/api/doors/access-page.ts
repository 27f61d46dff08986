// docs/access.md, written from the table of doors: a table per group of those who may, a row for each route, page and
// topic, and in each cell whether it opens or how it refuses.
import { type Role, roles } from '../../../server/http/ground/audience.ts'
import { type Door, doors } from '../../../server/http/ground/doors.ts'
import { type Description, operationOf } from './requests.ts'

const columns: Record<Role, string> = {
  nobody: 'nobody',
  kiosk: 'kiosk',
  display: 'display',
  survey: 'survey tablet',
  officer: 'officer',
  'other-officer': 'officer elsewhere',
  supervisor: 'supervisor',
  'other-supervisor': 'supervisor elsewhere',
  manager: 'manager',
}

const head = `# Who may

Every route, page and live view, and who may use it. This page is written from [\`server/http/ground/doors.ts\`](../server/http/ground/doors.ts),
of which the guards are made too; \`tests/rules/who-gets-in.test.ts\` tries every line with everybody, and with what opens
nothing any more: a revoked device, a session that ended, a disabled account.

\`✓\` opens. \`401\` asks to sign in, \`403\` says that it is not yours; both come before anything is looked at, and nothing
changes. An officer or a supervisor *elsewhere* is of another agency than the one that the route is about. A
**token** is the one on the visit’s slip; with any other the answer is 404. A live view (\`live …\`) that is not
yours is closed with 4003.
`

/** The status with which a door turns a role away, null if it does not. */
export function turnedAway({ may, asksToSignIn }: Door, role: Role): 401 | 403 | null {
  if (may.includes(role)) return null
  const isDevice = role === 'kiosk' || role === 'display' || role === 'survey'
  return role === 'nobody' || (isDevice && asksToSignIn) ? 401 : 403
}

export function accessPage(description: Description): string {
  return [head, ...doors.map((door) => section(door, description))].join('\n')
}

function section(door: Door, description: Description): string {
  const { title, routes, pages = {}, views = {} } = door
  const lines = [
    ...routes.map((line) => [line, operationOf(description, line)?.summary ?? '']),
    ...Object.entries(pages).map(([url, what]) => [`GET ${url}`, what]),
  ].map(([line = '', what = '']) => row(`\`${line}\``, what, cells(door, line, turnedAway)))
  const looks = Object.entries(views).map(([topic, what]) =>
    row(
      `live \`${topic}\``,
      what,
      cells(door, topic, (...asked) => turnedAway(...asked) && 4003),
    ),
  )
  const names = roles.map((role) => columns[role])
  const ruler = row(
    '---',
    '---',
    roles.map(() => ':-:'),
  )
  return [`## ${title}`, '', row('route', 'what for', names), ruler, ...lines, ...looks, ''].join('\n')
}

function cells(door: Door, line: string, refused: (door: Door, role: Role) => number | null): string[] {
  const opens = /[:<]token/.test(line) ? 'token' : '✓'
  return roles.map((role) => String(refused(door, role) ?? opens))
}

function row(line: string, what: string, rest: readonly string[]): string {
  return `| ${[line, what, ...rest].join(' | ')} |`
}
