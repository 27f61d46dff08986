// Every route of a hall in one place: each file of routes with what it needs of the hall, by subject.
import type { Access } from '../access/access.ts'
import { forgetFirstRun } from '../access/first-run.ts'
import type { Reports } from '../access/presence.ts'
import type { Clock } from '../clock.ts'
import type { StoredComplaints } from '../complaints/complaint.ts'
import type { StoredOnlyAsked } from '../reports/only-asked.ts'
import type { Complaints } from '../complaints/complaints.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { Proposals } from '../drafts/proposals.ts'
import type { PlanRecord } from '../drafts/revisions.ts'
import type { Staff } from '../access/staff.ts'
import type { Audit } from '../audit/audit.ts'
import { damageState } from '../live/context.ts'
import { troublesOf } from '../live/attention.ts'
import { equipment } from '../live/equipment.ts'
import { heldCounters, namesAround } from './people/staff-answers.ts'
import type { Push } from '../live/push.ts'
import type { StoredMarks, StoredMonths } from '../reports/kept.ts'
import type { Reporter } from '../reports/reporter.ts'
import { keepSkm, publicIkm, type StoredSkm } from '../skm/published.ts'
import type { SkmWriter } from '../skm/writer.ts'
import { keepPublicFigures, type PublicFigures } from '../reports/shown.ts'
import type { Incidents } from '../incidents.ts'
import type { EvidenceFiles } from '../findings/evidence.ts'
import type { Findings } from '../findings/findings.ts'
import type { Documents } from '../media/documents.ts'
import type { Media } from '../media/media.ts'
import type { ReadinessGround } from '../readiness/readiness.ts'
import type { PaperBook } from '../paper/book.ts'
import type { Sheets } from '../sheets/sheets.ts'
import type { Painter } from '../slip/painter/painter.ts'
import type { Printing } from '../slip/printing.ts'
import type { Simulations } from '../simulator/simulations.ts'
import type { Training } from '../training/training.ts'
import type { StoredSurveys } from '../survey/stored.ts'
import type { Survey } from '../survey/survey.ts'
import type { ZoneSound } from '../voice/zones/open.ts'
import type { Voice } from '../voice/voice.ts'
import { addAnnouncements } from './devices/announcements.ts'
import type { HallDoor } from './ground/ask.ts'
import { addAudit } from './people/audit.ts'
import { addBegin, type BeginParts } from './commands/begin.ts'
import { addStaffComplaints } from './complaints/staff.ts'
import { addOwnComplaints } from './complaints/visitors.ts'
import { addCounterHelp } from './commands/counter-help.ts'
import { addCalls } from './commands/counter-calls.ts'
import { addCounters } from './commands/counters.ts'
import { addDeviceCodes } from './devices/codes.ts'
import { addDeviceReports } from './devices/reports.ts'
import { addDevices, ownUrl } from './devices/devices.ts'
import type { Guards } from './ground/guards.ts'
import { addEvidence } from './findings/evidence.ts'
import { addFacilities } from './findings/facilities.ts'
import { addFindings } from './findings/findings.ts'
import { addFindingVisits } from './findings/visits.ts'
import { addClock, addHall, addJournal } from './commands/hall.ts'
import { addHealth, addIncidents } from './pages/health.ts'
import { addLive, openSockets, type SocketLimits } from './devices/live.ts'
import { refuseLate } from './ground/meant.ts'
import type { HeardTime } from './ground/other-clocks.ts'
import { addMedia } from './pages/media.ts'
import { addOwnSessions, addSession } from './people/session.ts'
import { addOwnVisit } from './phone/own-visit.ts'
import { addPages } from './pages/pages.ts'
import { addDocuments } from './pages/documents.ts'
import { addCatalogue, addTimes } from './pages/times.ts'
import { addStandard } from './pages/layanan.ts'
import { addDraft } from './commands/draft.ts'
import { addPublication } from './commands/publish.ts'
import { addPlan } from './commands/plan.ts'
import { addPreview } from './pages/preview.ts'
import { addSheets } from './commands/sheets.ts'
import { addProposals } from './commands/proposals.ts'
import { addRevisions } from './commands/revisions.ts'
import { addPrinters } from './devices/printers.ts'
import { addComplaintReports } from './reports/complaints.ts'
import { addEvaluation, type EvaluationDoor } from './reports/evaluation.ts'
import { addKeptReports } from './reports/kept.ts'
import { addIkm } from './reports/ikm.ts'
import { addOnlyAsked } from './reports/only-asked.ts'
import { addOtherReports } from './reports/others.ts'
import { addReports } from './reports/reports.ts'
import { addSkm } from './reports/skm.ts'
import { addWork } from './reports/work.ts'
import { addReadiness } from './pages/readiness.ts'
import { addReception } from './commands/reception.ts'
import type { App } from './ground/request.ts'
import { addSearch } from './pages/search.ts'
import type { ServerParts } from './ground/server.ts'
import { addServices, addSteering } from './commands/services.ts'
import { addSlipPreview, addSlips } from './devices/slips.ts'
import { addSoundChecks } from './devices/sound-checks.ts'
import { addSpeech } from './devices/speech.ts'
import { addStaffSheets } from './people/staff-sheets.ts'
import { addStaff, type StaffParts } from './people/staff.ts'
import { addSimulations } from './commands/simulations.ts'
import { addTraining } from './commands/training.ts'
import { addPaper } from './commands/paper.ts'
import { addVisits } from './commands/visits.ts'
import { addAnswers } from './survey/answer.ts'
import { addSurveySteering } from './survey/steer.ts'
import { addVoice } from './devices/voice.ts'

export interface RoutesParts {
  readonly door: HallDoor
  readonly guards: Guards
  /** A manager goes on with the journal as it is. */
  readonly confirmDamage: () => void
  readonly access: Access
  readonly drafts: Drafts
  readonly beginning: Omit<BeginParts, 'door' | 'access'>
  readonly training: Training
  readonly simulations: Simulations
  /** The evaluation packs, and what is answered for them. */
  readonly evaluation: Omit<EvaluationDoor, 'hall' | 'access' | 'findings' | 'firstDay'>
  /** What agencies propose about themselves. */
  readonly proposals: Proposals
  /** What visitors complain about. */
  readonly complaints: Complaints
  readonly storedComplaints: StoredComplaints
  /** The revisions of the plan. */
  readonly record: PlanRecord
  readonly audit: Audit
  /** What was printed and entered for emergency numbers. */
  readonly paper: PaperBook
  /** Names of agencies that are no longer in the plan. */
  readonly formerNames: StaffParts['formerNames']
  readonly reports: Reports
  readonly push: Push
  readonly zoneSound: ZoneSound
  readonly printing: Printing
  readonly media: Media
  /** Findings, and the files that show them. */
  readonly findings: Findings
  readonly evidence: EvidenceFiles
  /** The files of service standards. */
  readonly documents: Documents
  readonly painter: Painter
  readonly sheets: Sheets
  /** What computes the reports, and the first day that has any. */
  readonly reporter: Reporter
  readonly firstDay: () => string
  /** What the reports keep. */
  readonly marks: StoredMarks
  readonly onlyAsked: StoredOnlyAsked
  readonly months: StoredMonths
  /** The survey: what people think, and what is kept of it. */
  readonly survey: Survey
  readonly surveys: StoredSurveys
  /** The published reports of the survey. */
  readonly skm: StoredSkm
  readonly skmWriter: SkmWriter
  readonly voice: Pick<Voice, 'say' | 'tried' | 'read' | 'status'>
  readonly server: Pick<ServerParts, 'version' | 'publicUrl' | 'tls'>
  /** How many sockets may be open; the usual by default. */
  readonly socketLimits?: SocketLimits | undefined
  /** The system's time, milliseconds since 1970. */
  readonly systemTime: () => number
  readonly clock: Pick<Clock, 'time'>
  /** Told what time callers report. */
  readonly heardTime: HeardTime
  readonly dataDir: string
  readonly incidents: Pick<Incidents, 'list'>
  /** What readiness looks at besides the hall, read when asked. */
  readonly readiness: () => ReadinessGround
  /** Copies the data while the hall goes on. */
  readonly copy: () => Promise<string>
  /** The built pages; null: none are served. */
  readonly pages: string | null
}

/** Adds every route, and checks that each has a line in the table of doors and each line a route. */
export async function addRoutes(app: App, parts: RoutesParts): Promise<void> {
  const { door, guards, access, push, pages, server } = parts
  const { hall } = door.context
  await openSockets(app)
  refuseLate(app, door.context.now)
  addHealth(app, () => ({
    seq: hall.seq,
    day: hall.day,
    version: server.version,
    forecast: door.context.tells.asOf(door.context.now()),
    storage: door.context.storageGone() ? 'gone' : 'well',
    damage: door.context.damages().map(damageState),
    rehearsal: door.context.clockOffset !== 0 || door.context.trainsUntil() !== null,
  }))
  addJournal(app, { ...door, confirmed: parts.confirmDamage })
  addIncidents(app, parts.incidents)
  addReadiness(app, { ground: parts.readiness, copy: parts.copy, access })
  addQueue(app, parts)
  addAnswers(app, { survey: parts.survey, context: door.context })
  addSurveySteering(app, { survey: parts.survey, stored: parts.surveys, hall, access })
  const skm = keepSkm(parts.skm)
  const figures = keepPublicFigures({
    reporter: parts.reporter,
    hall,
    ikm: () => publicIkm(skm.shown()[0]),
    now: door.context.now,
  })
  addAllReports(app, parts, figures)
  addFindings(app, parts)
  addFindingVisits(app, parts)
  addFacilities(app, parts)
  await addEvidence(app, parts)
  addSkm(app, {
    reporter: parts.reporter,
    hall,
    now: door.context.now,
    firstDay: parts.firstDay,
    skm,
    survey: parts.survey,
    stored: parts.surveys,
    findings: parts.findings,
    writer: parts.skmWriter,
    access,
    publicUrl: server.publicUrl,
  })
  await addSheets(app, { hall, drafts: parts.drafts, sheets: parts.sheets })
  await addEquipment(app, parts)
  addPeople(app, parts)
  addComplaints(app, parts)
  await addStaffSheets(app, { ...door, access, sheets: parts.sheets })
  addLive(app, { guards, push, who: access.who, limits: parts.socketLimits, heardTime: parts.heardTime })
  if (pages !== null)
    await addPages(app, { folder: pages, publicUrl: server.publicUrl, visits: door.context, figures, skm })
  guards.allStand({ pages: pages !== null })
}

function addAllReports(app: App, parts: RoutesParts, figures: PublicFigures): void {
  const { door, access, reporter, firstDay, marks, months } = parts
  const { hall, now } = door.context
  const reports = { reporter, hall, now, firstDay }
  addReports(app, reports)
  addIkm(app, { ...reports, survey: parts.survey, stored: parts.surveys, writer: parts.skmWriter })
  addOtherReports(app, { ...reports, access, figures })
  addWork(app, { ...reports, access })
  addOnlyAsked(app, { ...reports, onlyAsked: parts.onlyAsked })
  addKeptReports(app, { ...reports, marks, months, access })
  addEvaluation(app, { hall, access, findings: parts.findings, firstDay, ...parts.evaluation })
  addComplaintReports(app, { ...reports, stored: parts.storedComplaints })
}

function addComplaints(app: App, { door, access, complaints, server }: RoutesParts): void {
  const { hall, now } = door.context
  const ground = { hall, complaints, access, now, publicUrl: server.publicUrl }
  addOwnComplaints(app, ground)
  addStaffComplaints(app, ground)
}

/** The hall, its visits with their slips, and those who serve them. */
function addQueue(app: App, parts: RoutesParts): void {
  const { door, access, drafts, proposals, beginning, record, painter, clock } = parts
  const { context } = door
  addHall(app, door)
  addPlan(app, door, access)
  addDraft(app, { door, access, drafts })
  addPublication(app, { door, access, drafts })
  addPreview(app, { context, drafts, painter, pages: parts.pages })
  addBegin(app, { door, access, ...beginning })
  addTraining(app, parts.training)
  addSimulations(app, door, access, parts.simulations)
  addProposals(app, { door, access, proposals })
  addRevisions(app, record, access)
  addClock(app, door, clock)
  addSearch(app, door)
  addStandard(app, context)
  addCatalogue(app)
  addTimes(app, door, drafts)
  addVisits(app, door)
  addOwnVisit(app, door)
  addSlips(app, { context, painter })
  addSlipPreview(app, { context, painter })
  addReception(app, door)
  addPaper(app, door, parts.paper)
  addCounters(app, door)
  addCalls(app, door)
  addCounterHelp(app, door)
  addServices(app, door)
  addSteering(app, door)
}

/** Printers, sound, media, and the devices themselves. */
async function addEquipment(app: App, parts: RoutesParts): Promise<void> {
  const { door, access, reports, push, zoneSound, printing, media, voice, systemTime, heardTime } = parts
  const { context } = door
  const { publicUrl } = parts.server
  const places = () => context.hall.layout
  addPrinters(app, {
    ...printing,
    tested: (by, id) =>
      access.log.write({ by, action: 'printer-tested', about: `printer:${id}`, agency: null }),
  })
  addAnnouncements(app, { ...door, audio: voice.read, sound: zoneSound })
  addSoundChecks(app, door)
  addVoice(app, { context, voice })
  addSpeech(app, { context, say: voice.say, now: systemTime })
  await addMedia(app, {
    media,
    label: (id) => access.devices.list().find((device) => device.id === id)?.label ?? null,
    changed: (by, action, name) => access.log.write({ by, action, about: `media:${name}`, agency: null }),
  })
  await addDocuments(app, parts.documents)
  addDevices(app, {
    access,
    places,
    baseUrl: (request) => publicUrl ?? ownUrl(request),
    reportOf: reports.of,
    soundOf: zoneSound.loudspeakers.stateOf,
    equipment: () => equipment(context),
    troubles: () => new Map(context.devices().map((one) => [one.id, troublesOf(context, one).list])),
    onRevoked: (id) => {
      reports.forget(id)
      zoneSound.loudspeakers.forget(id)
      push.look('reception')
    },
  })
  addDeviceCodes(app, { access, places })
  const isSuspect = () => ['behind', 'ahead'].includes(context.clockState())
  addDeviceReports(app, { reports, loudspeakers: zoneSound.loudspeakers, systemTime, isSuspect, heardTime })
}

/** Who is signed in, the accounts, and the record of what they did. */
function addPeople(app: App, { door, access, audit, dataDir, formerNames }: RoutesParts): void {
  const onSignOut = async ({ id }: Staff) => {
    await door.dispatch({ command: { type: 'leave-counters', staff: id }, by: `staff:${id}` })
  }
  addSession(app, {
    access,
    onSignOut,
    onPasswordChanged: (staff) => forgetFirstRun(dataDir, staff),
    namesAround: ({ agency }) => namesAround(door.context.hall, agency),
    now: door.context.now,
    countersOf: ({ id }) => heldCounters(door.context.hall).get(id) ?? [],
  })
  addOwnSessions(app, { access, onSignOut })
  addStaff(app, {
    access,
    ...door,
    onPasswordReset: (account) => forgetFirstRun(dataDir, account),
    formerNames,
  })
  addAudit(app, { access, audit })
}
