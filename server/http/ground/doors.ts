// Who may do what: every route, page and socket view, each on one line under those who may use it. The guards, the
// API's description and docs/access.md are made from this table, and the tests try each line as every kind of caller. A
// route without a line keeps the server from starting; so does a line without a route.
import {
  type Role,
  type Whose,
  allStaff,
  devices,
  displays,
  everybody,
  kiosks,
  kiosksAndStaff,
  managers,
  staffOfAgency,
  supervisorOfAgency,
  supervisors,
} from './audience.ts'

export const doors: readonly Door[] = [
  {
    title: 'Everybody',
    may: everybody,
    routes: [
      'GET /api/health',
      'GET /api/hall',
      'GET /api/agencies/:id/logo',
      'GET /api/search',
      'GET /api/services/:id/standard',
      'GET /api/openapi.json',
      'GET /api/audio/:id',
      'GET /api/media/:id',
      'GET /api/live',
      'POST /api/session',
      'POST /api/devices/enrol',
      'POST /api/devices/codes',
      'POST /api/devices/codes/fetch',
      'GET /api/devices/self',
    ],
    views: {
      kiosk: 'The services and how long each takes: shown on the kiosk’s screen',
      'board:all': 'The board of the whole hall: it is on the wall for all to see',
      'board:<zone>': 'The board of a zone',
    },
  },
  {
    title: 'Everybody: pages',
    may: everybody,
    routes: [],
    pages: {
      '/': 'Links to all pages',
      '/kiosk/': 'The touchscreen; without its cookie it gives out no numbers',
      '/display/': 'The board; without its cookie it makes no sound',
      '/counter/': 'The panel, which asks to sign in',
      '/reception/': 'The reception’s desk, which asks to sign in',
      '/supervise/': 'An agency as its supervisors see it, which asks to sign in',
      '/audit/': 'Who did what and when, which asks to sign in',
      '/manage/': 'What managers set up, which asks to sign in',
      '/manage/*': 'A section of it, or one thing there: the same page',
      '/preview/kiosk/': 'The kiosk as the draft would make it; without a manager’s session it shows nothing',
      '/preview/display/':
        'The board as the draft would make it; without a manager’s session it shows nothing',
      '/t/': 'A visit’s page without the token: says where to find it',
      '/layanan/': 'What is published of the services, as a list',
      '/layanan/:service': 'What is published of a service',
      '/layanan/:service/lembar': 'The same as a sheet for the counter',
      '/layanan': 'Redirects to the page',
      '/assets/*': 'Scripts, styles, fonts',
      '/kiosk': 'Redirects to the page',
      '/display': 'Redirects to the page',
      '/counter': 'Redirects to the page',
      '/reception': 'Redirects to the page',
      '/supervise': 'Redirects to the page',
      '/audit': 'Redirects to the page',
      '/manage': 'Redirects to the page',
      '/source': 'The source code, as the licence requires',
      '/LICENSE.txt': 'The licence',
      '/api/docs': 'The API, to read and try out',
      '/api/docs/': 'The same',
      '/api/docs/start.js': 'Its own files',
      '/api/docs/swagger-ui-bundle.js': 'Its own files',
      '/api/docs/swagger-ui.css': 'Its own files',
      '/api/docs/index.css': 'Its own files',
      '/api/docs/favicon-32x32.png': 'Its own files',
    },
  },
  {
    title: 'The holder of the visit’s token',
    may: everybody,
    routes: [
      'GET /api/visits/:token',
      'GET /api/visits/:token/plan',
      'GET /api/visits/:token/slip.svg',
      'GET /api/visits/:token/slip.png',
      'GET /api/visits/:token/qr.svg',
      'POST /api/visits/:token/cancel',
      'POST /api/visits/:token/late',
      'POST /api/visits/:token/kept',
    ],
    pages: { '/t/:token': 'The visit on its holder’s phone' },
    views: { 'visit:<token>': 'Where the visit stands' },
  },
  {
    title: 'Kiosks',
    may: kiosks,
    routes: ['POST /api/visits/:token/noted', 'POST /api/speech'],
  },
  {
    title: 'Kiosks and displays',
    may: devices,
    routes: ['POST /api/devices/report'],
  },
  {
    title: 'Displays',
    may: displays,
    routes: [
      'POST /api/announcements/:id/ready',
      'POST /api/announcements/:id/started',
      'POST /api/announcements/:id/heard',
      'POST /api/media/:id/failed',
    ],
  },
  {
    title: 'Kiosks and all staff',
    may: kiosksAndStaff,
    routes: ['POST /api/visits', 'POST /api/visits/:token/slip'],
  },
  {
    title: 'Anybody who is signed in',
    may: allStaff,
    asksToSignIn: true,
    newcomersToo: true,
    routes: ['GET /api/session', 'DELETE /api/session', 'POST /api/session/password'],
  },
  {
    title: 'Anybody who is signed in with a password of their own: their sessions',
    may: allStaff,
    asksToSignIn: true,
    routes: ['GET /api/session/list', 'DELETE /api/session/:id'],
  },
  {
    title: 'All staff: a visitor at the reception may need any agency',
    may: allStaff,
    routes: [
      'GET /api/reception/visits',
      'POST /api/reception/visits/:id/print',
      'POST /api/reception/visits/:id/noted',
      'POST /api/reception/visits/:id/cancel',
      'POST /api/reception/visits/:id/steps',
      'POST /api/reception/visits/:id/steps/:step/cancel',
      'POST /api/reception/visits/:id/steps/:step/release',
      'POST /api/reception/visits/:id/priority',
    ],
    views: {
      reception: 'The desk: slips that failed, visitors to go to, devices and printers',
      'reception:<visit>': 'A visit at the desk',
    },
  },
  {
    title: 'All staff: whoever is near may answer an alarm; any other call is for those who run the agency',
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
      'POST /api/counters/:id/serve',
      'POST /api/counters/:id/recall',
      'POST /api/counters/:id/start',
      'POST /api/counters/:id/finish',
      'POST /api/counters/:id/miss',
      'POST /api/counters/:id/put-back',
      'POST /api/counters/:id/hold',
      'POST /api/counters/:id/release',
      'POST /api/counters/:id/refer',
      'POST /api/counters/:id/hand-over',
      'POST /api/counters/:id/undo',
      'POST /api/counters/:id/help',
      'POST /api/counters/:id/messages/:message/read',
    ],
    views: { 'counter:<id>': 'The panel: who is here and who is waiting' },
  },
  {
    title: 'Supervisors of the agency, and managers',
    may: supervisorOfAgency,
    of: 'agency',
    routes: [],
    views: { 'agency:<id>': 'Its counters, services and people, and what needs attention now' },
  },
  {
    title: 'Supervisors of the counter’s agency, and managers',
    may: supervisorOfAgency,
    of: 'counter',
    routes: [
      'POST /api/counters/:id/messages',
      'PUT /api/counters/:id/services',
      'POST /api/counters/:id/assign',
    ],
  },
  {
    title: 'Supervisors of the step’s agency, and managers',
    may: supervisorOfAgency,
    of: 'step',
    routes: ['POST /api/reception/visits/:id/steps/:step/reopen'],
  },
  {
    title: 'Supervisors of the service’s agency, and managers',
    may: supervisorOfAgency,
    of: 'service',
    routes: ['PUT /api/services/:id/phase', 'PUT /api/services/:id/quota', 'POST /api/services/:id/right'],
  },
  {
    title: 'Supervisors, each for what concerns their own agency, and managers',
    may: supervisors,
    routes: ['GET /api/audit', 'GET /api/audit.csv'],
  },
  {
    title: 'Supervisors and managers: what is common in such halls, and the files of standards',
    may: supervisors,
    routes: ['GET /api/catalogue', 'GET /api/catalogue/holidays', 'GET /api/standard-files/:id'],
  },
  {
    title: 'Supervisors and managers; a supervisor sees and makes only proposals of their own agency',
    may: supervisors,
    routes: ['GET /api/proposals', 'POST /api/proposals', 'POST /api/proposals/:id/withdraw'],
  },
  {
    title: 'Supervisors and managers; a supervisor sees and makes only accounts of their own agency',
    may: supervisors,
    routes: [
      'GET /api/staff',
      'POST /api/staff',
      'GET /api/staff.xlsx',
      'GET /api/staff.csv',
      'POST /api/staff/import',
    ],
  },
  {
    title: 'Supervisors of the account’s agency, and managers; a supervisor manages only officers',
    may: supervisorOfAgency,
    of: 'account',
    routes: [
      'POST /api/staff/:id/reset',
      'POST /api/staff/:id/disable',
      'POST /api/staff/:id/enable',
      'POST /api/staff/:id/change',
      'POST /api/staff/:id/sign-out',
    ],
  },
  {
    title: 'Managers',
    may: managers,
    routes: [
      'GET /api/plan',
      'PUT /api/plan',
      'GET /api/plan/draft',
      'PUT /api/plan/draft',
      'GET /api/plan/draft/changes',
      'GET /api/plan/draft/preview',
      'GET /api/plan/draft/preview/slip.svg',
      'GET /api/plan/draft/preview/phone',
      'DELETE /api/plan/draft',
      'GET /api/plan/draft/concerned',
      'GET /api/plan/calendar',
      'POST /api/plan/draft/publish',
      'GET /api/plan/revisions',
      'GET /api/plan/revisions/:n',
      'GET /api/hall/begin',
      'POST /api/hall/begin',
      'GET /api/plan.xlsx',
      'GET /api/plan.csv',
      'GET /api/plan.json',
      'POST /api/plan/import',
      'POST /api/standard-files',
      'POST /api/proposals/:id/confirm',
      'POST /api/proposals/:id/refuse',
      'GET /api/training',
      'POST /api/training',
      'PUT /api/training',
      'DELETE /api/training',
      'POST /api/operation',
      'POST /api/staff/close-outlived',
      'GET /api/clock',
      'POST /api/clock/confirm',
      'POST /api/day/reopen',
      'POST /api/journal/confirm',
      'GET /api/incidents',
      'GET /api/readiness',
      'POST /api/copies',
      'GET /api/devices',
      'POST /api/devices',
      'POST /api/devices/codes/:code/confirm',
      'DELETE /api/devices/:id',
      'GET /api/printers',
      'POST /api/printers/:id/test',
      'POST /api/zones/:id/sound-check',
      'GET /api/sound-checks/:id',
      'GET /api/slip/preview.svg',
      'GET /api/voice',
      'POST /api/voice/try',
      'GET /api/media',
      'POST /api/media',
      'DELETE /api/media',
    ],
    views: { 'agency:all': 'The counters, services and people of all agencies' },
  },
]

export interface Door {
  /** The heading in docs/access.md. */
  readonly title: string
  readonly may: readonly Role[]
  /** What the address names; its agency tells `officer` from `other-officer`. Absent: no difference. */
  readonly of?: Whose
  /** A device is not a person: it too is asked to sign in (401), where elsewhere it is not allowed (403). */
  readonly asksToSignIn?: true
  /**
   * Also open to somebody who still has to change a one-time password; elsewhere that is 403 `password-must-change`.
   */
  readonly newcomersToo?: true
  /** Method and address as the route has them. With `:token`, any other token answers 404. */
  readonly routes: readonly string[]
  /** Addresses for browsers, with what is there. Those outside `/api/` are served once the pages are built. */
  readonly pages?: Readonly<Record<string, string>>
  /** Topics of the socket, with what they show. `<…>` stands for anything. */
  readonly views?: Readonly<Record<string, string>>
}

/** The lines of all its routes and pages, `GET /kiosk/`. */
export function linesOf({ routes, pages = {} }: Door): string[] {
  return [...routes, ...Object.keys(pages).map((url) => `GET ${url}`)]
}
