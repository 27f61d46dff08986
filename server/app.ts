// Wires everything together by hand: what depends on what can be read here from top to bottom. It does not listen and
// knows no environment, so that tests build the same app.
import { join } from 'node:path'
import { closeWithPlan, endOutlivedSessions } from './access/outlived.ts'
import { deviceCookie, deviceKeys, readCookie } from './access/who.ts'
import type { AppParts } from './assembly/parts.ts'
import { openBeside } from './assembly/beside.ts'
import { contextOf } from './assembly/context.ts'
import { openPeople } from './assembly/people.ts'
import { addHallRoutes } from './assembly/routes.ts'
import { watchTime } from './assembly/time.ts'
import { openBegin } from './begin/begin.ts'
import { createClock } from './clock.ts'
import { noForecaster } from './forecast/hall/forecaster.ts'
import { createServer, stopWith } from './http/ground/server.ts'
import { type FactsKeeper, noFacts } from './reports/facts/keep.ts'
import { openTraining } from './training/training.ts'
import { openUsual } from './reports/usual.ts'
import { openReports } from './access/presence.ts'
import { openWatch } from './reports/watch/watch.ts'
import { createTurn } from './begin/turn.ts'
import { openForecasts } from './forecast/hall/keep.ts'
import { createDispatch } from './dispatch.ts'
import { openDrafts } from './drafts/drafts.ts'
import { openProposals } from './drafts/proposals.ts'
import { newId } from './ids.ts'
import type { Command } from './hall/command.ts'
import { openAudit } from './audit/audit.ts'
import { refuseWhileTurning } from './http/commands/begin.ts'
import { refuseWhileGone } from './http/commands/hall.ts'
import { hearClocks } from './http/ground/other-clocks.ts'
import type { Incidents } from './incidents.ts'
import { createPush } from './live/push.ts'
import { openMedia } from './media/media.ts'
import { hallOf, keepSealed } from './settle.ts'
import { openPaperBook } from './paper/book.ts'
import { openPrinting } from './slip/open.ts'
import { keepMonths } from './reports/kept.ts'
import { openSurvey } from './survey/survey.ts'
import { openZoneSound } from './voice/zones/open.ts'

/** Events after which it is another day, or the date is certain. */
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
  const { access, presence, guards } = openPeople({
    stored: store.access,
    hall,
    clock,
    now,
    changed: () => {
      for (const kind of ['agency', 'counter', 'monitor']) push.look(kind)
    },
    recheck: () => push.recheck(),
  })
  const ground = { hall, clock, store, access, now }
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
      for (const kind of ['kiosk', 'board', 'agency', 'reception', 'monitor']) push.look(kind)
      push.look('visit', tokens)
    },
  })
  const context = contextOf({
    ...ground,
    ...parts.server,
    clockOffset,
    sealing,
    presence,
    forecasts,
    reports,
    rooms: () => ({ push, survey, training, zoneSound, printing, media, usual, watched }),
  })
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
  /** On a hall's first day none is over: no process is started to find that out. */
  const isFirstDay = () => store.record.days().length <= 1
  const factsDue: Pick<FactsKeeper, 'committed'> = {
    committed: (records) => {
      const isFirst = records.some(({ event }) => event.type === 'day-opened') && isFirstDay()
      if (!isFirst) facts.committed(records)
    },
  }
  const push = createPush(context, { error: (err, message) => app.log.error({ err }, message) })
  const dispatch = createDispatch({
    hall,
    store,
    clock,
    isFull: forecasts.isFull,
    // Each separately: if one of them fails, the others must still hear of it.
    committed: (records) => {
      for (const client of [survey, push, zoneSound, printing, watched, factsDue, months, forecasts])
        unharmed(() => client.committed(records))
      unharmed(time.rearm)
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
  const beside = openBeside({ ...ground, parts, survey, incidents, log: app.log })
  const { complaints, evidence, simulations, packs } = beside
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
  const time = watchTime({
    ...ground,
    clockOffset,
    context,
    push,
    wake: () => void tell({ type: 'release-due' }, 'clock'),
    settled: complaints.look,
  })
  listening = time.heard

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
  const begin = openBegin({ ...ground, ...parts.next, drafts, turn, log: app.log })
  refuseWhileTurning(app, turn)
  await addHallRoutes(app, parts, {
    ...ground,
    audit,
    begin,
    ...beside,
    door,
    drafts,
    guards,
    heardTime,
    incidents,
    media,
    paper,
    printing,
    proposals,
    push,
    reports,
    sealing,
    survey,
    training,
    zoneSound,
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
  if (!isFirstDay()) facts.look()

  stopWith(app, [
    training.stop,
    time.stop,
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
