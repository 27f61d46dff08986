// Everything wired, by hand: what depends on what can be read here from top to bottom. It does not listen and knows
// no environment, so that tests build the same app.
import websocket from '@fastify/websocket'
import type { Database } from 'better-sqlite3'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { openAccess } from './access/access.ts'
import { openPresence } from './access/presence.ts'
import { openReports } from './access/reports.ts'
import { forgetFirstRun } from './access/first-run.ts'
import type { Staff } from './access/staff.ts'
import { createClock, watchClock } from './clock.ts'
import { createDispatch } from './dispatch.ts'
import type { Command } from './hall/command.ts'
import { fold } from './hall/fold.ts'
import type { Plan } from './hall/plan.ts'
import { openAudit } from './audit/audit.ts'
import { addAnnouncements } from './http/announcements.ts'
import { addCounterHelp } from './http/counter-help.ts'
import { addAudit } from './http/audit.ts'
import { addCounters } from './http/counters.ts'
import { addDeviceCodes } from './http/device-codes.ts'
import { addDeviceReports } from './http/device-reports.ts'
import { addDevices, ownUrl } from './http/devices.ts'
import { doors } from './http/doors.ts'
import { createGuards } from './http/guards.ts'
import { addHall } from './http/hall.ts'
import { addHealth } from './http/health.ts'
import { addLive } from './http/live.ts'
import { addMedia } from './http/media.ts'
import { addOwnVisit } from './http/own-visit.ts'
import { addPages } from './http/pages.ts'
import { addSearch } from './http/search.ts'
import { createServer, type ServerParts } from './http/server.ts'
import { addPrinters } from './http/printers.ts'
import { addReception } from './http/reception.ts'
import { addServices } from './http/services.ts'
import { addSoundChecks } from './http/sound-checks.ts'
import { addSteering } from './http/steering.ts'
import { addSlipPreview } from './http/slip-preview.ts'
import { addSlips } from './http/slips.ts'
import { addSession } from './http/session.ts'
import { addOwnSessions } from './http/own-sessions.ts'
import { addStaff } from './http/staff.ts'
import type { SocketLimits } from './http/socket-limit.ts'
import { addSpeech } from './http/speech.ts'
import { addVisits } from './http/visits.ts'
import { addVoice } from './http/voice.ts'
import { agenciesIn } from './http/whose.ts'
import { makeReader } from './journal/read.ts'
import type { Store } from './journal/store.ts'
import type { Context } from './live/context.ts'
import { troublesOf } from './live/device-troubles.ts'
import { equipment } from './live/equipment.ts'
import { namesAround } from './live/names-around.ts'
import { createPush } from './live/push.ts'
import { openMedia } from './media/media.ts'
import { openPrinting } from './slip/open-printing.ts'
import type { Painter } from './slip/painter.ts'
import type { Pace } from './slip/printers/pace.ts'
import { openSounding } from './voice/open-sounding.ts'
import type { Voice } from './voice/voice.ts'

export interface AppParts {
  readonly db: Database
  readonly store: Store
  readonly voice: Pick<Voice, 'prepare' | 'say' | 'tried' | 'read' | 'warm' | 'follow' | 'status' | 'close'>
  readonly painter: Painter
  /** How many sockets may be open; the usual by default. */
  readonly socketLimits?: SocketLimits | undefined
  /** How long printers are waited for; the usual by default. */
  readonly printerPace?: Pace | undefined
  /** The plan of a hall that has no day yet; loaded only for one. */
  readonly firstPlan: () => Promise<Plan>
  /** The system's time, milliseconds since 1970. */
  readonly systemTime: () => number
  /** Seconds added to it, for rehearsals. */
  readonly clockOffset: number
  readonly dataDir: string
  /** The built pages; null in tests that need none. */
  readonly pages: string | null
  readonly server: Omit<ServerParts, 'access' | 'guards'>
}

/** Builds the hall from its journal and the server around it. */
export async function buildApp(parts: AppParts) {
  const { db, store, clockOffset, dataDir } = parts
  const clock = createClock(() => parts.systemTime() + clockOffset * 1000)
  const access = openAccess({
    db,
    now: clock.system,
    random: randomBytes,
    dayEndsAt: () => hall.endsAt,
    changed: () => {
      presence.forget()
      push.look('agency')
      // Whoever's session or device ended, and by whatever route: what they look at is shown to them no longer.
      setImmediate(() => push.recheck())
    },
  })
  const presence = openPresence(db, access.staff, clock.system)

  const plan = store.lastPlan() ?? (await parts.firstPlan())
  const hall = fold(store.currentDay(), plan)
  const { day, visits, tokens, seen } = fold(store.dayBefore(), plan)
  if (day !== '') Object.assign(hall, { yesterday: { day, visits, tokens, seen } })

  const guards = createGuards(
    doors,
    agenciesIn(hall, (id) => access.staff.byId(id)?.agency),
  )
  const app = await createServer({ ...parts.server, access, guards })

  const now = () => clock.time(hall).now
  const reports = openReports({
    now,
    heard: () => {
      sounding.told()
      push.look('reception')
    },
  })
  const context: Context = {
    hall,
    clockOffset,
    publicUrl: parts.server.publicUrl,
    now,
    minute: () => clock.time(hall).minute,
    clockSuspect: () => clock.time(hall).suspect,
    staff: (id) => {
      const found = access.staff.byId(id)
      return found && { username: found.username, name: found.name }
    },
    people: presence.people,
    devices: () => {
      const looking = new Set(push.displays().map(({ id }) => id))
      return access.devices.list().map((device) => ({
        ...device,
        report: reports.of(device.id),
        looks: looking.has(device.id),
        mute: sounding.isMute(device.id),
      }))
    },
    listeningSince: reports.since,
    version: parts.server.version,
    voiceIn: (zone) => sounding.voiceIn(zone),
    silentZones: () => sounding.silentZones(),
    printers: () => printing.printers(),
    media: () => media.files(),
    note: (id) => store.note(id),
  }
  const push = createPush(context, { error: (err, message) => app.log.error({ err }, message) })
  const dispatch = createDispatch({
    hall,
    store,
    clock,
    committed: (records) => {
      push.committed(records)
      sounding.committed(records)
      printing.committed(records)
      watch.rearm()
    },
    failed: (err) => app.log.error({ err }, 'the journal could not be written'),
  })
  const logFailure = (err: unknown) => app.log.error({ err }, 'a command of the server failed')
  const tell = (command: Command, by: 'clock' | 'start') =>
    dispatch({ command, by: `system:${by}` }).catch(logFailure)

  const media = openMedia({
    folder: join(dataDir, 'media'),
    changed: () => push.look('board'),
    warn: (details, message) => app.log.warn(details, message),
  })
  const sounding = openSounding({
    hall,
    dispatch,
    voice: parts.voice,
    displays: push.displays,
    minute: context.minute,
    changed: () => {
      for (const kind of ['counter', 'agency', 'reception']) push.look(kind)
    },
    failed: logFailure,
  })
  push.onDisplays(sounding.look)
  const printing = openPrinting({
    ...parts,
    ground: context,
    dispatch,
    log: app.log,
    changed: () => {
      push.look('counter')
      push.look('kiosk')
      push.look('reception')
    },
    failed: logFailure,
  })
  let suspect = context.clockSuspect()
  const watch = watchClock(
    clock,
    hall,
    () => void tell({ type: 'release-due' }, 'clock'),
    () => {
      if (context.clockSuspect() !== suspect) push.refresh()
      suspect = context.clockSuspect()
    },
  )

  const door = { dispatch, context }
  await app.register(websocket, {
    options: { maxPayload: 1024, perMessageDeflate: false },
    // The push says goodbye to the sockets, below.
    preClose: (done) => done(),
  })
  addHealth(app, () => ({ seq: hall.seq, day: hall.day, version: parts.server.version }))
  addHall(app, door)
  addSearch(app, door)
  addVisits(app, door)
  addOwnVisit(app, door)
  addSlips(app, { context, painter: parts.painter })
  addSlipPreview(app, { context, painter: parts.painter })
  addReception(app, door)
  addCounters(app, door)
  addCounterHelp(app, door)
  addServices(app, door)
  addSteering(app, door)
  addPrinters(app, {
    ...printing,
    tested: (by, id) =>
      access.log.write({ by, action: 'printer-tested', about: `printer:${id}`, agency: null }),
  })
  addAudit(app, {
    access,
    audit: openAudit({
      journal: makeReader(db),
      access,
      layout: () => hall.layout,
      note: context.note,
    }),
  })
  addAnnouncements(app, { ...door, audio: parts.voice.read, sound: sounding })
  addSoundChecks(app, door)
  addVoice(app, { context, voice: parts.voice })
  await addMedia(app, {
    media,
    label: (id) => access.devices.list().find((device) => device.id === id)?.label ?? null,
    changed: (by, action, name) => access.log.write({ by, action, about: `media:${name}`, agency: null }),
  })
  addSpeech(app, { context, say: parts.voice.say, now: parts.systemTime })
  const onSignOut = async ({ id }: Staff) => {
    await dispatch({ command: { type: 'leave-counters', staff: id }, by: `staff:${id}` })
  }
  addSession(app, {
    access,
    onSignOut,
    onPasswordChanged: (staff) => forgetFirstRun(dataDir, staff),
    namesAround: ({ agency }) => namesAround(hall, agency),
  })
  addOwnSessions(app, { access, onSignOut })
  addStaff(app, {
    access,
    ...door,
    onPasswordReset: (account) => forgetFirstRun(dataDir, account),
  })
  addDevices(app, {
    access,
    places: () => hall.layout,
    baseUrl: (request) => parts.server.publicUrl ?? ownUrl(request),
    reportOf: reports.of,
    soundOf: sounding.loudspeakers.stateOf,
    equipment: () => equipment(context),
    troubles: () => new Map(context.devices().map((one) => [one.id, troublesOf(context, one).list])),
    onRevoked: (id) => {
      reports.forget(id)
      sounding.loudspeakers.forget(id)
      push.look('reception')
    },
  })
  addDeviceCodes(app, { access, places: () => hall.layout })
  addDeviceReports(app, {
    reports,
    loudspeakers: sounding.loudspeakers,
    systemTime: parts.systemTime,
  })
  addLive(app, { guards, push, who: access.who, limits: parts.socketLimits })
  if (parts.pages !== null)
    await addPages(app, { folder: parts.pages, tls: parts.server.tls !== null, visits: context })
  guards.allStand({ pages: parts.pages !== null })

  // What a restart must settle, and the day if it is a new one, before anybody asks.
  await tell({ type: 'recover' }, 'start')
  sounding.look()
  printing.start()

  let hangUp: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    // A line that was busy when the stop began is idle after its answer, and its browser would keep it for a minute.
    hangUp = setInterval(() => app.server.closeIdleConnections(), 100)
    watch.stop()
    sounding.stop()
    printing.stop()
    await media.stop()
    push.close()
    await dispatch.idle()
    parts.painter.close()
    await parts.voice.close()
  })
  app.addHook('onClose', (_app, done) => {
    clearInterval(hangUp)
    done()
  })
  return { app, access, hall, dispatch, push }
}
