// Wires everything together by hand: what depends on what can be read here from top to bottom. It does not listen and
// knows no environment, so that tests build the same app.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openAccess } from './access/access.ts'
import { closeWithPlan, endOutlivedSessions } from './access/outlived.ts'
import { deviceCookie, deviceKeys, readCookie } from './access/who.ts'
import { openPresence } from './access/presence.ts'
import { openUsual } from './reports/usual.ts'
import { openReports } from './access/reports.ts'
import { openWatch } from './reports/watch/watch.ts'
import { type BeginGround, isBegun, openBegin } from './begin/begin.ts'
import { createTurn } from './begin/turn.ts'
import { type Forecaster, noForecaster } from './forecast/hall/forecaster.ts'
import { openForecasts } from './forecast/hall/keep.ts'
import { createClock, watchClock } from './clock.ts'
import { openComplaints } from './complaints/complaints.ts'
import { createDispatch } from './dispatch.ts'
import { openDrafts } from './drafts/drafts.ts'
import { openProposals } from './drafts/proposals.ts'
import { newId } from './ids.ts'
import type { Command } from './hall/command.ts'
import type { Plan } from './hall/plan.ts'
import { openAudit } from './audit/audit.ts'
import { doors } from './http/ground/doors.ts'
import { refuseWhileTurning } from './http/commands/begin.ts'
import { createGuards } from './http/ground/guards.ts'
import { refuseWhileGone } from './http/commands/journal.ts'
import { addRoutes } from './http/routes.ts'
import { createServer, type ServerParts } from './http/ground/server.ts'
import { hearClocks } from './http/ground/other-clocks.ts'
import type { SocketLimits } from './http/devices/socket-limit.ts'
import { agenciesIn } from './http/ground/audience.ts'
import { copiedAt, diskLeft } from './store/folder.ts'
import { formerNames } from './store/journal/former-agencies.ts'
import type { Incidents } from './incidents.ts'
import type { Sealing } from './store/journal/sealing.ts'
import type { Store } from './store/store.ts'
import type { Context } from './live/context.ts'
import { createPush } from './live/push.ts'
import { openEvidence } from './findings/evidence.ts'
import { openFindings } from './findings/findings.ts'
import { openDocuments } from './media/documents.ts'
import { openMedia } from './media/media.ts'
import { hallOf, keepSealed } from './settle.ts'
import { openPaperBook } from './paper/book.ts'
import { openPrinting } from './slip/open.ts'
import { keepMonths } from './reports/kept.ts'
import type { Reporter } from './reports/reporter.ts'
import type { Sheets } from './sheets/sheets.ts'
import type { SkmWriter } from './skm/writer.ts'
import type { Painter } from './slip/painter/painter.ts'
import type { Pace } from './slip/printers/pace.ts'
import { type FactsKeeper, noFacts } from './reports/facts/keep.ts'
import { stopWith } from './stop.ts'
import type { DayKeys } from './survey/keys.ts'
import type { Seals } from './survey/seal.ts'
import type { Box } from './survey/stored.ts'
import { openSurvey } from './survey/survey.ts'
import { dayIn } from './time-zone.ts'
import { openSimulations } from './simulator/simulations.ts'
import { collect } from './evaluation/collect.ts'
import { complaintFigures, findingsSaid, ikmFigures } from './evaluation/others.ts'
import { readOnlyAsked } from './reports/only-asked.ts'
import { openPacks } from './evaluation/packs.ts'
import { openTraining, type TrainingFiles } from './training/training.ts'
import { openZoneSound } from './voice/zones/open.ts'
import type { Voice } from './voice/voice.ts'

export interface AppParts {
  readonly store: Store
  /** Null: nobody seals the journal (tests). */
  readonly sealing?: Sealing | null
  readonly voice: Pick<
    Voice,
    'prepare' | 'ahead' | 'say' | 'tried' | 'read' | 'warm' | 'follow' | 'status' | 'close'
  >
  readonly painter: Painter
  /** How another hall takes this one's place. */
  readonly next: Pick<BeginGround, 'open'> & {
    /** The server starts again, with what is in place then. */
    readonly again: () => void
  }
  readonly training: TrainingFiles
  /** The survey's own files: in no copy. */
  readonly survey: { readonly box: Box; readonly keys: DayKeys; readonly seals: Seals }
  /** Copies the hall's data while it goes on; gives the copy's name in the data folder. Rejects with a StorageError. */
  readonly copy: () => Promise<string>
  readonly sheets: Sheets
  /** Writes the survey's report and tables as files. */
  readonly skmWriter: SkmWriter
  /** What computes the reports. */
  readonly reporter: Reporter
  /** Makes the facts of days that are over; by default nobody does. */
  readonly facts?: FactsKeeper
  /** What computes how long people wait; by default nobody does, and nothing is told. */
  readonly forecaster?: Forecaster
  /** The built process that simulates. */
  readonly simulator: Pick<Parameters<typeof openSimulations>[0], 'workerUrl' | 'spawn'>
  /** The built process that makes evaluation packs. */
  readonly evaluation: Pick<Parameters<typeof openPacks>[0], 'workerUrl' | 'spawn' | 'diskLeft'>
  /** How many sockets may be open; the usual by default. */
  readonly socketLimits?: SocketLimits | undefined
  /** How long to wait for printers; the usual by default. */
  readonly printerPace?: Pace | undefined
  /** The plan for a hall that has no day yet; loaded only then. */
  readonly firstPlan: () => Promise<Plan>
  /** The system's time, milliseconds since 1970. */
  readonly systemTime: () => number
  /** Milliseconds that only go on: `steady` stands still while the computer sleeps, `uptime` does not. */
  readonly steadyTime: () => number
  readonly uptime: () => number
  /** A time that the hall surely reached, besides its last event; milliseconds since 1970. */
  readonly lastKnownTime?: () => number
  /** Seconds added to it, for rehearsals. */
  readonly clockOffset: number
  readonly dataDir: string
  /** The built pages; null in tests that need none. */
  readonly pages: string | null
  /** What should not have happened; nothing is recorded by default. */
  readonly incidents?: Pick<Incidents, 'list' | 'add'>
  readonly server: Omit<ServerParts, 'access' | 'guards' | 'heardTime'>
}

/** Events after which it is another day, or sure that it is. */
const DAYS: ReadonlySet<string> = new Set(['day-opened', 'clock-confirmed'])

/** Events that may leave the hall without one of its agencies. */
const PLANS: ReadonlySet<string> = new Set(['plan-revised', 'day-opened', 'day-reopened'])

const noIncidents: Pick<Incidents, 'list' | 'add'> = { list: () => [], add: () => {} }

/** Builds the hall from its journal and the server around it. */
export async function buildApp(parts: AppParts) {
  const { store, clockOffset, dataDir, incidents = noIncidents, sealing = null, facts = noFacts } = parts
  const plan = store.lastPlan() ?? (await parts.firstPlan())
  const unfolded: unknown[] = []
  const hall = hallOf(store, plan, (error) => unfolded.push(error))
  const clock = createClock({
    system: () => parts.systemTime() + clockOffset * 1000,
    steady: parts.steadyTime,
    uptime: parts.uptime,
    declared: clockOffset !== 0,
    lastKnown: parts.lastKnownTime ?? (() => sealing?.sealedAt ?? 0),
  })
  const now = () => clock.time(hall).now
  const access = openAccess({
    stored: store.access,
    // While the system's clock is in doubt it ends nobody's session.
    now,
    random: randomBytes,
    // Somebody who signs in after a start, before anybody confirmed the date, does so for the day that the computer
    // shows.
    beginsAt: () => {
      const { held, system, now: own } = clock.time(hall)
      return held ? system : own
    },
    // Sessions of a day that may be reopened would be valid again then.
    overAt: () => Math.min(now(), hall.closedDay?.day.startsAt ?? Infinity),
    // The hall turns to a new day with the first command in it, and somebody may sign in before.
    dayEndsAt: (at) => (at < hall.endsAt ? hall.endsAt : dayIn(hall.layout.base.timeZone, at).endsAt),
    isGone: (agency) => !hall.layout.agencies.has(agency),
    changed: () => {
      presence.forget()
      for (const kind of ['agency', 'counter', 'monitor']) push.look(kind)
      // When a session or device ends, by whatever route, its sockets no longer show anything.
      if (!rechecking) setImmediate(recheck)
      rechecking = true
    },
  })
  // Two hundred accounts that close together cause one check of the sockets.
  let rechecking = false
  const recheck = () => {
    rechecking = false
    push.recheck()
  }
  const presence = openPresence(access.staff, access.sessions, now)

  const guards = createGuards(
    doors,
    agenciesIn(hall, (id) => access.staff.byId(id)?.agency),
    access.endingOf,
  )
  let listening: (who: string, theirs: number) => void = () => {}
  const heardTime = hearClocks(
    () => !clock.isSure(),
    (who, theirs) => listening(who, theirs),
  )
  const app = await createServer({ ...parts.server, access, guards, heardTime })

  for (const err of unfolded) app.log.error({ err }, 'the day before is damaged and left out')

  const reports = openReports({
    now,
    heard: () => {
      zoneSound.told()
      for (const kind of ['reception', 'monitor']) push.look(kind)
    },
  })
  const { forecaster = noForecaster } = parts
  const forecasts = openForecasts({
    hall,
    forecaster,
    now,
    changed: (tokens) => {
      for (const kind of ['kiosk', 'agency', 'reception', 'monitor']) push.look(kind)
      push.look('visit', tokens)
    },
  })
  const context: Context = {
    hall,
    clockOffset,
    publicUrl: parts.server.publicUrl,
    now,
    minute: () => clock.time(hall).minute,
    trainsUntil: () => training.state()?.until ?? null,
    clockState: () => clock.time(hall).state,
    damages: () => sealing?.damages() ?? [],
    storageGone: () => sealing?.isLost() ?? false,
    staff: (id) => {
      const found = access.staff.byId(id)
      return found && { username: found.username, name: found.name }
    },
    people: presence.people,
    tells: forecasts,
    usual: () => usual(),
    devices: () => {
      const looking = new Set(push.displays().map(({ id }) => id))
      return access.devices.list().map((device) => ({
        ...device,
        report: reports.of(device.id),
        looks: looking.has(device.id),
        mute: zoneSound.isMute(device.id),
      }))
    },
    listeningSince: reports.since,
    version: parts.server.version,
    surveys: (visit) => survey.rightsFor(visit),
    voiceIn: (zone) => zoneSound.voiceIn(zone),
    silentZones: () => zoneSound.silentZones(),
    printers: () => printing.printers(),
    media: () => media.files(),
    note: (id) => store.note(id),
  }
  /** Does what follows from a commit: the hall is right, even if this fails. */
  function unharmed(what: () => void): void {
    try {
      what()
    } catch (err) {
      app.log.error({ err }, 'unexpected: not all screens, sounds and printers know of a commit')
      incidents.add('survived', err)
    }
  }
  const usual = openUsual({
    hall,
    stepsOf: store.timesOf,
    now,
    changed: () => push.look('monitor'),
    failed: (err) => app.log.error({ err }, 'what is usual could not be read'),
  })
  const survey = openSurvey({
    ...parts.survey,
    stored: store.surveys,
    hall,
    now,
    changed: (token) => push.look('visit', new Set([token])),
    incident: (err) => {
      app.log.error({ err }, 'the survey')
      incidents.add('survived', err)
    },
  })
  app.addHook('onRequest', ({ who, raw }, _reply, done) => {
    if ((who.kiosk ?? who.display ?? who.survey) !== null)
      survey.hear(deviceKeys(readCookie(raw.headers.cookie ?? '', deviceCookie)))
    done()
  })
  const push = createPush(context, { error: (err, message) => app.log.error({ err }, message) })
  const dispatch = createDispatch({
    hall,
    store,
    clock,
    // Each separately: if one of them fails, the others must still hear of it.
    committed: (records) => {
      for (const client of [survey, push, zoneSound, printing, watched, facts, months, forecasts])
        unharmed(() => client.committed(records))
      unharmed(watch.rearm)
      if (records.some(({ event }) => PLANS.has(event.type))) unharmed(() => endOutlivedSessions(access))
      if (records.some(({ event }) => DAYS.has(event.type))) unharmed(complaints.look)
      if (drafts.isLate() || records.some(({ event }) => event.type === 'day-opened')) publishDue()
    },
    failed: (err) => app.log.error({ err }, 'the journal could not be written'),
  })
  const drafts = openDrafts({
    stored: store.draft,
    hall,
    record: store.record,
    now,
    dispatch,
    ordered: (by, before, seq) => {
      const there = new Set(hall.layout.base.agencies.map(({ id }) => id))
      const gone = before.agencies.flatMap(({ id }) => (there.has(id) ? [] : [id]))
      const actor = access.staff.byId(by)
      if (actor) closeWithPlan(access, actor, new Set(gone), seq)
    },
  })
  const proposals = openProposals({ stored: store.proposals, drafts, hall, now, newId })
  const complaints = openComplaints({
    stored: store.complaints,
    hall,
    now,
    newId,
    // A day that was closed by a leap of the clock may be reopened: until then the one before it is sure.
    certain: () => {
      const { day, startsAt } = (clock.isSure() ? null : hall.closedDay?.day) ?? {
        day: hall.day,
        startsAt: now(),
      }
      return { day, at: startsAt }
    },
    failed: (err) => app.log.error({ err }, 'complaints that are late or over were not looked after'),
  })
  const findings = openFindings({ stored: store.findings, now, today: () => hall.day, newId })
  const evidence = openEvidence(join(dataDir, 'findings'), store.findings.evidence)
  const turn = createTurn(dispatch, parts.next.again)
  const training = openTraining({
    files: parts.training,
    hall,
    clock,
    turn,
    dispatch,
    systemTime: parts.systemTime,
    log: app.log,
  })
  const simulations = openSimulations({
    ...parts.simulator,
    dataDir,
    record: store.record,
    newId,
    now,
    warn: (details, message) => app.log.warn(details, message),
  })
  const packs = openPacks({
    ...parts.evaluation,
    folder: join(dataDir, 'evaluation'),
    fonts: parts.painter.fonts,
    collect: (order, signal, told) =>
      collect(
        order,
        {
          reporter: parts.reporter,
          hall,
          now,
          marks: store.marks.list,
          incidents: incidents.list,
          answers: store.answers.list,
          others: {
            findings: () =>
              findingsSaid({
                findings,
                plan: hall.layout.plan,
                nameOf: (username) => access.staff.byUsername(username)?.name ?? null,
              }),
            complaints: (period) => complaintFigures({ stored: store.complaints, hall }, period),
            onlyAsked: (period) => readOnlyAsked(store.onlyAsked, period),
            ikm: (period, ask) =>
              ikmFigures(
                {
                  stored: store.surveys,
                  questions: survey.allQuestions,
                  layout: () => hall.layout,
                  now: now(),
                  ask,
                },
                period,
              ),
          },
        },
        signal,
        told,
      ),
    newId,
    now,
    warn: (details, message) => app.log.warn(details, message),
  })
  const publishDue = () => void drafts.publishDue().catch(logFailure)
  const logFailure = (err: unknown) => app.log.error({ err }, 'a command of the server failed')
  const tell = (command: Command, by: 'clock' | 'start') =>
    dispatch({ command, by: `system:${by}` }).catch(logFailure)

  const media = openMedia({
    folder: join(dataDir, 'media'),
    changed: () => push.look('board'),
    warn: (details, message) => app.log.warn(details, message),
  })
  const zoneSound = openZoneSound({
    hall,
    dispatch,
    voice: parts.voice,
    displays: push.displays,
    minute: context.minute,
    changed: () => {
      for (const kind of ['counter', 'agency', 'reception', 'monitor']) push.look(kind)
    },
    failed: logFailure,
  })
  push.onDisplays(zoneSound.look)
  const printing = openPrinting({
    ...parts,
    ground: context,
    dispatch,
    log: app.log,
    ownPort: () => {
      const address = app.server.address()
      return typeof address === 'object' && address ? address.port : null
    },
    changed: () => {
      for (const kind of ['counter', 'kiosk', 'reception', 'monitor']) push.look(kind)
    },
    failed: logFailure,
  })
  const watched = openWatch({
    store,
    hall,
    tells: forecasts,
    now,
    steady: parts.steadyTime,
    devices: () =>
      context.devices().flatMap(({ id, kind, report }) => (kind === 'survey' ? [] : [{ id, kind, report }])),
    printers: context.printers,
    log: app.log,
  })
  let state = context.clockState()
  const wake = () => void tell({ type: 'release-due' }, 'clock')
  const look = () => {
    if (context.clockState() !== state) push.refresh()
    state = context.clockState()
  }
  const watch = watchClock(clock, hall, wake, look)
  listening = (who, theirs) => {
    if (!clock.hear(hall, who, theirs + clockOffset * 1000)) return
    look()
    wake()
    eraseOver()
    complaints.look()
  }
  // What was typed in a day that may be reopened stays as long as nobody has confirmed the new one.
  const eraseOver = () => store.erase(clock.isSure() ? hall.day : (hall.closedDay?.day.day ?? hall.day))
  eraseOver()

  const months = keepMonths({
    stored: store.months,
    reporter: parts.reporter,
    hall,
    days: () => store.record.days().map(({ day }) => day),
    now,
    failed: (err) => app.log.error({ err }, 'the report of a month could not be made'),
  })
  const audit = openAudit({
    journal: store.record,
    access,
    layout: () => hall.layout,
    note: context.note,
  })
  const paper = openPaperBook(store.record, hall)
  const door = { dispatch, context }
  refuseWhileGone(app, context)
  const begin = openBegin({ ...parts.next, hall, store, access, drafts, turn, clock, log: app.log })
  refuseWhileTurning(app, turn)
  const isUntouched = () =>
    store.record.revisions(Number.MAX_SAFE_INTEGER, 1).length === 0 && !isBegun(access.log)
  const confirmDamage = () => {
    sealing?.confirm()
    push.refresh()
  }
  await addRoutes(app, {
    ...parts,
    clock,
    heardTime,
    incidents,
    readiness: () => ({
      context,
      draft: drafts.read(),
      isUntouched: isUntouched(),
      wasUsed: store.wasUsed(),
      copiedAt: copiedAt(dataDir),
      diskLeft: diskLeft(dataDir),
      hasPaper: paper.isAtHand(),
      findings: findings.list(),
      facilities: findings.facilities(),
      firstPasswords: access.staff
        .list()
        .filter((one) => one.role === 'manager' && one.mustChange && !one.disabled)
        .map(({ username }) => username),
    }),
    door,
    guards,
    confirmDamage,
    access,
    drafts,
    training,
    simulations,
    evaluation: {
      packs,
      answers: store.answers,
      days: () => store.record.days(),
      isTraining: () => training.state() !== null,
    },
    beginning: { begin, isUntouched, journal: store.record, hasDraft: () => drafts.read().draft !== null },
    proposals,
    complaints,
    storedComplaints: store.complaints,
    findings,
    evidence,
    record: store.record,
    audit,
    paper,
    formerNames: formerNames(store.record),
    reports,
    firstDay: firstDayOf(store, hall),
    onlyAsked: store.onlyAsked,
    marks: store.marks,
    months: store.months,
    survey,
    surveys: store.surveys,
    skm: store.skm,
    skmWriter: parts.skmWriter,
    push,
    zoneSound,
    printing,
    media,
    documents: openDocuments(join(dataDir, 'standards')),
  })

  endOutlivedSessions(access)
  void evidence.tidy().catch((err: unknown) => app.log.warn({ err }, 'evidence not tidied'))

  // What a restart must settle, and a new day if it is one, before anybody asks.
  await tell({ type: 'recover' }, 'start')
  await drafts.publishDue().catch(logFailure)
  if (sealing)
    await keepSealed({ hall, dispatch, store, sealing, log: app.log, now, changed: () => push.refresh() })
  zoneSound.look()
  printing.start()
  complaints.look()
  training.start()
  void months.look()
  await packs.open()
  watched.start()
  forecasts.start()
  // On a hall's first day none is over.
  if (store.record.days().length > 1) facts.look()

  stopWith(app, [
    training.stop,
    watch.stop,
    zoneSound.stop,
    printing.stop,
    media.stop,
    push.close,
    dispatch.idle,
    watched.stop,
    survey.close,
    () => sealing?.stop(),
    () => parts.painter.close(),
    () => parts.sheets.close(),
    () => parts.skmWriter.close(),
    months.stop,
    () => parts.reporter.close(),
    facts.close,
    forecasts.stop,
    () => forecaster.close(),
    simulations.close,
    packs.close,
    () => parts.voice.close(),
  ])
  return { app, access, hall, dispatch, push, context }
}

/** The first day there ever was, read when it is asked for. */
function firstDayOf(store: Pick<Store, 'record'>, hall: { readonly day: string }): () => string {
  let known: string | null = null
  return () => {
    known ??= store.record.days().reduce<string | null>((first, { day }) => {
      return first === null || day < first ? day : first
    }, null)
    return known ?? hall.day
  }
}
