// Who may: every route, every page and every view that a socket shows, each on one line under those who may. The guards
// are made of it, the API's description and docs/access.md are written from it, and the tests try each line with everybody.
// A route that stands on no line here stops the start; so does a line without a route.
import {
  allStaff,
  displays,
  everybody,
  kiosks,
  kiosksAndStaff,
  managers,
  type Role,
  staffOfAgency,
  supervisorOfAgency,
} from './audience.ts'
import type { Whose } from './whose.ts'

/** Those who may, and what they may. */
export interface Door {
  /** The heading in docs/access.md. */
  readonly title: string
  readonly may: readonly Role[]
  /** What the address names, by whose agency `officer` and `other-officer` are told apart; absent: no difference. */
  readonly of?: Whose
  /** A device is no person: it too is asked to sign in (401), where it is elsewhere not allowed (403). */
  readonly asksToSignIn?: true
  /** Method and address as the route has them. With `:token`, any other token answers 404. */
  readonly routes: readonly string[]
  /** Topics of the socket, with what they show. `<…>` stands for anything. */
  readonly views?: Readonly<Record<string, string>>
}

export const doors: readonly Door[] = [
  {
    title: 'Everybody',
    may: everybody,
    routes: [
      'GET /api/health',
      'GET /api/hall',
      'GET /api/search',
      'GET /api/openapi.json',
      'GET /api/audio/:id',
      'GET /api/live',
      'POST /api/session',
      'POST /api/devices/enrol',
      'GET /api/devices/self',
    ],
    views: {
      kiosk: 'The services and how long each takes: it stands on the kiosk’s screen',
      'board:all': 'The board of the whole hall: it hangs on the wall',
      'board:<zone>': 'The board of a zone',
    },
  },
  {
    title: 'Everybody: pages',
    may: everybody,
    routes: [
      'GET /',
      'GET /kiosk',
      'GET /kiosk/',
      'GET /display',
      'GET /display/',
      'GET /counter',
      'GET /counter/',
      'GET /reception',
      'GET /reception/',
      'GET /manage',
      'GET /manage/',
      'GET /t/',
      'GET /source',
      'GET /LICENSE.txt',
      'GET /assets/*',
      'GET /api/docs',
      'GET /api/docs/',
      'GET /api/docs/start.js',
      'GET /api/docs/swagger-ui-bundle.js',
      'GET /api/docs/swagger-ui.css',
      'GET /api/docs/index.css',
      'GET /api/docs/favicon-32x32.png',
    ],
  },
  {
    title: 'The holder of the visit’s token',
    may: everybody,
    routes: [
      'GET /t/:token',
      'GET /api/visits/:token',
      'GET /api/visits/:token/plan',
      'GET /api/visits/:token/slip.svg',
      'GET /api/visits/:token/slip.png',
      'GET /api/visits/:token/qr.svg',
      'POST /api/visits/:token/cancel',
      'POST /api/visits/:token/late',
      'POST /api/visits/:token/kept',
    ],
    views: { 'visit:<token>': 'Where the visit stands' },
  },
  {
    title: 'Kiosks',
    may: kiosks,
    routes: ['POST /api/visits/:token/noted', 'POST /api/speech', 'POST /api/devices/report'],
  },
  {
    title: 'Displays',
    may: displays,
    routes: ['POST /api/announcements/:id/heard'],
  },
  {
    title: 'Kiosks and all staff',
    may: kiosksAndStaff,
    routes: ['POST /api/visits', 'POST /api/visits/:token/slip'],
  },
  {
    title: 'Who is signed in',
    may: allStaff,
    asksToSignIn: true,
    routes: ['GET /api/session', 'DELETE /api/session', 'POST /api/session/password'],
  },
  {
    title: 'All staff: who stands at the reception is not always of the visitor’s agency',
    may: allStaff,
    routes: [
      'GET /api/reception/visits',
      'POST /api/reception/visits/:id/print',
      'POST /api/reception/visits/:id/noted',
      'POST /api/reception/visits/:id/cancel',
    ],
    views: {
      reception: 'The desk: slips that failed, visitors to go to, devices and printers',
      'reception:<visit>': 'A visit at the desk',
    },
  },
  {
    title: 'All staff: an alarm is answered by whoever is near; any other call only by who steers the agency',
    may: allStaff,
    routes: ['POST /api/counters/:id/help/answer'],
  },
  {
    title: 'Staff of the counter’s agency, and managers',
    may: staffOfAgency,
    of: 'counter',
    routes: [
      'POST /api/counters/:id/open',
      'POST /api/counters/:id/pause',
      'POST /api/counters/:id/close',
      'POST /api/counters/:id/call-next',
      'POST /api/counters/:id/call',
      'POST /api/counters/:id/recall',
      'POST /api/counters/:id/start',
      'POST /api/counters/:id/finish',
      'POST /api/counters/:id/miss',
      'POST /api/counters/:id/put-back',
      'POST /api/counters/:id/hold',
      'POST /api/counters/:id/release',
      'POST /api/counters/:id/refer',
      'POST /api/counters/:id/undo',
      'POST /api/counters/:id/help',
      'POST /api/counters/:id/messages/:message/read',
    ],
    views: { 'counter:<id>': 'The panel: who is here, who waits' },
  },
  {
    title: 'Supervisors of the agency, and managers',
    may: supervisorOfAgency,
    of: 'agency',
    routes: [],
    views: { 'agency:<id>': 'Its counters, services and people, and what can’t wait' },
  },
  {
    title: 'Supervisors of the counter’s agency, and managers',
    may: supervisorOfAgency,
    of: 'counter',
    routes: ['POST /api/counters/:id/messages'],
  },
  {
    title: 'Managers',
    may: managers,
    routes: [
      'GET /api/plan',
      'PUT /api/plan',
      'POST /api/operation',
      'POST /api/clock/confirm',
      'GET /api/devices',
      'POST /api/devices',
      'DELETE /api/devices/:id',
      'GET /api/printers',
      'POST /api/printers/:id/test',
      'GET /api/slip/preview.svg',
    ],
    views: { 'agency:all': 'The same of all agencies' },
  },
]
