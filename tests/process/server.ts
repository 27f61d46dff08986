// The built server as a process of its own, that can be killed, stopped and started again on the same data.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { get as plainGet } from 'node:http'
import { get as secureGet } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { FirstRun } from '../../server/access/first-run.ts'
import { isBuilt } from '../../server/launch/steps.mjs'

const root = join(import.meta.dirname, '../..')

/**
 * A built server, without pages, for the tests of a file: a copy of what `npm test` built, or made here where the sources
 * changed since. Gives where `main.js` will be.
 */
export function buildServer(): { program: string } {
  const folder = mkdtempSync(join(tmpdir(), 'antre-server-'))
  const outDir = join(folder, 'dist/server')
  beforeAll(async () => {
    if (isBuilt()) cpSync(join(root, 'dist/server'), outDir, { recursive: true })
    else await build(outDir)
    mkdirSync(join(folder, 'dist/pages'))
    copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return { program: join(outDir, 'main.js') }
}

/** Vite is large: it is loaded only where there is something to build. */
async function build(outDir: string): Promise<void> {
  const [vite, { serverConfig }] = await Promise.all([
    import('vite'),
    import('../../server/launch/bundle.mjs'),
  ])
  await vite.build({ ...serverConfig(root, outDir, outDir), logLevel: 'error' })
}

/** An empty folder that is removed with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'antre-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

export type Running = Awaited<ReturnType<typeof start>>

/** The output of a server that can't start, and its exit code. */
export async function startFails(program: string, env: Record<string, string>) {
  const { child, said } = run(process.execPath, [program], env)
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, said: said() }
}

/** Starts a server on `dataDir` and waits until it is healthy. `wrapped` is a command that runs it. */
export async function start(
  program: string,
  dataDir: string,
  env: Record<string, string> = {},
  wrapped: readonly string[] = [],
) {
  const port = env['PORT'] ?? String(await freePort())
  const url = `${env['TLS_CERT'] === undefined ? 'http' : 'https'}://127.0.0.1:${port}`
  const [command = '', ...args] = [...wrapped, process.execPath, program]
  const { child, said } = run(command, args, { PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env })
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${said()}`)
    if (await isHealthy(url)) break
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
  return {
    url,
    port: Number(port),
    pid: child.pid,
    said,
    /** Ends it with a signal; returns its exit code, null if the signal itself ended it. */
    async end(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal)
      const [code] = await exited
      return code
    },
    exited,
  }
}

/** Whether it answers, and says that it is up. Any certificate is accepted: here a server signs its own. */
export function isHealthy(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const get = url.startsWith('https:') ? secureGet : plainGet
    get(`${url}/api/health`, { rejectUnauthorized: false, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    }).on('error', () => resolve(false))
  })
}

function run(command: string, args: readonly string[], env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env
  const child: ChildProcess = spawn(command, args, {
    env: { PATH, HOME, HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  const hear = (text: string) => void said.push(text)
  child.stdout?.setEncoding('utf8').on('data', hear)
  child.stderr?.setEncoding('utf8').on('data', hear)
  return { child, said: () => said.join('') }
}

/** What the first start wrote into `dataDir`. */
export function firstRunOf(dataDir: string): FirstRun {
  return JSON.parse(readFileSync(join(dataDir, 'first-run.json'), 'utf8')) as FirstRun
}

/** Posts JSON; returns the status with the answer and its cookies. */
export async function post(url: string, body: object = {}, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookie }
}

/** Makes a kiosk of the first run's link; returns its cookie. */
export async function kioskOf(url: string, dataDir: string): Promise<string> {
  const token = new URL(firstRunOf(dataDir).enrol.kiosk).searchParams.get('enrol')
  return (await post(`${url}/api/devices/enrol`, { token })).cookie
}
