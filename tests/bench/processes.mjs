// The processes of a measurement: Antre as built, its bare rivals, the clients. All of them end with the bench.
import { fork, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** @import { ChildProcess } from 'node:child_process' */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid
 * @property {number} startMs milliseconds from the spawn to the first answer of `/api/health`; 0 for a rival
 * @property {() => Promise<void>} stop
 */

const root = fileURLToPath(new URL('../..', import.meta.url))

const keeper = readFileSync(join(root, 'server/launch/keep.sh'), 'utf8')
/** What `npm start` gives Node for the server. */
const flags = /run node (--.*) "\$folder\/dist\/server\/main\.js"/.exec(keeper)?.[1]?.split(' ') ?? []

/** Longest that a start may take, in milliseconds. */
const PATIENCE = 30_000

/** @type {Set<ChildProcess>} */
const running = new Set()
/** @type {Set<string>} */
const folders = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new empty folder; gone when the bench ends. */
export function freshFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'antre-bench-'))
  folders.add(folder)
  return folder
}

/** @param {string} folder made by `freshFolder` */
export function dropFolder(folder) {
  rmSync(folder, { recursive: true, force: true })
  folders.delete(folder)
}

/**
 * Starts the server as `npm start` does once everything is built, and waits for its health.
 * @param {string} dataDir
 * @param {{ clockOffset?: number }} [options] `clockOffset` in seconds
 * @returns {Promise<Server>}
 */
export async function startAntre(dataDir, { clockOffset = 0 } = {}) {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir }
  const own = {
    PUBLIC_URL: '',
    TLS_CERT: '',
    TLS_KEY: '',
    LOG_LEVEL: 'warn',
    CLOCK_OFFSET: String(clockOffset),
  }
  const start = performance.now()
  const child = spawn(process.execPath, [...flags, join(root, 'dist/server/main.js')], {
    cwd: root,
    env: { ...env, ...own },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  keep(child)
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}`)
    if (performance.now() - start > PATIENCE) throw new Error('the server does not start')
    await pause(5)
  }
  return { port, pid: child.pid ?? 0, startMs: performance.now() - start, stop: () => stop(child) }
}

/**
 * Starts one of the bare servers in `children/` and hands it its message.
 * @param {string} name
 * @param {import('node:child_process').Serializable} message
 * @returns {Promise<Server>}
 */
export async function startBare(name, message) {
  const child = start(name)
  child.send(message)
  const { port } = /** @type {{ port: number }} */ (await answerOf(child))
  return { port, pid: child.pid ?? 0, startMs: 0, stop: () => stop(child) }
}

/**
 * Starts a client of `children/`, which does what it is asked, one thing after the other.
 * @param {string} name
 */
export function startClient(name) {
  const child = start(name)
  return {
    /**
     * @template T
     * @param {import('node:child_process').Serializable} message
     * @returns {Promise<T>}
     */
    async ask(message) {
      child.send(message)
      const answer = /** @type {{ done: T } | { failed: string }} */ (await answerOf(child))
      if ('failed' in answer) throw new Error(answer.failed)
      return answer.done
    },
    stop: () => stop(child),
  }
}

/** @param {string} name */
function start(name) {
  const child = fork(fileURLToPath(new URL(`children/${name}.mjs`, import.meta.url)), { cwd: root })
  keep(child)
  return child
}

/** @param {ChildProcess} child */
function keep(child) {
  running.add(child)
  child.once('exit', () => running.delete(child))
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<unknown>}
 */
function answerOf(child) {
  return new Promise((resolve, reject) => {
    /** @param {unknown} message */
    const answered = (message) => {
      child.off('exit', ended)
      resolve(message)
    }
    /** @param {number | null} code */
    const ended = (code) => {
      child.off('message', answered)
      reject(new Error(`${child.spawnfile} ended with code ${code}`))
    }
    child.once('message', answered).once('exit', ended)
  })
}

/**
 * @param {ChildProcess} child
 * @returns {Promise<void>}
 */
function stop(child) {
  return new Promise((resolve) => {
    if (running.has(child)) {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    } else resolve()
  })
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isHealthy(port) {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path: '/api/health', agent: false }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode === 200))
    }).once('error', () => resolve(false))
  })
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
