// The process: reads the settings, takes the data folder, builds the app, listens, says where, and ends politely.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer as createNetServer } from 'node:net'
import { uptime } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstLinksAreOpen, firstRun, readFirstRun } from './access/first-run.ts'
import { buildApp } from './app.ts'
import { exitCodes, ownTheProcess } from './ending.ts'
import { socketLimitsFor } from './http/devices/live.ts'
import { limitsFor } from './http/lines/limits.ts'
import { type Incidents, openIncidents } from './incidents.ts'
import { openSink } from './log-sink.ts'
import { type Settings, readSettings } from './settings.ts'
import { createForecaster } from './forecast/hall/forecaster.ts'
import { keepFacts, noFacts } from './reports/facts/keep.ts'
import { createSheets } from './sheets/sheets.ts'
import { createSkmWriter } from './skm/writer.ts'
import { createPainter } from './slip/painter/painter.ts'
import { mayHeal, startFault } from './start-fault.ts'
import { keepPrivate, lockDataDir, surveyFolder } from './store/folder.ts'
import { openSealing } from './store/journal/sealing.ts'
import { copyData } from './store/copies.ts'
import { openBox } from './store/survey-box.ts'
import { openNext, takeUpNext } from './store/next-hall.ts'
import { intoOneFile, openDatabase } from './store/open.ts'
import { linkedVersion } from './store/schema.ts'
import {
  endTraining,
  openNextTraining,
  openTrainingStore,
  trainingFolder,
  trainingIn,
  writeTraining,
} from './store/training.ts'
import { makeStore } from './store/store.ts'
import { writePortionLazily } from './store/tables/facts-portions.ts'
import { startText } from './texts/start.ts'
import { createReporter } from './reports/reporter.ts'
import { openDayKeys } from './survey/keys.ts'
import { openSeals } from './survey/seal.ts'
import { readTls, type TlsFiles, type TlsPair, watchTls } from './tls.ts'
import { tidyLater } from './tuning/tidy.ts'
import { spokenLanguages } from './voice/text/languages.ts'
import { createVoice } from './voice/voice.ts'
import { isLoopback, lanNames, ownName, sayWelcome } from './welcome.ts'

const said = openSink(1, lostLine)
const complained = openSink(2)
const owned = ownTheProcess(complain, process)

const built = fileURLToPath(new URL('..', import.meta.url))

/** What outlives one hall that is served: another one may take its place while the process goes on. */
interface Ground {
  readonly settings: Settings
  readonly dataDir: string
  readonly incidents: Incidents
  /** Called once another hall is ready to take this one's place. */
  readonly again: () => void
}

async function run(settings: Settings): Promise<void> {
  const { port, host, clockOffset } = settings
  const dataDir = resolve(settings.dataDir)
  const tls = settings.tls && readTls(settings.tls)
  // Before anything is touched.
  await portIsFree(port, host)
  // All files made from here on are for this user only.
  process.umask(0o077)
  const unlock = lockDataDir(dataDir)
  const open = keepPrivate(dataDir)
  const incidents = openIncidents({ dir: dataDir, version: version(), now: Date.now, warn: complain })
  let turning = Promise.resolve()
  const again = () => void setImmediate(() => (turning = turn().catch(endBroken)))
  const ground = { settings, dataDir, incidents, again }
  let served = await serve(ground, port, tls)
  /** The process stays, so that nobody has to start it again; who is connected comes back within two seconds. */
  async function turn(): Promise<void> {
    const overdue = setTimeout(() => endBroken(new Error('the hall did not stop')), LONGEST_TURN)
    await served.stop()
    served = await serve(ground, served.port, served.tls)
    clearTimeout(overdue)
    tidyLater()
  }
  const { log } = served.app
  if (open.length > 0) log.warn({ open }, 'others on this PC may read this; see docs/running.md')
  if (served.heard !== null)
    log.warn({ host }, 'no TLS: others on this network can read and forge what is sent')
  incidents.runs()
  owned.runs({
    log,
    incidents,
    isSound: () => served.isSound(),
    stop: async () => {
      await turning
      await served.stop()
      unlock()
    },
  })
  sayWelcome(
    said,
    [ownName(host), ...lanNames(host)].map((name) => baseUrl(tls !== null, name, served.port)),
    {
      dataDir,
      clockOffset,
      first: readFirstRun(dataDir),
      firstLinks: firstLinksAreOpen(dataDir, Date.now()),
      open: served.heard,
    },
  )
  tidyLater()
}

/** Milliseconds after which a change of halls counts as stuck. */
const LONGEST_TURN = 20_000

/** The next start finds the old hall or the new one. */
function endBroken(error: unknown): void {
  complained.write(`${startFault(error, settings).join('\n')}\n`)
  complain(error)
  process.exit(mayHeal(error, settings) ? exitCodes.notYet : exitCodes.mayBeWrong)
}

/** Opens the hall that is in the data folder and listens on `port`, 0 for any. */
async function serve({ settings, dataDir, incidents, again }: Ground, port: number, lastTls: TlsPair | null) {
  const { host, clockOffset } = settings
  const tls = settings.tls && freshTls(settings.tls, lastTls)
  takeUpNext(dataDir)
  let from = linkedVersion
  const db = openDatabase(dataDir, { migrated: (version) => (from = version) })
  const on = trainingIn(dataDir, Date.now())
  const practised = on && openTrainingStore(dataDir, db, complain)
  // A training touches nothing of the hall's journal, its seal neither.
  const sealing = on ? null : await openSealing({ db, dataDir, isFirst: from < linkedVersion })
  const voice = createVoice({
    dir: join(dataDir, 'voice'),
    dataDir,
    workerUrl: new URL('voice-worker.js', import.meta.url),
    languages: spokenLanguages,
    log: {
      info: (details, message) => app.log.info(details, message),
      warn: (details, message) => app.log.warn(details, message),
    },
  })
  const fonts = [fileURLToPath(new URL('fonts', import.meta.url)), join(dataDir, 'fonts')]
  const painter = createPainter({
    workerUrl: new URL('paint-worker.js', import.meta.url),
    fonts,
    warn: (details, message) => app.log.warn(details, message),
  })
  const sheets = createSheets({
    workerUrl: new URL('sheets-worker.js', import.meta.url),
    warn: (details, message) => app.log.warn(details, message),
  })
  const skmWriter = createSkmWriter({
    workerUrl: new URL('skm-worker.js', import.meta.url),
    fonts,
    warn: (details, message) => app.log.warn(details, message),
  })
  const reporter = createReporter({
    // A training has a journal of its own, and figures of its own with it.
    dataDir: practised ? trainingFolder(dataDir) : dataDir,
    workerUrl: new URL('reports-worker.js', import.meta.url),
    warn: (details, message) => app.log.warn(details, message),
  })
  const forecaster = createForecaster({
    dataDir: practised ? trainingFolder(dataDir) : dataDir,
    workerUrl: new URL('forecast-worker.js', import.meta.url),
    warn: (details, message) => app.log.warn(details, message),
  })
  // A training is no day of the hall.
  const facts = practised
    ? noFacts
    : keepFacts({
        workerUrl: new URL('facts-worker.js', import.meta.url),
        dataDir,
        write: (portion) => writePortionLazily(db, portion),
        log: {
          info: (details, message) => app.log.info(details, message),
          warn: (details, message) => app.log.warn(details, message),
        },
      })
  // What is said of a training is no answer of the hall.
  const ofDay = practised ? trainingFolder(dataDir) : dataDir
  const lineLimits = limitsFor(mostDescriptors())
  const { app, access, dispatch } = await buildApp({
    store: practised ? practised.store : makeStore(db, complain, sealing ?? undefined),
    sealing,
    incidents,
    voice,
    painter,
    next: { open: (after) => openNext(dataDir, after, complain), again },
    survey: {
      box: openBox(ofDay, () => randomBytes(16)),
      keys: openDayKeys({ folder: surveyFolder(ofDay), random: randomBytes }),
      seals: openSeals(join(surveyFolder(ofDay), 'seals')),
    },
    copy: () => copyData(db, dataDir, new Date()),
    training: {
      on,
      open: (after) => openNextTraining(dataDir, after, complain),
      write: (state) => writeTraining(dataDir, state),
      end: () => endTraining(dataDir),
    },
    sheets,
    skmWriter,
    reporter,
    facts,
    forecaster,
    simulator: { workerUrl: new URL('simulator-worker.js', import.meta.url) },
    evaluation: { workerUrl: new URL('evaluation-worker.js', import.meta.url) },
    firstPlan: async () => (await import('./halls/karangasem/index.ts')).karangasem,
    systemTime: Date.now,
    steadyTime: () => performance.now(),
    uptime: () => uptime() * 1000,
    clockOffset,
    dataDir,
    pages: join(built, 'pages'),
    socketLimits: socketLimitsFor(lineLimits.all),
    server: {
      lineLimits,
      version: version(),
      log: { level: settings.logLevel, stream: said },
      publicUrl: settings.publicUrl,
      // If it listens under a name, that is how it is reached.
      hostNames: [...settings.hostNames, host.toLowerCase()],
      // A hall with a public address is behind a proxy on this PC, which says who asks.
      trustProxy: settings.publicUrl === null ? false : 'loopback',
      tls,
    },
  })
  const invite = (at: number) =>
    firstRun(access, {
      folder: dataDir,
      baseUrl: baseUrl(tls !== null, ownName(host), at),
      managerName: startText('managerName')[0],
    })
  // Asking for health also leads to the first run's file; only a port that the system chooses is known later.
  if (port !== 0) await invite(port)
  await app.listen({ port, host })
  const tlsWatch =
    settings.tls && tls
      ? watchTls({ files: settings.tls, pair: tls, server: app.server, log: app.log, now: Date.now })
      : null
  const address = app.server.address()
  const listening = typeof address === 'object' && address ? address.port : port
  if (port === 0) await invite(listening)
  return {
    app,
    tls,
    port: listening,
    /** The address at which others reach it without TLS; null if none can. */
    heard: !tls && !isLoopback(host) ? host : null,
    isSound: dispatch.isSound,
    async stop(): Promise<void> {
      tlsWatch?.stop()
      await app.close()
      practised?.close()
      intoOneFile(db)
      db.close()
    },
  }
}

/** The pair as its files are now; if they are wrong, the one that was in use. */
function freshTls(files: TlsFiles, last: TlsPair | null): TlsPair {
  try {
    return readTls(files)
  } catch (error) {
    if (last === null) throw error
    return last
  }
}

function baseUrl(isSecure: boolean, name: string, port: number): string {
  return `${isSecure ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** @throws what `listen` throws when the port can't be had */
async function portIsFree(port: number, host: string): Promise<void> {
  if (port === 0) return
  const probe = createNetServer().listen({ port, host, exclusive: true })
  await once(probe, 'listening')
  probe.close()
  await once(probe, 'close')
}

function complain(error: unknown): void {
  complained.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}

/** How a log that could not be written for a while says so, in its own form. */
function lostLine(lost: number): string {
  return `${JSON.stringify({ level: 40, time: Date.now(), lost, msg: 'lines of the log could not be written' })}\n`
}

function version(): string {
  const text = readFileSync(join(built, '..', 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

let settings: Settings | null = null
try {
  settings = readSettings(process.env)
  await run(settings)
} catch (error) {
  complained.write(`${startFault(error, settings).join('\n')}\n`)
  process.exit(mayHeal(error, settings) ? exitCodes.notYet : exitCodes.cannotStart)
}

// How many files and connections the system lets this process hold. Node raises the limit as far as it is allowed to.

/** Most descriptors of this process; Infinity if the system does not say (only Linux does) or sets no limit. */
function mostDescriptors(): number {
  try {
    return read(readFileSync('/proc/self/limits', 'utf8'))
  } catch {
    return Infinity
  }
}

/** Read from Linux's table: `Max open files            4096                 4096                 files`. */
function read(limits: string): number {
  const [, soft] = /^Max open files\s+(\d+)/mu.exec(limits) ?? []
  return soft === undefined ? Infinity : Number(soft)
}
